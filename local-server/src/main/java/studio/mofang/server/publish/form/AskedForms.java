package studio.mofang.server.publish.form;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Previews.Request;
import studio.mofang.core.platform.Platform;
import studio.mofang.core.platform.Wish;
import studio.mofang.server.web.Check;

/// A request for previews once its shape is known to be right. The bounds are far above the platforms' own: those are
/// for the rules to tell.
public record AskedForms(long creationId, List<Platform> platforms, Map<Platform, Wish> wishes) {
    private static final int MAX_LINE = 500;
    private static final int MAX_TEXT = 50_000;
    private static final int MAX_TAGS = 50;

    public static AskedForms of(Request body) {
        var check = new Check();
        var id = check.required("creation_id", body.creationId(), 0L);
        var platforms = platforms(check, body.platforms());
        var wishes = new EnumMap<Platform, Wish>(Platform.class);
        Optional.ofNullable(body.wishes()).orElse(Map.of()).forEach((code, wish) -> {
            var platform = Platform.find(code);
            check.that(platform.isPresent() && wish != null, "wishes", "没有这个平台：" + head(code));
            if (platform.isPresent() && wish != null) {
                check(check, "wishes." + code + ".", wish);
                wishes.put(platform.get(), wish);
            }
        });
        check.done();
        return new AskedForms(id, platforms, wishes);
    }

    /// Throws unless the wish has the shape of one.
    static void checked(Wish wish) {
        var check = new Check();
        check(check, "", wish);
        check.done();
    }

    private static List<Platform> platforms(Check check, @Nullable List<String> given) {
        var platforms = new ArrayList<Platform>();
        for (var code : Optional.ofNullable(given).orElse(List.of())) {
            var platform = code == null ? Optional.<Platform>empty() : Platform.find(code);
            check.that(platform.isPresent(), "platforms", "没有这个平台：" + head(code));
            platform.filter(one -> !platforms.contains(one)).ifPresent(platforms::add);
        }
        check.that(!platforms.isEmpty(), "platforms", "请至少选一个平台");
        return List.copyOf(platforms);
    }

    private static void check(Check check, String prefix, Wish wish) {
        check.optionalText(prefix + "title", wish.title(), MAX_LINE);
        check.optionalText(prefix + "digest", wish.digest(), MAX_TEXT);
        check.optionalText(prefix + "text", wish.text(), MAX_TEXT);
        check.optionalText(prefix + "theme", wish.theme(), MAX_LINE);
        check.optionalText(prefix + "author", wish.author(), MAX_LINE);
        check.optionalText(prefix + "cover", wish.cover(), MAX_LINE);
        check.optionalText(prefix + "video", wish.video(), MAX_LINE);
        var tags = Optional.ofNullable(wish.tags()).orElse(List.of());
        check.that(tags.size() <= MAX_TAGS, prefix + "tags", "最多 " + MAX_TAGS + " 个话题");
        tags.forEach(tag -> check.optionalText(prefix + "tags", tag, MAX_LINE));
    }

    private static String head(@Nullable String code) {
        var text = String.valueOf(code);
        return text.length() > 20 ? text.substring(0, 20) + "…" : text;
    }
}
