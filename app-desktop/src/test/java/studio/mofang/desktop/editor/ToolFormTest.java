package studio.mofang.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.mofang.core.Creations.Field;
import studio.mofang.core.Creations.Tool;

class ToolFormTest {
    @Test
    void chineseAndWesternMarksBothSeparateKeywords() {
        var form = new ToolForm(new Tool("wechat_article", "公众号文章", "", 1, List.of()));
        form.value(new Field("keywords", "", "tags", false, null, List.of(), null))
                .set("清晨\uFF0C习惯, 效率、早起\uFF1B阅读;笔记");

        assertThat(form.request("", null, null, null).keywords()).containsExactly("清晨", "习惯", "效率", "早起", "阅读", "笔记");
    }
}
