package studio.mofang.core.writing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class WireTest {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Test
    void aCardCarriesTheContractsMembersAndTheForm() {
        var card = JSON.valueToTree(Briefs.tool("wechat_article").card());

        assertThat(card.get("type").asText()).isEqualTo("wechat_article");
        assertThat(card.get("credits_cost").asInt()).isEqualTo(10);
        assertThat(card.at("/fields/1/kind").asText()).isEqualTo("choice");
        assertThat(card.at("/fields/1/choices/0/label/zh").asText()).isEqualTo("实用干货");
        assertThat(card.at("/fields/1/default_value").asText()).isEqualTo("practical");
    }

    @Test
    void whatTheJsonLeavesOutIsBlank() throws Exception {
        var brief =
                JSON.readValue("{\"title\": \" 题 \", \"keywords\": [\"甲\", null, \" 甲 \", \"\"]}", WritingBrief.class);

        assertThat(brief).isEqualTo(new WritingBrief("", "题", List.of("甲"), "", Map.of()));
    }

    @Test
    void fieldsTakeNumbersAndIgnoreNulls() throws Exception {
        var brief = JSON.readValue("{\"fields\": {\"duration_seconds\": 30, \"props\": null}}", WritingBrief.class);

        assertThat(brief.fields()).isEqualTo(Map.of("duration_seconds", "30"));
    }
}
