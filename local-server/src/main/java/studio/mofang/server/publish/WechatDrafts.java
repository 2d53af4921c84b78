package studio.mofang.server.publish;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import studio.mofang.server.publish.WechatApi.App;
import studio.mofang.server.publish.WechatErrors.WechatRefusal;

/// Drafts and publications of one account, also as they are looked for when an answer was lost: by the
/// cover's media id, which no other article has.
final class WechatDrafts {
    private static final int PAGE = 20;
    private static final int MOST_PAGES = 10;

    private final WechatApi api;

    WechatDrafts(WechatApi api) {
        this.api = api;
    }

    /// The new draft's media id.
    String add(App app, Map<String, Object> articles) throws PublishFailure {
        return required(api.post(app, "cgi-bin/draft/add", articles), "media_id");
    }

    /// The number under which WeChat publishes it.
    String submit(App app, String draft) throws PublishFailure {
        return required(api.post(app, "cgi-bin/freepublish/submit", Map.of("media_id", draft)), "publish_id");
    }

    /// The media id of the draft.
    Optional<String> draftWith(App app, String cover) throws PublishFailure {
        return find(app, "cgi-bin/draft/batchget", cover)
                .map(item -> item.path("media_id").asText());
    }

    /// The link of the published article. None does not mean that it is not on its way; and an account that
    /// may not publish may not look either.
    Optional<String> publishedWith(App app, String cover) throws PublishFailure {
        try {
            return find(app, "cgi-bin/freepublish/batchget", cover)
                    .map(item -> item.path("content")
                            .path("news_item")
                            .path(0)
                            .path("url")
                            .asText());
        } catch (WechatRefusal e) {
            if (e.code() == WechatErrors.NOT_ALLOWED) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Optional<JsonNode> find(App app, String path, String cover) throws PublishFailure {
        for (int page = 0; page < MOST_PAGES; page++) {
            var answer = api.post(app, path, Map.of("offset", page * PAGE, "count", PAGE, "no_content", 1));
            var items = answer.path("item");
            for (var item : items) {
                if (hasCover(item, cover)) {
                    return Optional.of(item);
                }
            }
            if (items.size() < PAGE) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean hasCover(JsonNode item, String cover) {
        var articles = item.path("content").path("news_item");
        for (var article : articles) {
            if (article.path("thumb_media_id").asText().equals(cover)) {
                return true;
            }
        }
        return false;
    }

    private static String required(JsonNode answer, String field) throws PublishFailure {
        var text = answer.path(field).asText("");
        if (text.isEmpty()) {
            throw PublishFailure.unknown("微信的答复缺少 " + field);
        }
        return text;
    }
}
