package studio.mofang.server.publish;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.mofang.core.Publications.Pack;
import studio.mofang.server.publish.WechatApi.App;
import studio.mofang.server.publish.WechatErrors.WechatRefusal;

/// Official accounts of WeChat: pictures into the body, cover into the library, draft, publication. The
/// cover is uploaded for each publication by itself, so that its media id tells this draft from any other
/// when an answer was lost. An account that may not publish, or not this draft, keeps it, and its owner presses
/// the button there.
final class WechatConnector implements PublishConnector {
    private static final Patience PATIENCE = new Patience(Duration.ofMinutes(30));
    private static final String COVER = "cover";
    private static final String DRAFT = "draft";
    private static final String LINK = "link:";
    private static final String DRAFT_WAITS = "草稿已在你的公众号后台的草稿箱，请在那里按发表（此账号没有通过接口发布的权限）";

    private final WechatApi api;
    private final WechatDrafts drafts;
    private final Pictures pictures;
    private final InstantSource clock;

    WechatConnector(WechatApi api, Pictures pictures, InstantSource clock) {
        this.api = api;
        this.drafts = new WechatDrafts(api);
        this.pictures = pictures;
        this.clock = clock;
    }

    @Override
    public Account test(Map<String, String> given) throws PublishFailure {
        var app = app(given);
        api.test(app);
        return Account.of(app.id(), app.secret(), given, null);
    }

    @Override
    public Outcome publish(Job job) throws PublishFailure {
        var app = app(job.credentials());
        var steps = job.steps();
        var body = body(job, app);
        var cover = steps.repeatable(COVER, () -> api.uploadCover(app, cover(job)));
        var draft = steps.once(DRAFT, _ -> draftWith(app, cover), () -> added(job, app, body, cover));
        if (draft.startsWith(LINK)) {
            return new Outcome.Published(draft.substring(LINK.length()));
        }
        try {
            var published = steps.once(Steps.PUBLISH, _ -> publishedWith(app, cover), () -> drafts.submit(app, draft));
            return published.startsWith(LINK)
                    ? new Outcome.Published(published.substring(LINK.length()))
                    : progress(job, app, published);
        } catch (WechatRefusal e) {
            return refused(job, app, cover, e);
        }
    }

    /// A cover that has been deleted from the library since is uploaded anew by the next try.
    private String added(Job job, App app, String body, String cover) throws PublishFailure {
        try {
            return drafts.add(app, article(job.pack(), body, cover));
        } catch (WechatRefusal e) {
            if (e.code() == WechatErrors.NO_SUCH_MEDIA) {
                job.steps().forget(COVER);
            }
            throw e;
        }
    }

    private Outcome refused(Job job, App app, String cover, WechatRefusal refusal) throws PublishFailure {
        return switch (refusal.code()) {
            case WechatErrors.NOT_ALLOWED -> new Outcome.NeedsPerson(Need.PRESS_PUBLISH, DRAFT_WAITS);
            case WechatErrors.PUBLISH_BY_HAND, WechatErrors.SETTINGS_FIRST ->
                new Outcome.NeedsPerson(Need.PRESS_PUBLISH, "草稿已在你的公众号后台的草稿箱。" + refusal.sentence());
            case WechatErrors.NO_SUCH_MEDIA -> draftGone(job, drafts.publishedWith(app, cover));
            default -> throw refusal;
        };
    }

    /// Its owner has published it by hand, or deleted it.
    private static Outcome draftGone(Job job, Optional<String> link) throws PublishFailure {
        if (link.isPresent()) {
            return new Outcome.Published(link.get());
        }
        job.steps().forgetUploads();
        throw PublishFailure.refused("草稿已不在公众号的草稿箱。你已经发表了它就点“已发布”；要重新建草稿就点“重试”");
    }

    private Outcome progress(Job job, App app, String publishId) throws PublishFailure {
        var answer = api.post(app, "cgi-bin/freepublish/get", Map.of("publish_id", publishId));
        return switch (answer.path("publish_status").asInt(-1)) {
            case 0 -> new Outcome.Published(link(answer));
            case 1 -> waiting(job);
            case 2 -> throw takenBack(job, "没有通过微信的原创审核，请在公众号后台查看后修改");
            case 3 -> throw takenBack(job, "微信发布失败，请在公众号后台查看草稿，或稍后重试");
            case 4 -> throw takenBack(job, "没有通过微信的平台审核，请修改内容后重试");
            case 5 -> throw takenBack(job, "发布后所有文章已被删除");
            case 6 -> throw takenBack(job, "发布后所有文章被微信系统封禁，请在公众号后台查看通知");
            default -> throw PublishFailure.later("微信没有说明发布的结果");
        };
    }

    private Outcome waiting(Job job) {
        var sent = job.steps().doneAt(Steps.PUBLISH).orElseGet(clock::instant);
        return PATIENCE.pause(sent, clock.instant())
                .<Outcome>map(Outcome.Waiting::new)
                .orElseGet(
                        () -> new Outcome.NeedsPerson(Need.TELL, "微信半小时仍没有给出结果。请到公众号后台看一眼，已发布就点“已发布”，还在等就点“重试”再查一次"));
    }

    /// So that a later try submits it anew.
    private static PublishFailure takenBack(Job job, String sentence) {
        job.steps().forget(Steps.PUBLISH);
        return PublishFailure.refused(sentence);
    }

    /// Not in the box can also mean that its owner has published it from there.
    private Steps.Seen draftWith(App app, String cover) throws PublishFailure {
        var draft = drafts.draftWith(app, cover);
        if (draft.isPresent()) {
            return new Steps.Seen.Done(draft.get());
        }
        return drafts.publishedWith(app, cover)
                .<Steps.Seen>map(link -> new Steps.Seen.Done(LINK + link))
                .orElseGet(Steps.Seen.Absent::new);
    }

    private Steps.Seen publishedWith(App app, String cover) throws PublishFailure {
        return drafts.publishedWith(app, cover)
                .<Steps.Seen>map(link -> new Steps.Seen.Done(LINK + link))
                .orElseGet(Steps.Seen.Unclear::new);
    }

    /// The body with its pictures at WeChat's own addresses: any other is stripped there.
    private String body(Job job, App app) throws PublishFailure {
        var body = job.pack().body();
        int number = 0;
        for (var picture : BodyPictures.of(body)) {
            var name = "picture-" + number;
            number++;
            var url = job.steps()
                    .repeatable(
                            name,
                            () -> api.uploadForBody(
                                    app, SentPicture.forBody(pictures.bytes(job.userId(), picture), name)));
            body = BodyPictures.replaced(body, picture, url);
        }
        return body;
    }

    private SentPicture cover(Job job) throws PublishFailure {
        var pack = job.pack();
        var chosen = Optional.ofNullable(pack.cover())
                .or(() -> pack.pictures().stream().findFirst());
        var bytes = chosen.isPresent() ? pictures.bytes(job.userId(), chosen.get()) : CoverCard.drawn(pack.title());
        return SentPicture.forCover(bytes, "cover-" + job.target().key().publicationId());
    }

    private static Map<String, Object> article(Pack pack, String body, String cover) {
        var article = new LinkedHashMap<String, Object>();
        article.put("article_type", "news");
        article.put("title", pack.title());
        article.put("author", pack.author());
        article.put("digest", pack.digest());
        article.put("content", body);
        article.put("thumb_media_id", cover);
        article.put("need_open_comment", 0);
        article.put("only_fans_can_comment", 0);
        return Map.of("articles", List.of(article));
    }

    private static String link(JsonNode answer) {
        return answer.path("article_detail")
                .path("item")
                .path(0)
                .path("article_url")
                .asText("");
    }

    private static App app(Map<String, String> credentials) throws PublishFailure {
        var id = credentials.getOrDefault("app_id", "").strip();
        var secret = credentials.getOrDefault("app_secret", "").strip();
        if (!id.matches("wx[0-9a-zA-Z]{4,32}")) {
            throw PublishFailure.refused("AppID 应以 wx 开头：请到公众号后台 → 设置与开发 → 基本配置 复制");
        }
        if (secret.isEmpty()) {
            throw PublishFailure.refused("请填写 AppSecret");
        }
        return new App(id, secret);
    }
}
