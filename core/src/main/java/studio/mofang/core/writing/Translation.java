package studio.mofang.core.writing;

import static studio.mofang.core.writing.FormField.Choice;
import static studio.mofang.core.writing.FormField.choice;
import static studio.mofang.core.writing.FormField.multiline;
import static studio.mofang.core.writing.FormField.option;
import static studio.mofang.core.writing.FormField.tags;

import java.util.ArrayList;
import java.util.List;

/// 多语言翻译. Offline it cannot translate, so it lays out a worktable paragraph by paragraph and says so.
final class Translation {
    private Translation() {}

    static WritingTool tool() {
        return new WritingTool(
                new ToolCard(
                        "translation",
                        "多语言翻译",
                        "Translation",
                        "按领域和语体翻译文章，术语一致、排版保留",
                        "Translation by field and register, terms kept consistent",
                        8,
                        FIELDS),
                new Genre(
                        "以{target_language}为母语的专业译者，从{source_language}译{domain}类文本，译文要像原创一样可以直接发表。",
                        Length.ofItsSource(),
                        SECTIONS,
                        List.of("术语"),
                        RULES,
                        CHECKS,
                        Translation::write));
    }

    private static final Choice[] LANGUAGES = {
        option("en", "英语", "English"),
        option("zh", "简体中文", "Chinese (simplified)"),
        option("zh_hant", "繁体中文", "Chinese (traditional)"),
        option("ja", "日语", "Japanese"),
        option("ko", "韩语", "Korean"),
        option("fr", "法语", "French"),
        option("de", "德语", "German"),
        option("es", "西班牙语", "Spanish"),
        option("ru", "俄语", "Russian"),
        option("pt", "葡萄牙语", "Portuguese"),
        option("ar", "阿拉伯语", "Arabic"),
        option("vi", "越南语", "Vietnamese"),
        option("th", "泰语", "Thai")
    };

    private static final List<FormField> FIELDS = List.of(
            multiline(WritingTool.SOURCE, "原文", "Source text")
                    .upTo(Limits.SOURCE_TEXT)
                    .mandatory(),
            choice("target_language", "目标语言", "Target language", LANGUAGES),
            choice("source_language", "原文语言", "Source language", sourceLanguages()),
            choice(
                    "domain",
                    "领域",
                    "Field",
                    option("general", "通用", "General"),
                    option("business", "商务", "Business"),
                    option("technology", "科技", "Technology"),
                    option("legal", "法律", "Law"),
                    option("medical", "医学", "Medicine"),
                    option("literature", "文学", "Literature"),
                    option("marketing", "营销", "Marketing")),
            choice(
                    "register",
                    "语体",
                    "Register",
                    option("neutral", "中性", "Neutral"),
                    option("formal", "正式", "Formal"),
                    option("colloquial", "口语", "Colloquial")),
            multiline("glossary", "术语表", "Glossary").hinted("每行一条：原文 = 译文", "One per line: source = target"),
            tags("keep_terms", "不译的词", "Words to keep")
                    .hinted("品牌、代码、缩写，用逗号隔开", "Brands, code, abbreviations, with commas"));

    private static final List<Section> SECTIONS = List.of(
            Section.of("译文", 1, "完整翻译全文，不增、不减、不概括；段落、标题层级、列表、表格、链接和代码与原文对应。"),
            Section.of("译注", 1, "分隔线之后，只在确有必要时列出：双关、文化负载词、原文疑似错误的处理；没有则省略。"));

    private static final List<String> RULES = List.of(
            "由{source_language}译成{target_language}；领域：{domain}；语体：{register}。",
            "忠实于意义和语气，不逐字硬译；长句按目标语言的习惯重组，避免翻译腔。",
            "术语前后一致，优先使用给定术语表；专名用通行译名，首次出现括注原文，没有通行译名的保留原文；这些词不译：{keep_terms|无}。",
            "数字、日期、单位、货币按目标语言的书写习惯转换格式，不换算数值；代码、网址、占位符原样保留。",
            "标点用目标语言的标点；译成英语等西文时使用半角标点，不适用中文全角规则。",
            "看不懂或有歧义处直译并在译注说明，不猜。");

    private static final List<String> CHECKS = List.of("没有漏译，段落数与原文一致", "术语前后一致，与术语表相符", "数字、日期、专名逐一核对", "请母语者通读一遍");

    private static Choice[] sourceLanguages() {
        var languages = new ArrayList<>(List.of(LANGUAGES));
        languages.addFirst(option("auto", "自动识别", "Detect"));
        return languages.toArray(Choice[]::new);
    }

    private static void write(Draft draft, Page page) {
        var paragraphs = Sentences.paragraphs(draft.field(WritingTool.SOURCE));
        page.heading(
                1, draft.brief().title().isBlank() ? "翻译工作表" : draft.words().title() + "（翻译工作表）");
        page.note("离线不能翻译：下表逐段对照，译文栏留空，可以手工翻译，或联网后用同一原文重新生成。");
        page.block(
                draft.fill("**原文语言**：{source_language}　**目标语言**：{target_language}　**领域**：{domain}　**语体**：{register}"));
        page.heading(2, "逐段对照").table(List.of("段", "原文", draft.fill("译文（{target_language}）")), rows(paragraphs));
        page.heading(2, "术语表").table(List.of("原文", "译文"), terms(draft));
    }

    private static List<List<String>> rows(List<String> paragraphs) {
        var rows = new ArrayList<List<String>>();
        paragraphs.forEach(paragraph -> rows.add(List.of(String.valueOf(rows.size() + 1), paragraph, "")));
        return rows;
    }

    private static List<List<String>> terms(Draft draft) {
        var terms = new ArrayList<List<String>>();
        draft.field("glossary").lines().filter(line -> !line.isBlank()).forEach(line -> terms.add(term(line)));
        FormField.tagList(draft.field("keep_terms")).forEach(word -> terms.add(List.of(word, word)));
        draft.brief().keywords().forEach(keyword -> terms.add(List.of(keyword, "")));
        return terms.isEmpty() ? List.of(List.of("【待补充】", "")) : terms;
    }

    private static List<String> term(String line) {
        var sides = line.split("=", 2);
        return List.of(sides[0].strip(), sides.length == 2 ? sides[1].strip() : "");
    }
}
