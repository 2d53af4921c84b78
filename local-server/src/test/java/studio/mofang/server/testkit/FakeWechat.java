package studio.mofang.server.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import studio.mofang.core.Json;

/// WeChat's official accounts as they speak: HTTP 200 to everything, and `errcode`. It strips what WeChat
/// strips, refuses what WeChat refuses, and takes a draft away once it is published.
public final class FakeWechat extends FakePlatform {
    public static final String APP_ID = "wx1234567890abcdef";
    public static final String SECRET = "canary-wechat-secret-4c1d";

    private static final Pattern IMAGE = Pattern.compile("<img[^>]*src=\"([^\"]*)\"");
    private static final int MIB = 1_000_000;

    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final Map<String, Publication> publications = new LinkedHashMap<>();
    private final Set<String> covers = ConcurrentHashMap.newKeySet();
    private final List<String> draftsEver = new ArrayList<>();
    private int numbers;
    private int token;
    private int expiredTokens;
    private volatile boolean addressAllowed = true;
    private volatile int publishRefusal;
    private volatile int verdict;
    private volatile int busy;
    private volatile int draftRefusal;

    public record Draft(String mediaId, String title, String digest, String content, String cover) {}

    private static final class Publication {
        private final Draft draft;
        private int asked;

        Publication(Draft draft) {
            this.draft = draft;
        }
    }

    /// The token in use is refused once more, as after its two hours.
    public synchronized void expireToken() {
        expiredTokens = token;
    }

    public void allowAddress(boolean allowed) {
        addressAllowed = allowed;
    }

    public void allowPublishing(boolean allowed) {
        refusePublishing(allowed ? 0 : 48001);
    }

    /// The error code of every submitted draft from now on; 0 for none.
    public void refusePublishing(int code) {
        publishRefusal = code;
    }

    /// What becomes of publications: 0 well, 2 to 6 not.
    public void verdict(int status) {
        verdict = status;
    }

    /// The next `calls` that change anything answer -1.
    public void busy(int calls) {
        busy = calls;
    }

    /// The error code of every draft from now on; 0 for none.
    public void refuseDrafts(int code) {
        draftRefusal = code;
    }

    /// The owner publishes everything in the box by hand, in the account's own pages.
    public synchronized void publishedByHand() {
        for (var draft : List.copyOf(drafts.values())) {
            drafts.remove(draft.mediaId());
            var publication = new Publication(draft);
            publication.asked = 1;
            publications.put("publish-" + ++numbers, publication);
        }
    }

    /// Those in the box.
    public synchronized List<Draft> drafts() {
        return List.copyOf(drafts.values());
    }

    /// Titles of all that were ever added.
    public synchronized List<String> draftsEver() {
        return List.copyOf(draftsEver);
    }

    public synchronized List<Draft> published() {
        return publications.values().stream().map(one -> one.draft).toList();
    }

    @Override
    protected String answer(Asked asked) {
        try {
            return Json.shared().writeValueAsString(reply(asked));
        } catch (JsonProcessingException e) {
            return "{\"errcode\":47001,\"errmsg\":\"data format error\"}";
        }
    }

    private Object reply(Asked asked) throws JsonProcessingException {
        if (asked.path().equals("/cgi-bin/stable_token")) {
            return token(Json.shared().readTree(asked.text()));
        }
        if (!("canary-token-" + token).equals(asked.query().get("access_token")) || token == expiredTokens) {
            return error(42001, "access_token expired");
        }
        if (busy > 0) {
            busy--;
            return error(-1, "system error");
        }
        return switch (asked.path()) {
            case "/cgi-bin/media/uploadimg" -> upload(asked, MIB, false);
            case "/cgi-bin/material/add_material" -> upload(asked, 10 * MIB, true);
            case "/cgi-bin/draft/add" -> add(asked);
            case "/cgi-bin/draft/batchget" -> page(drafts.values().stream().toList(), "media_id");
            case "/cgi-bin/freepublish/submit" -> submit(asked);
            case "/cgi-bin/freepublish/get" -> progress(asked);
            case "/cgi-bin/freepublish/batchget" -> finished();
            default -> error(40066, "invalid url");
        };
    }

    private Object token(JsonNode body) {
        if (!body.path("grant_type").asText().equals("client_credential")
                || !body.path("appid").asText().equals(APP_ID)) {
            return error(40013, "invalid appid");
        }
        if (!body.path("secret").asText().equals(SECRET)) {
            return error(40125, "invalid appsecret");
        }
        if (!addressAllowed) {
            return error(40164, "invalid ip 203.0.113.7 ipv6 ::ffff:203.0.113.7, not in whitelist rid: 1");
        }
        if (token == 0 || token == expiredTokens) {
            token++;
        }
        return Map.of("access_token", "canary-token-" + token, "expires_in", 7200);
    }

    private Object upload(Asked asked, int most, boolean cover) {
        var raw = asked.raw();
        boolean part = asked.contentType().startsWith("multipart/form-data")
                && raw.contains("name=\"media\"; filename=\"")
                && (raw.contains("Content-Type: image/png") || raw.contains("Content-Type: image/jpeg"));
        if (!part) {
            return error(41005, "media data missing");
        }
        if (asked.body().length > most + 1000) {
            return error(40009, "invalid image size");
        }
        int number = ++numbers;
        if (!cover) {
            return Map.of("url", "https://mmbiz.qpic.cn/mmbiz_png/" + number + "/0");
        }
        covers.add("cover-" + number);
        return Map.of("media_id", "cover-" + number, "url", "https://mmbiz.qpic.cn/cover/" + number);
    }

    private Object add(Asked asked) throws JsonProcessingException {
        var article = Json.shared().readTree(asked.text()).path("articles").path(0);
        var content = article.path("content").asText();
        if (asked.text().contains("\\u")) {
            return error(45166, "escaped unicode would be shown as it is");
        }
        if (draftRefusal != 0) {
            return error(draftRefusal, "refused");
        }
        if (!covers.contains(article.path("thumb_media_id").asText())) {
            return error(40007, "invalid media_id");
        }
        if (article.path("title")
                        .asText()
                        .codePointCount(0, article.path("title").asText().length())
                > 32) {
            return error(45003, "title size out of limit");
        }
        boolean foreign = IMAGE.matcher(content)
                .results()
                .anyMatch(found -> !found.group(1).startsWith("https://mmbiz.qpic.cn/"));
        if (foreign || content.contains("<script")) {
            return error(45166, "invalid content");
        }
        var draft = new Draft(
                "draft-" + ++numbers,
                article.path("title").asText(),
                article.path("digest").asText(),
                content,
                article.path("thumb_media_id").asText());
        drafts.put(draft.mediaId(), draft);
        draftsEver.add(draft.title());
        return Map.of("media_id", draft.mediaId());
    }

    private Object submit(Asked asked) throws JsonProcessingException {
        var id = Json.shared().readTree(asked.text()).path("media_id").asText();
        if (publishRefusal != 0) {
            return error(publishRefusal, "refused");
        }
        var draft = drafts.get(id);
        if (draft == null) {
            return error(40007, "invalid media_id");
        }
        if (verdict == 0) {
            drafts.remove(id);
        }
        publications.put("publish-" + ++numbers, new Publication(draft));
        return Map.of("errcode", 0, "errmsg", "ok", "publish_id", "publish-" + numbers);
    }

    private Object progress(Asked asked) throws JsonProcessingException {
        var id = Json.shared().readTree(asked.text()).path("publish_id").asText();
        var publication = publications.get(id);
        if (publication == null) {
            return error(40003, "invalid publish_id");
        }
        if (publication.asked++ == 0) {
            return Map.of("publish_id", id, "publish_status", 1);
        }
        if (verdict != 0) {
            publications.remove(id);
            return Map.of("publish_id", id, "publish_status", verdict);
        }
        var item = Map.of("idx", 1, "article_url", link(publication.draft));
        return Map.of(
                "publish_id",
                id,
                "publish_status",
                0,
                "article_id",
                "article-" + id,
                "article_detail",
                Map.of("count", 1, "item", List.of(item)));
    }

    /// A publication shows in the list of those that are finished a while after it was submitted.
    private Object finished() {
        var done = publications.values().stream()
                .filter(one -> one.asked++ > 0)
                .map(one -> one.draft)
                .toList();
        return page(done, "article_id");
    }

    /// As new.
    public synchronized void reset() {
        drafts.clear();
        publications.clear();
        draftsEver.clear();
        addressAllowed = true;
        publishRefusal = 0;
        verdict = 0;
        busy = 0;
        draftRefusal = 0;
    }

    public static String link(Draft draft) {
        return "https://mp.weixin.qq.com/s/" + draft.mediaId();
    }

    private static Object page(List<Draft> drafts, String idName) {
        var items = drafts.reversed().stream()
                .limit(20)
                .map(draft -> Map.of(
                        idName,
                        draft.mediaId(),
                        "content",
                        Map.of(
                                "news_item",
                                List.of(Map.of(
                                        "title", draft.title(), "thumb_media_id", draft.cover(), "url", link(draft)))),
                        "update_time",
                        0))
                .toList();
        return Map.of("total_count", drafts.size(), "item_count", items.size(), "item", items);
    }

    private static Map<String, Object> error(int code, String words) {
        return Map.of("errcode", code, "errmsg", words);
    }
}
