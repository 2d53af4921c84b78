package studio.mofang.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LaunchTest {
    private static final Path HOME = Path.of("/home/li");

    @Test
    void theFolderOfTheCommandLineComesBeforeThatOfTheEnvironment() {
        var environment = Map.of("MOFANG_DATA_DIR", "/elsewhere");

        assertThat(Launch.of(new String[] {"--data-dir", "/here"}, environment))
                .isEqualTo(new Launch.Studio(Path.of("/here")));
        assertThat(Launch.of(new String[] {"--data-dir=/here"}, environment))
                .isEqualTo(new Launch.Studio(Path.of("/here")));
        assertThat(Launch.of(new String[0], environment)).isEqualTo(new Launch.Studio(Path.of("/elsewhere")));
    }

    @Test
    void unknownOrUnfinishedArgumentsAreNamed() {
        assertThat(Launch.of(new String[] {"--dat"}, Map.of()))
                .isInstanceOfSatisfying(
                        Launch.Invalid.class,
                        invalid -> assertThat(invalid.complaint()).contains("--dat"));
        assertThat(Launch.of(new String[] {"--data-dir"}, Map.of())).isInstanceOf(Launch.Invalid.class);
    }

    @Test
    void everySystemHasItsOwnPlaceForData() {
        assertThat(Launch.standardFolder("mac os x", HOME, Map.of()))
                .isEqualTo(HOME.resolve("Library/Application Support/Mofang"));
        assertThat(Launch.standardFolder("windows 11", HOME, Map.of("APPDATA", "/roaming")))
                .isEqualTo(Path.of("/roaming/Mofang"));
        assertThat(Launch.standardFolder("linux", HOME, Map.of())).isEqualTo(HOME.resolve(".local/share/mofang"));
        assertThat(Launch.standardFolder("linux", HOME, Map.of("XDG_DATA_HOME", "/data")))
                .isEqualTo(Path.of("/data/mofang"));
    }
}
