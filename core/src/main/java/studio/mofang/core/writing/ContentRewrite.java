package studio.mofang.core.writing;

import static studio.mofang.core.writing.FormField.choice;
import static studio.mofang.core.writing.FormField.multiline;
import static studio.mofang.core.writing.FormField.option;
import static studio.mofang.core.writing.FormField.text;

import java.util.ArrayList;
import java.util.List;

/// 内容改写: the same facts in another shape. Offline it takes the text apart for rewriting by hand.
final class ContentRewrite {
    private static final int LONG_SENTENCE = 40;

    private ContentRewrite() {}

    static WritingTool tool() {
        return new WritingTool(
                new ToolCard(
                        "content_rewrite",
                        "内容改写",
                        "Rewriting",
                        "在不改变事实的前提下润色、缩写、扩写、换风格",
                        "Polish, shorten, expand or restyle without changing facts",
                        8,
                        FIELDS),
                new Genre(
                        "出版社的资深文字编辑，按「{goal}」改写作者的原文，读者是{audience|原文的读者}。",
                        Length.ofItsSource(),
                        SECTIONS,
                        List.of("要点"),
                        RULES,
                        CHECKS,
                        ContentRewrite::write));
    }

    private static final List<FormField> FIELDS = List.of(
            multiline(WritingTool.SOURCE, "原文", "Source text")
                    .upTo(Limits.SOURCE_TEXT)
                    .mandatory(),
            choice(
                    "goal",
                    "改写目标",
                    "Goal",
                    option("polish", "润色通顺", "Polish"),
                    option("shorten", "精简压缩", "Shorten"),
                    option("expand", "扩写充实", "Expand"),
                    option("plain", "通俗易懂", "Plain language"),
                    option("formal", "正式书面", "Formal"),
                    option("platform", "换平台风格", "Another platform's style")),
            choice(
                    "degree",
                    "改写程度",
                    "Degree",
                    option("moderate", "中度：可调句序", "Moderate"),
                    option("light", "轻度：只改词句", "Light"),
                    option("heavy", "重度：可重组结构", "Heavy")),
            text("audience", "目标读者", "Audience"),
            text("target_style", "目标风格或平台", "Style or platform"));

    private static final List<Section> SECTIONS = List.of(
            Section.of("改写稿", 1, "完整改写原文，事实、数字、专名、引语、逻辑关系全部保留；原文有小标题的保留层级。"),
            Section.of("改动说明", 1, "分隔线之后，用不超过 5 条列出主要改动和需要作者确认之处。"));

    private static final List<String> RULES = List.of(
            "目标：{goal}；程度：{degree}；风格：{target_style|与原文一致}。",
            "不增加原文没有的事实和观点；扩写只能展开原文已有的意思，缺的材料写【待补充】。",
            "保留作者的立场、人称和术语；原文的事实错误不擅改，在改动说明里指出。",
            "精简时先删重复和修饰，再并句；压缩到原文的六成左右，除非另有要求。",
            "不为规避查重而做同义词替换；改写他人作品须有授权并注明来源。");

    private static final List<String> CHECKS = List.of("事实、数字、专名、引语与原文一致", "没有增加原文没有的观点", "原文来自他人时已获授权并注明来源");

    private static void write(Draft draft, Page page) {
        var source = draft.field(WritingTool.SOURCE);
        var paragraphs = Sentences.paragraphs(source);
        page.heading(
                1, draft.brief().title().isBlank() ? "改写工作稿" : draft.words().title() + "（改写工作稿）");
        page.note("离线不能代为改写。下面把原文拆成句子、标出可改之处，原文完整保留在最后。");
        page.block(draft.fill("**目标**：{goal}　**程度**：{degree}　**读者**：{audience|与原文相同}　**风格**：{target_style|与原文一致}"));
        page.heading(2, "结构建议").bullets(structure(draft.field("goal"), paragraphs));
        page.heading(2, "逐句改写表");
        page.table(List.of("段-句", "原句", "字数", "可改之处", "改写"), rows(paragraphs));
        page.heading(2, "原文").block(quoted(paragraphs));
    }

    private static List<String> structure(String goal, List<String> paragraphs) {
        var advice = new ArrayList<String>();
        advice.add("现有 %d 段。先给每段写一句大意：写不出来的段落要拆，大意相同的段落要并。".formatted(paragraphs.size()));
        advice.add(
                switch (goal) {
                    case "shorten" -> "精简：先删重复和举例，再把两句并成一句，目标是原文的六成。";
                    case "expand" -> "扩写：在每段之后问「为什么」「例如」，只补自己有出处的材料。";
                    case "plain" -> "通俗：每个术语第一次出现时用一句日常的话解释，长句拆短。";
                    case "formal" -> "正式：去掉口语和感叹，把「我觉得」改成有主语、有依据的判断。";
                    case "platform" -> "换平台：把结论提到第一段，再按平台的篇幅和段落长度重排。";
                    default -> "润色：先理顺每段第一句，让首句连起来就是全文提要，再改词。";
                });
        advice.add("建议顺序：结论或场景 → 理由 → 例子 → 做法 → 收束。标出哪一段放在哪个位置。");
        return advice;
    }

    private static List<List<String>> rows(List<String> paragraphs) {
        var rows = new ArrayList<List<String>>();
        for (var paragraph = 0; paragraph < paragraphs.size(); paragraph++) {
            var sentences = Sentences.of(paragraphs.get(paragraph));
            for (var sentence = 0; sentence < sentences.size(); sentence++) {
                rows.add(row((paragraph + 1) + "-" + (sentence + 1), sentences.get(sentence)));
            }
        }
        return rows;
    }

    private static List<String> row(String place, String sentence) {
        var length = sentence.codePointCount(0, sentence.length());
        return List.of(place, sentence, String.valueOf(length), advice(sentence, length), "");
    }

    private static String advice(String sentence, int length) {
        var advice = new ArrayList<String>();
        if (length > LONG_SENTENCE) {
            advice.add("长句，拆成两句");
        }
        if (sentence.matches("(?s).*的[^，。；]{0,6}的[^，。；]{0,6}的.*")) {
            advice.add("「的」太密");
        }
        if (sentence.matches("(?s).*(进行了?|作出了?|被|通过).*")) {
            advice.add("换成直接的动词");
        }
        if (sentence.matches("(?s).*(非常|十分|很多|一些|大约|众所周知|随着).*")) {
            advice.add("换成具体的说法");
        }
        return advice.isEmpty() ? "可保留" : String.join("；", advice);
    }

    static String quoted(List<String> paragraphs) {
        return paragraphs.stream()
                .map(paragraph -> "> " + paragraph)
                .reduce((above, below) -> above + "\n>\n" + below)
                .orElse("");
    }
}
