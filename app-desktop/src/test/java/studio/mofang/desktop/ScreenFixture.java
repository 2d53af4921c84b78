package studio.mofang.desktop;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.mofang.desktop.kit.Background;
import studio.mofang.desktop.kit.MediaFiles;
import studio.mofang.desktop.kit.Thumbnails;
import studio.mofang.desktop.making.Exits;
import studio.mofang.desktop.testkit.FakeStudio;
import studio.mofang.desktop.testkit.Stand;

/// A screen over a server that is not there, for tests of what a person sees.
@Timeout(240)
abstract class ScreenFixture {
    static final String LONG =
            "一只橘色的猫咪蜷在江南老宅的木窗台上晒太阳，窗外是白墙黛瓦和一树盛开的玉兰花，远处有撑着油纸伞走过石桥的人，水墨画风格，柔和的晨光，" + "大量留白，适合做公众号文章的头图";

    @TempDir
    Path folder;

    final FakeStudio studio = new FakeStudio();
    final Background background = Background.ofTheInterface();
    final List<String> visited = new ArrayList<>();
    final Exits exits = new Exits(() -> visited.add("settings"), () -> visited.add("wallet"));
    Stand stand;

    @BeforeEach
    void open() {
        stand = new Stand(folder, 1156, 820);
    }

    @AfterEach
    void close() {
        stand.close();
        studio.close();
    }

    Thumbnails thumbnails() {
        return new Thumbnails(background, studio.backend());
    }

    MediaFiles files() {
        return new MediaFiles(background, studio.backend());
    }
}
