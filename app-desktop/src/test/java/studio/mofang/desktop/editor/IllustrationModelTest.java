package studio.mofang.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.mofang.core.Fault;
import studio.mofang.core.Media;
import studio.mofang.desktop.editor.IllustrationModel.Outcome;
import studio.mofang.desktop.editor.IllustrationModel.Refusal;
import studio.mofang.desktop.testkit.FakeStudio;
import studio.mofang.desktop.testkit.HandTurnedDelay;
import studio.mofang.desktop.testkit.Pictures;

class IllustrationModelTest {
    @TempDir
    private Path folder;

    private final FakeStudio studio = new FakeStudio();
    private final IllustrationModel model = new IllustrationModel(new HandTurnedDelay().background(), studio.backend());
    private final Manuscript text = new Manuscript();

    @AfterEach
    void close() {
        studio.close();
    }

    @Test
    void picturesGoIntoTheStoreAndInTheirOrderIntoTheText() throws Exception {
        text.set("前文");
        var outcome = take(file("甲.png", Pictures.png(1, "64x64")), file("乙.PNG", Pictures.png(2, "64x64")));

        assertThat(outcome.inserted()).isEqualTo(2);
        assertThat(outcome.refusal()).isEmpty();
        assertThat(Media.references(text.get())).isEqualTo(studio.files());
        assertThat(text.get()).startsWith("前文\n\n![](media:");
    }

    @Test
    void whatIsNoPictureIsNamedAndTheOthersAreTaken() throws Exception {
        var outcome =
                take(file("报告.pdf", "%PDF".getBytes(StandardCharsets.UTF_8)), file("甲.png", Pictures.png(1, "64x64")));

        assertThat(outcome.inserted()).isEqualTo(1);
        assertThat(outcome.refusal()).contains(new Refusal.NoPicture("报告.pdf"));
        assertThat(studio.calls())
                .as("never sent")
                .filteredOn("POST media"::equals)
                .hasSize(1);
    }

    @Test
    void aNameThatPromisesAPictureIsNotBelieved() throws Exception {
        var film = "....ftypisom....".getBytes(StandardCharsets.UTF_8);

        assertThat(take(file("片.png", film)).refusal()).contains(new Refusal.NoPicture("片.png"));
        assertThat(studio.files()).as("nothing is left behind").isEmpty();
        assertThat(take(file("字.png", new byte[] {1, 2, 3})).refusal()).contains(new Refusal.NoPicture("字.png"));
        assertThat(text.get()).isEmpty();
    }

    @Test
    void whatIsTooLargeIsNotEvenRead() throws Exception {
        var large = folder.resolve("大.png");
        try (var file = java.nio.channels.FileChannel.open(
                large, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.WRITE)) {
            file.write(java.nio.ByteBuffer.allocate(1), 20L * 1024 * 1024);
        }

        assertThat(take(large).refusal()).contains(new Refusal.TooLarge("大.png"));
        assertThat(studio.calls()).doesNotContain("POST media");
        assertThat(take(file("中.png", new byte[1_100_000])).refusal())
                .as("by the server")
                .contains(new Refusal.TooLarge("中.png"));
    }

    @Test
    void whatFailsSaysWhy() throws Exception {
        studio.fails(Fault.NEEDS_NETWORK);
        assertThat(take(file("甲.png", Pictures.png(1, "64x64"))).refusal())
                .get()
                .isInstanceOfSatisfying(
                        Refusal.Failed.class,
                        failed -> assertThat(failed.problem()).hasMessageContaining("联网"));
        assertThat(take(folder.resolve("没有.png")).refusal()).get().isInstanceOf(Refusal.Failed.class);
    }

    private Outcome take(Path... files) {
        var told = new AtomicReference<Outcome>();
        model.take(text, IllustrationModel.files(List.of(files)), told::set);
        return told.get();
    }

    private Path file(String name, byte[] content) throws Exception {
        return Files.write(folder.resolve(name), content);
    }
}
