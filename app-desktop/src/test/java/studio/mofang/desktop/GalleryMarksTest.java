package studio.mofang.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import studio.mofang.core.Creations.Provenance;
import studio.mofang.core.content.AiLabel;
import studio.mofang.desktop.gallery.GalleryModel;
import studio.mofang.desktop.gallery.GalleryScreen;
import studio.mofang.desktop.kit.Messages.Language;

/// What a card of the gallery says of who made a work.
class GalleryMarksTest extends ScreenFixture {
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
        stand.show(Language.CHINESE, desk -> new GalleryScreen(desk, model, thumbnails(), _ -> {}, () -> {}));
    }
}
