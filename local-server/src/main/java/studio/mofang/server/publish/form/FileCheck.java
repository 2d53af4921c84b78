package studio.mofang.server.publish.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Media;
import studio.mofang.core.platform.Breach;
import studio.mofang.core.platform.Breach.Evidence;
import studio.mofang.core.platform.Breach.Severity;
import studio.mofang.core.platform.Platform;
import studio.mofang.core.platform.PlatformForm;
import studio.mofang.core.platform.PlatformForm.Headline;
import studio.mofang.core.platform.PlatformForm.Note;
import studio.mofang.core.platform.PlatformForm.VideoPost;
import studio.mofang.core.platform.PlatformForm.WechatArticle;
import studio.mofang.server.media.MediaKind;
import studio.mofang.server.media.MediaService;
import studio.mofang.server.media.MediaType;
import studio.mofang.server.media.StoredMedia;

/// Holds a form against the files that it names: one that is gone, or that the platform does not take, is told of
/// before anything is sent.
final class FileCheck {
    private static final String UPLOAD =
            "https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/Adding_Permanent_Assets.html";

    private final MediaService media;

    FileCheck(MediaService media) {
        this.media = media;
    }

    List<Breach> breaches(long userId, PlatformForm form) {
        var found = new ArrayList<Breach>();
        var pictures = form.pictures();
        for (int at = 0; at < pictures.size(); at++) {
            picture(userId, form.platform(), pictures.get(at), at + 1).ifPresent(found::add);
        }
        cover(form)
                .filter(cover -> !pictures.contains(cover))
                .flatMap(cover -> picture(userId, form.platform(), cover, null))
                .ifPresent(found::add);
        if (form instanceof VideoPost post) {
            video(userId, post).ifPresent(found::add);
        }
        return found;
    }

    /// A picture without a number is the cover.
    private Optional<Breach> picture(long userId, Platform platform, String source, @Nullable Integer number) {
        var id = Media.firstReference(source);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        var name = number == null ? "封面" : "第 " + number + " 张图片";
        var known = media.find(userId, id.get()).filter(file -> file.kind() == MediaKind.IMAGE);
        if (known.isEmpty()) {
            return Optional.of(picture(Severity.REFUSED, platform, number, name + "已被删除：请换一张。"));
        }
        return unfit(platform, known.get(), name)
                .map(sentence -> picture(
                        known.get().type() == MediaType.WEBP ? Severity.REFUSED : Severity.WARNED,
                        platform,
                        number,
                        sentence));
    }

    /// What 公众号 and 快手 take is JPG and PNG; WebP cannot be turned into them here.
    private static Optional<String> unfit(Platform platform, StoredMedia file, String name) {
        boolean uploaded = platform == Platform.WECHAT || platform == Platform.KUAISHOU;
        if (!uploaded) {
            return Optional.empty();
        }
        return switch (file.type()) {
            case WEBP -> Optional.of(name + "是 WebP，" + platform.title() + "不收：请换成 JPG 或 PNG。");
            case GIF -> Optional.of(name + "是 GIF，发到" + platform.title() + "后不会动：只留下第一帧。");
            case PNG, JPEG, MP4, PPTX -> Optional.empty();
        };
    }

    private Optional<Breach> video(long userId, VideoPost post) {
        var named = post.video();
        if (named == null) {
            return Optional.empty();
        }
        boolean there = Media.firstReference(named)
                .flatMap(id -> media.find(userId, id))
                .filter(file -> file.kind() == MediaKind.VIDEO)
                .isPresent();
        return there
                ? Optional.empty()
                : Optional.of(new Breach(
                        "video",
                        Severity.REFUSED,
                        null,
                        null,
                        null,
                        "选的视频已被删除：请重新选一段。",
                        Evidence.DOCUMENTED,
                        post.platform().page()));
    }

    private static Optional<String> cover(PlatformForm form) {
        return switch (form) {
            case WechatArticle article -> Optional.ofNullable(article.cover());
            case Headline headline -> Optional.ofNullable(headline.cover());
            case VideoPost post -> Optional.ofNullable(post.cover());
            case Note _ -> Optional.empty();
        };
    }

    private static Breach picture(Severity severity, Platform platform, @Nullable Integer number, String message) {
        boolean wechat = platform == Platform.WECHAT;
        return new Breach(
                number == null ? "cover" : "pictures",
                severity,
                null,
                null,
                number,
                message,
                wechat ? Evidence.DOCUMENTED : Evidence.PRACTICE,
                wechat ? UPLOAD : platform.page());
    }
}
