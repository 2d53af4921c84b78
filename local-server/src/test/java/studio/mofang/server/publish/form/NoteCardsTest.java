package studio.mofang.server.publish.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.mofang.core.content.AiLabel;
import studio.mofang.core.content.PictureLabel;
import studio.mofang.core.platform.Article;
import studio.mofang.core.platform.Wish;

class NoteCardsTest {
    private final NoteCards cards = new NoteCards();

    @Test
    void everyCardOfWhatAModelWroteCarriesTheMetadataLabel() {
        var label = AiLabel.generated("dashscope/qwen-plus", "u-1");
        var article = Article.of("题", "一段话。", List.of(), Optional.of(label));

        assertThat(cards.all(article, Wish.NONE))
                .hasSize(2)
                .allSatisfy(png -> assertThat(PictureLabel.read(png)).contains(label));
    }

    @Test
    void whatAPersonWroteCarriesNone() {
        var article = Article.of("题", "一段话。", List.of(), Optional.empty());

        assertThat(PictureLabel.read(cards.one(article, Wish.NONE, 1))).isEmpty();
    }
}
