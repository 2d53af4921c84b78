package studio.mofang.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.mofang.server.LocalServer;
import studio.mofang.server.ServerConfig;

class RefusedStartTest {
    @TempDir
    private Path folder;

    @Test
    void dataInUseByAnotherProgramIsSaidAndTriedAgainWhenWanted() throws Exception {
        var other = LocalServer.start(ServerConfig.embedded(folder));
        var person = new Driver(folder);
        try {
            person.awaitSeen(".placeholder-title");
            person.shot("refused");
            assertThat(person.onScreen(
                            () -> ((Labeled) person.find(".placeholder-title").orElseThrow()).getText()))
                    .isEqualTo("墨坊无法启动");
            other.close();
            person.click(".placeholder .accent");

            person.awaitSeen("#title");
        } finally {
            other.close();
            person.leave();
        }
    }
}
