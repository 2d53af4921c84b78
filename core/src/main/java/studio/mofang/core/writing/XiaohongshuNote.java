package studio.mofang.core.writing;

import static studio.mofang.core.writing.FormField.choice;
import static studio.mofang.core.writing.FormField.number;
import static studio.mofang.core.writing.FormField.option;
import static studio.mofang.core.writing.FormField.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// 小红书笔记: a note for a phone. The platform takes titles of 20 characters, bodies of 1000 and about ten tags.
final class XiaohongshuNote {
    private static final int LONGEST_TITLE = 20;
    private static final int LONGEST_BODY = 1_000;

    private XiaohongshuNote() {}

    static WritingTool tool() {
        return new WritingTool(
                new ToolCard(
                        "xiaohongshu_note",
                        "小红书笔记",
                        "Xiaohongshu note",
                        "标题抓人、分点清楚、带话题标签的小红书笔记",
                        "A note with a catching title, clear points and tags",
                        5,
                        FIELDS),
                new Genre(
                        "真诚的小红书博主，写{note_kind}给{audience|同好}看，靠真实体验和具体信息被收藏。",
                        Length.about(500).atMost(LONGEST_BODY),
                        SECTIONS,
                        List.of("第一步怎么做", "最容易踩的坑", "我的小技巧"),
                        RULES,
                        CHECKS,
                        XiaohongshuNote::write));
    }

    private static final List<FormField> FIELDS = List.of(
            choice(
                    "note_kind",
                    "笔记类型",
                    "Kind",
                    option("tutorial", "教程攻略", "Tutorial"),
                    option("recommendation", "好物分享", "Recommendation"),
                    option("review", "测评避坑", "Review"),
                    option("diary", "日常记录", "Diary"),
                    option("travel", "探店旅行", "Places")),
            choice(
                    "tone",
                    "语气",
                    "Tone",
                    option("sincere", "真诚分享", "Sincere"),
                    option("lively", "活泼种草", "Lively"),
                    option("calm", "冷静干货", "Matter-of-fact")),
            choice(
                    "emoji_density",
                    "表情密度",
                    "Emoji",
                    option("some", "适中", "Some"),
                    option("none", "不用", "None"),
                    option("many", "较多", "Many")),
            number("tag_count", "话题数", "Tags", 1, 10).defaulting("6"),
            text("audience", "写给谁", "Audience").hinted("例如：租房的上班族", "e.g. renting office workers"));

    private static final List<Section> SECTIONS = List.of(
            Section.of("开头", 2, "前两行就给结论或反差，让人知道看完能得到什么；不寒暄。")
                    .says(
                            "「{title}」，我踩过坑才摸出来的几点，一次说清。",
                            "关于「{title}」，先说结论：没那么难，但顺序很重要。",
                            "被问了好多次「{title}」，这次按步骤写给{audience|你}。"),
            Section.of("{keyword}", 6, "「{keyword}」一条：一句结论＋一个具体做法（数量、时间、价格、位置），短句分行。")
                    .says(
                            "我的做法：【待补充：具体步骤、用时或价格】。关键是先做小的那一步。",
                            "亲测有用的一点：【待补充：具体细节】。别一上来就求全。",
                            "记住一个标准：【待补充：怎样算做到】。达不到就退回上一步。")
                    .forEachKeyword(),
            Section.of("结尾", 1, "一句总结加一个容易回答的问题，引导评论；不求关注、不站外引流。").says("先收藏，照着做一遍再来告诉我结果。你在「{keyword}」上最头疼的是什么？"));

    private static final List<String> RULES = List.of(
            "第一行是标题，写成一级标题，不超过 20 字（含标点和表情），有具体信息或反差。",
            "正文连标点不超过 1000 字，每段 1～3 行，段间空行；不用小标题层级，用序号或表情分点。",
            "语气：{tone}；表情密度：{emoji_density}（不用＝一个都不出现；适中＝每段至多一个；较多＝每段一到两个）。",
            "最后一行给 {tag_count} 个话题，形如 #话题 ，由大到小：一个大词、若干中词、一两个长尾词。",
            "写第一人称真实体验；没有给出的体验、价格、数据留【待补充】，不编造亲测。",
            "商业合作须标明「广告」或「合作」；不写「全网最低」「绝绝子」「家人们谁懂啊」，不留微信等站外联系方式，不写医疗功效。");

    private static final List<String> CHECKS =
            List.of("标题不超过 20 字", "正文不超过 1000 字，话题约 10 个以内", "首图 3:4，文字清楚，自己有使用权", "体验和价格真实；合作内容已标明");

    private static void write(Draft draft, Page page) {
        var parts = draft.outline().parts();
        page.heading(1, Limits.cut(draft.words().title(), LONGEST_TITLE));
        page.block("**备选标题**（不超过 20 字）\n\n" + titles(draft));
        page.note("正文约 %d 字，上限 1000 字；一段一个意思，段间空行。".formatted(draft.outline().words()));
        page.blocks(parts.getFirst().paragraphs());
        for (var number = 1; number < parts.size() - 1; number++) {
            page.line(mark(draft.field("emoji_density"), number) + "**"
                    + parts.get(number).heading() + "**");
            page.blocks(parts.get(number).paragraphs());
        }
        page.blocks(parts.getLast().paragraphs());
        page.line(tags(draft));
    }

    private static String titles(Draft draft) {
        return Stream.of("{title}，照着做就行", "{keyword}到底怎么做？", "后悔没早知道的{keyword}")
                .map(draft::fill)
                .map(title -> "- " + Limits.cut(title, LONGEST_TITLE))
                .collect(Collectors.joining("\n"));
    }

    private static String mark(String density, int number) {
        return switch (density) {
            case "none" -> number + ". ";
            case "many" -> "✨📌 ";
            default -> "📌 ";
        };
    }

    /// The tags escaped, so that the line is not read as a heading.
    private static String tags(Draft draft) {
        var tags = new ArrayList<>(draft.brief().keywords());
        tags.add(draft.words().title());
        tags.addAll(List.of(draft.fill("{note_kind}"), "干货分享", "经验分享", "新手必看", "我的日常", "实用技巧", "生活记录", "笔记灵感", "每日分享"));
        return tags.stream()
                .map(tag -> tag.replaceAll("[\\s\\p{P}\\p{S}]", ""))
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .limit(draft.number("tag_count", 6))
                .map(tag -> "\\#" + Limits.cut(tag, 20))
                .collect(Collectors.joining(" "));
    }
}
