package studio.mofang.server.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import studio.mofang.core.content.AiLabel;
import studio.mofang.core.content.PictureLabel;
import studio.mofang.server.testkit.Pictures;

class SentPictureTest {
    private static final int WIDTH_AT = 16;

    @Test
    void aPictureThatClaimsTooManyPixelsIsNotDecoded() {
        var bomb = ByteBuffer.wrap(Pictures.png(4, 4)).putInt(WIDTH_AT, 60_000).putInt(WIDTH_AT + 4, 60_000);

        assertThatThrownBy(() -> SentPicture.jpeg(bomb.array(), "cover"))
                .isInstanceOf(PublishFailure.class)
                .hasMessageContaining("像素太多");
    }

    @Test
    void whatIsNoJpegBecomesOne() throws PublishFailure {
        var sent = SentPicture.jpeg(Pictures.gif(40, 30), "cover");

        assertThat(sent.fileName()).isEqualTo("cover.jpg");
        assertThat(sent.bytes()).startsWith(0xff, 0xd8);
    }

    @Test
    void theLabelOfWhatAnAiMadeGoesAlong() throws PublishFailure {
        var label = AiLabel.generated("dashscope/wan2.6-t2i", "1");
        var made = PictureLabel.write(Pictures.png(40, 30), label);

        var sent = SentPicture.jpeg(made, "cover");

        assertThat(sent.bytes()).startsWith(0xff, 0xd8);
        assertThat(PictureLabel.read(sent.bytes())).contains(label);
    }
}
