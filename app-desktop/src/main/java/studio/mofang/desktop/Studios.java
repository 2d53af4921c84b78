package studio.mofang.desktop;

import studio.mofang.desktop.image.ImageModel;
import studio.mofang.desktop.kit.Backend;
import studio.mofang.desktop.kit.Background;
import studio.mofang.desktop.kit.MediaFiles;
import studio.mofang.desktop.kit.Preferences;
import studio.mofang.desktop.kit.Thumbnails;
import studio.mofang.desktop.slides.SlidesModel;
import studio.mofang.desktop.video.VideoModel;

/// Where pictures, videos and slides are made, and the files of what was made.
record Studios(Thumbnails thumbnails, MediaFiles files, ImageModel image, VideoModel video, SlidesModel slides) {
    static Studios of(Background background, Backend backend, Preferences preferences) {
        return new Studios(
                new Thumbnails(background, backend),
                new MediaFiles(background, backend),
                new ImageModel(background, backend, preferences),
                new VideoModel(background, backend, preferences),
                new SlidesModel(background, backend, preferences));
    }
}
