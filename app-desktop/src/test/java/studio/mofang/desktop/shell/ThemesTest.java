package studio.mofang.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ThemesTest {
    private static final Path RESOURCES = Path.of("src/main/resources");

    @Test
    void everyStylesheetIsLoadedInTheDark() throws IOException {
        try (var files = Files.walk(RESOURCES)) {
            var stylesheets = files.filter(file -> file.toString().endsWith(".css"))
                    .map(file -> "/" + RESOURCES.relativize(file).toString().replace('\\', '/'))
                    .toList();

            assertThat(Themes.sheets(true)).containsExactlyInAnyOrderElementsOf(stylesheets);
        }
    }

    @Test
    void theDarkComesLastAndChangesTheRestOnly() {
        var dark = Themes.sheets(true);

        assertThat(dark.getLast()).endsWith("mofang-dark.css");
        assertThat(Themes.sheets(false)).isEqualTo(dark.subList(0, dark.size() - 1));
    }
}
