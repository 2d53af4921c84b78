package studio.mofang.core.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class AiLabelTest {
    private static final AiLabel LABEL = AiLabel.generated("墨坊", "0190-a");

    @Test
    void theMetadataIsTheSevenFieldsOfTheStandard() {
        assertThat(LABEL.json())
                .isEqualTo(
                        "{\"Label\":\"1\",\"ContentProducer\":\"墨坊\",\"ProduceID\":\"0190-a\",\"ReservedCode1\":\"\","
                                + "\"ContentPropagator\":\"\",\"PropagateID\":\"\",\"ReservedCode2\":\"\"}");
    }

    @Test
    void anUnknownClassOfLabelIsRefused() {
        assertThatThrownBy(() -> new AiLabel("4", "", "", "", "", "", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4");
        assertThat(AiLabel.fromJson("{\"Label\":\"9\"}")).isEmpty();
        assertThat(AiLabel.fromJson("not json")).isEmpty();
        assertThat(AiLabel.fromJson("")).isEmpty();
    }

    @Test
    void labelsOfOtherGeneratorsAreRead() {
        var plain = "---\ntitle: 甲\nAIGC:\n  Label: 1\n  ContentProducer: '别家''s'\n  ProduceID: abc\nlang: zh\n---\n正文";
        var inline = "---\nAIGC: '{\"Label\":\"2\",\"ProduceID\":\"x\"}'\n---\n正文";

        assertThat(MarkdownExport.label(plain).orElseThrow().contentProducer()).isEqualTo("别家's");
        assertThat(MarkdownExport.label(inline).orElseThrow().label()).isEqualTo("2");
    }

    @Property
    void everyLabelSurvivesJsonMarkdownAndHtml(
            @ForAll String producer, @ForAll String id, @ForAll String code, @ForAll String text) {
        var label = new AiLabel("1", producer, id, code, producer, id, code);

        assertThat(AiLabel.fromJson(label.json())).contains(label);
        assertThat(MarkdownExport.label(MarkdownExport.of("题", text, Optional.of(label))))
                .contains(label);
        assertThat(HtmlExport.label(HtmlExport.of("题", text, Optional.of(label))))
                .contains(label);
    }
}
