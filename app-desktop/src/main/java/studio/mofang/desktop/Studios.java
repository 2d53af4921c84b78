package studio.mofang.desktop;

import studio.mofang.desktop.image.ImageModel;
import studio.mofang.desktop.kit.Backend;
import studio.mofang.desktop.kit.Background;
import studio.mofang.desktop.kit.Thumbnails;
import studio.mofang.desktop.video.VideoModel;

/// Where pictures and videos are made, and the small pictures that the gallery shows of them.
record Studios(Thumbnails thumbnails, ImageModel image, VideoModel video) {
    static Studios of(Background background, Backend backend) {
        var thumbnails = new Thumbnails(background, backend);
        return new Studios(
                thumbnails,
                new ImageModel(background, backend, thumbnails),
                new VideoModel(background, backend, thumbnails));
    }
}
