package studio.mofang.server.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.mofang.server.testkit.Pictures;

class MediaProbeTest {
    @TempDir
    private Path folder;

    @Test
    void picturesTellTypeAndSizeByTheirContent() throws IOException {
        assertThat(probe(Pictures.png(30, 20))).contains(MediaFacts.picture(MediaType.PNG, 30, 20));
        assertThat(probe(Pictures.jpeg(33, 21))).contains(MediaFacts.picture(MediaType.JPEG, 33, 21));
        assertThat(probe(Pictures.gif(7, 9))).contains(MediaFacts.picture(MediaType.GIF, 7, 9));
    }

    @Test
    void allThreeKindsOfWebpTellTheirSize() throws IOException {
        assertThat(probe(hex("52494646240000005745425056503820180000003001009d012a0a0014000200340025a4000370")))
                .contains(MediaFacts.picture(MediaType.WEBP, 10, 20));
        assertThat(probe(hex("524946461a000000574542505650384c0d0000002f09c00400071011118888fe0700")))
                .contains(MediaFacts.picture(MediaType.WEBP, 10, 20));
        assertThat(probe(hex("524946462400000057454250565038580a0000001000000009000013000000000000")))
                .contains(MediaFacts.picture(MediaType.WEBP, 10, 20));
    }

    @Test
    void aPictureOfTooManyPixelsIsNone() throws IOException {
        var bomb = Pictures.png(8, 8);
        System.arraycopy(hex("0000ea600000ea60"), 0, bomb, 16, 8);
        assertThat(probe(bomb)).isEmpty();
    }

    @Test
    void whateverElseIsNothing() throws IOException {
        assertThat(probe("<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(probe("<html>\u0089PNG</html>".getBytes(StandardCharsets.ISO_8859_1)))
                .isEmpty();
        assertThat(probe(hex("89504e470d0a1a0a"))).isEmpty();
        assertThat(probe(hex("ffd8ffe0"))).isEmpty();
        assertThat(probe(hex("0000001866747970"))).isEmpty();
        assertThat(probe(zip("word/document.xml", 10))).isEmpty();
    }

    @Test
    void aDeckIsOneUnlessItWouldBlowUp() throws IOException {
        assertThat(probe(zip("ppt/presentation.xml", 10))).map(MediaFacts::type).contains(MediaType.PPTX);
        assertThat(probe(zip("ppt/presentation.xml", 30_000_000))).isEmpty();
    }

    private Optional<MediaFacts> probe(byte[] content) throws IOException {
        var file = Files.write(folder.resolve("file"), content);
        return MediaProbe.of(file);
    }

    private byte[] zip(String name, int size) throws IOException {
        var file = folder.resolve("zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<Types/>".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(name));
            zip.write(new byte[size]);
        }
        return Files.readAllBytes(file);
    }

    private static byte[] hex(String bytes) {
        return HexFormat.of().parseHex(bytes);
    }
}
