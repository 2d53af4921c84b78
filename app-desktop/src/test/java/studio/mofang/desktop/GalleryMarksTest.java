package studio.mofang.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.mofang.core.Creations.Provenance;
import studio.mofang.core.content.AiLabel;
import studio.mofang.desktop.gallery.GalleryModel;
import studio.mofang.desktop.gallery.GalleryScreen;
import studio.mofang.desktop.kit.Background;
import studio.mofang.desktop.kit.Messages.Language;
import studio.mofang.desktop.kit.Thumbnails;
import studio.mofang.desktop.testkit.FakeStudio;
import studio.mofang.desktop.testkit.Stand;

/// What a card of the gallery says of who made a work.
@Timeout(120)
class GalleryMarksTest {
    @TempDir
    private Path folder;

    private final FakeStudio studio = new FakeStudio();
    private final Background background = Background.ofTheInterface();
    private Stand stand;

    @BeforeEach
    void open() {
        stand = new Stand(folder, 1156, 820);
    }

    @AfterEach
    void close() {
        stand.close();
        studio.close();
    }

    @Test
    void aDeckLaidOutOfflineFromAnAisTextIsMarkedAsAi() {
        studio.keeps(
                "ppt",
                "一篇 AI 文章的幻灯片",
                offline(AiLabel.generated("qwen/qwen-plus", "1").json()));
        gallery();

        stand.awaitSeen(".card-ai");
        assertThat(stand.find(".card-ai").map(Node::getAccessibleText)).contains("在本机离线排版，文字由 AI 生成");
        stand.shot("gallery-marks");
    }

    @Test
    void aDeckOfAPersonsOwnWordsIsNot() {
        studio.keeps("ppt", "自己写的幻灯片", offline(null));
        gallery();

        stand.awaitSeen(".card");
        assertThat(stand.find(".card-ai")).isEmpty();
    }

    private static Provenance offline(@Nullable String label) {
        return new Provenance(Provenance.OFFLINE, "", null, 0, List.of(), Instant.now(), label);
    }

    private void gallery() {
        var model = stand.onScreen(() -> new GalleryModel(background, studio.backend()));
        var thumbnails = new Thumbnails(background, studio.backend());
        stand.show(Language.CHINESE, desk -> new GalleryScreen(desk, model, thumbnails, _ -> {}, () -> {}));
    }
}
