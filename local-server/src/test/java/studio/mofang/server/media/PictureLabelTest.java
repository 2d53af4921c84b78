package studio.mofang.server.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import studio.mofang.core.content.AiLabel;
import studio.mofang.core.content.PictureLabel;
import studio.mofang.server.testkit.Pictures;

class PictureLabelTest {
    private static final AiLabel LABEL = AiLabel.generated("墨坊 <&> \"qwen\"", "0190-1");

    @Test
    void aPngCarriesTheLabelOnceAndIsStillThatPicture() throws IOException {
        var png = Pictures.png(30, 20);
        assertThat(PictureLabel.read(png)).isEmpty();
        var labelled = PictureLabel.write(PictureLabel.write(png, AiLabel.generated("other", "1")), LABEL);
        assertThat(PictureLabel.read(labelled)).contains(LABEL);
        assertThat(new String(labelled, StandardCharsets.UTF_8)).containsOnlyOnce("<TC260:AIGC>");
        assertThat(ImageIO.read(new ByteArrayInputStream(labelled)).getWidth()).isEqualTo(30);
    }

    @Test
    void aJpegCarriesTheLabelOnceAndIsStillThatPicture() throws IOException {
        var jpeg = Pictures.jpeg(30, 20);
        assertThat(PictureLabel.read(jpeg)).isEmpty();
        var labelled = PictureLabel.write(PictureLabel.write(jpeg, AiLabel.generated("other", "1")), LABEL);
        assertThat(PictureLabel.read(labelled)).contains(LABEL);
        assertThat(new String(labelled, StandardCharsets.UTF_8)).containsOnlyOnce("<TC260:AIGC>");
        assertThat(ImageIO.read(new ByteArrayInputStream(labelled)).getHeight()).isEqualTo(20);
    }

    @Test
    void brokenFilesHaveNoLabel() {
        var png = PictureLabel.write(Pictures.png(30, 20), LABEL);
        for (int length = 0; length < png.length; length += 7) {
            PictureLabel.read(java.util.Arrays.copyOf(png, length));
        }
        assertThat(PictureLabel.read(new byte[] {1, 2, 3})).isEmpty();
    }
}
