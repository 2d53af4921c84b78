package studio.mofang.server.publish;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.Publications.Pack;
import studio.mofang.core.content.Markdown;
import studio.mofang.core.platform.Platform;

/// Makes what is published of a creation on each platform.
final class Packs {
    Map<Platform, Pack> of(Creation creation, List<Platform> platforms) {
        var packs = new EnumMap<Platform, Pack>(Platform.class);
        platforms.forEach(platform -> packs.put(platform, pack(creation, platform)));
        return packs;
    }

    private static Pack pack(Creation creation, Platform platform) {
        var html = Markdown.html(creation.content());
        boolean rich = platform == Platform.WECHAT || platform == Platform.TOUTIAO;
        return new Pack(
                platform.code(),
                creation.title(),
                "",
                "",
                rich ? Pack.HTML : Pack.TEXT,
                rich ? html : Markdown.text(creation.content()),
                creation.tags(),
                BodyPictures.of(html),
                null,
                null);
    }
}
