package studio.mofang.server.slides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.mofang.core.deck.DeckTheme;
import studio.mofang.server.slides.DeckWriter.Marks;

class LibreOfficeTest {
    private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page[^s]");

    @TempDir
    Path folder;

    @Test
    void aDeckBecomesAPdfOfAsManyPages() throws Exception {
        var office = office();
        assumeTrue(office != null, "LibreOffice (soffice) is not installed: the conversion to PDF is not tested here");
        var file = DeckWriter.write(SampleDeck.whole(), BuiltInTemplate.of(DeckTheme.INK), Marks.NONE);
        Files.write(folder.resolve("deck.pptx"), file);

        convert(office);

        var pdf = new String(Files.readAllBytes(folder.resolve("deck.pdf")), StandardCharsets.ISO_8859_1);
        assertThat(PAGE.matcher(pdf).results().count()).isEqualTo(16);
    }

    private void convert(String office) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        office,
                        "--headless",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--convert-to",
                        "pdf",
                        "--outdir",
                        folder.toString(),
                        folder.resolve("deck.pptx").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("LibreOffice did not finish: " + Files.readString(folder.resolve("log")));
        }
        assertThat(folder.resolve("deck.pdf"))
                .as(Files.readString(folder.resolve("log")))
                .exists();
    }

    private static String office() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(path -> Stream.of("soffice", "soffice.exe").map(name -> Path.of(path, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElse(null);
    }
}
