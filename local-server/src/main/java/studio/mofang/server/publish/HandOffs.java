package studio.mofang.server.publish;

import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Media;
import studio.mofang.core.Publications.HandOff;
import studio.mofang.core.Publications.Hint;
import studio.mofang.core.Publications.Pack;
import studio.mofang.core.platform.Platform;
import studio.mofang.server.media.MediaService;

/// Packs for a person's own hands: with addresses that open, and with a link into Douyin's app where that
/// is possible.
final class HandOffs {
    private static final String NO_APP = "绑定抖音开放平台应用后，可扫码直接打开填好的抖音";
    private static final String NOTIFIED = "发出后抖音会通知墨坊，这里会自动变为“已发布”；前提是在抖音开放平台登记了 Webhook 地址";
    private static final String UNTOLD = "抖音不会通知墨坊：发出后请回来点“已发布”";
    private static final String NOT_PUBLIC = "图片和视频没有公网 https 地址，抖音取不到：请用手机接力";

    private final PublicationService publications;
    private final Bindings bindings;
    private final MediaService media;
    private final Douyin douyin;
    private final InstantSource clock;

    /// What hands over to Douyin's app, and hears from it.
    record Douyin(DouyinApi api, Shares shares, DouyinHook hook) {}

    HandOffs(
            PublicationService publications,
            Bindings bindings,
            MediaService media,
            Douyin douyin,
            InstantSource clock) {
        this.publications = publications;
        this.bindings = bindings;
        this.media = media;
        this.douyin = douyin;
        this.clock = clock;
    }

    private record AppLink(@Nullable String link, @Nullable Hint hint) {
        static AppLink none(String code, String words) {
            return new AppLink(null, new Hint(code, words));
        }
    }

    /// Throws 404.
    void known(long userId, long id) {
        publications.publication(userId, id);
    }

    /// Throws 404. May call the platform.
    HandOff of(long userId, long id, Platform platform) {
        var target = publications.target(userId, id, platform);
        var pack = target.pack();
        var pictures =
                pack.pictures().stream().map(picture -> url(userId, picture)).toList();
        var video = pack.video() == null ? null : url(userId, pack.video());
        var app = platform == Platform.DOUYIN ? appLink(target, pictures, video) : new AppLink(null, null);
        var hint = app.hint();
        return new HandOff(
                withAddresses(userId, pack),
                pictures,
                video,
                platform.page(),
                app.link(),
                hint == null ? null : hint.words(),
                hint == null ? null : hint.code());
    }

    private AppLink appLink(Target target, List<String> pictures, @Nullable String video) {
        var credentials = bindings.credentials(target.key().userId(), Platform.DOUYIN);
        if (credentials.isEmpty()) {
            return AppLink.none(Hint.NO_APP, NO_APP);
        }
        boolean open = (video == null || isOpen(video)) && pictures.stream().allMatch(HandOffs::isOpen);
        if (!open) {
            return AppLink.none(Hint.NOT_PUBLIC, NOT_PUBLIC);
        }
        try {
            var app = DouyinConnector.app(credentials);
            var link = douyin.api().appLink(app, target.pack(), pictures, video, clock.instant());
            douyin.shares().remember(target.key(), link.shareId());
            return new AppLink(link.url(), toldOf(app.key()));
        } catch (PublishFailure e) {
            return AppLink.none(Hint.REFUSED, e.sentence());
        }
    }

    private Hint toldOf(String clientKey) {
        return douyin.hook().address(clientKey).isPresent()
                ? new Hint(Hint.NOTIFIED, NOTIFIED)
                : new Hint(Hint.UNTOLD, UNTOLD);
    }

    private static boolean isOpen(String url) {
        return url.startsWith("https://");
    }

    private Pack withAddresses(long userId, Pack pack) {
        if (!pack.format().equals(Pack.HTML)) {
            return pack;
        }
        var body = pack.body();
        for (var picture : BodyPictures.of(body)) {
            body = BodyPictures.replaced(body, picture, url(userId, picture));
        }
        return new Pack(
                pack.platform(),
                pack.title(),
                pack.author(),
                pack.digest(),
                pack.format(),
                body,
                pack.tags(),
                pack.pictures(),
                pack.cover(),
                pack.video());
    }

    private String url(long userId, String reference) {
        return Media.firstReference(reference)
                .map(id -> media.url(media.media(userId, id)))
                .orElse(reference.replace("&amp;", "&"));
    }
}
