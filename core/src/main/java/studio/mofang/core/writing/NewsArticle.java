package studio.mofang.core.writing;

import static studio.mofang.core.writing.FormField.choice;
import static studio.mofang.core.writing.FormField.multiline;
import static studio.mofang.core.writing.FormField.option;
import static studio.mofang.core.writing.FormField.text;

import java.util.List;
import studio.mofang.core.writing.ArticleLayout.Numbering;

/// 新闻稿/软文: the inverted pyramid, facts first; an advertorial says that it is one.
final class NewsArticle {
    private NewsArticle() {}

    static WritingTool tool() {
        return new WritingTool(
                new ToolCard(
                        "news_article",
                        "新闻稿/软文",
                        "News article",
                        "倒金字塔结构的新闻稿、通讯与品牌软文",
                        "Press releases and features, facts first",
                        10,
                        FIELDS),
                new Genre(
                        "通讯社出身的记者兼企业新闻发言人，写{article_kind}，读者是媒体编辑和公众。",
                        Length.about(1_000),
                        SECTIONS,
                        List.of("事件经过", "影响与意义", "后续安排"),
                        RULES,
                        CHECKS,
                        ArticleLayout.of(Numbering.NONE)
                                .before("（副题：聚焦{keywords}）", "**【待补充：媒体或单位】{place|【待补充：地点】}{event_date|【待补充：日期】}讯**")
                                .after("（完）", "**媒体联系**：{contact|【待补充：姓名、电话、邮箱】}")));
    }

    private static final List<FormField> FIELDS = List.of(
            choice(
                    "article_kind",
                    "稿件类型",
                    "Kind",
                    option("press_release", "新闻稿", "Press release"),
                    option("feature", "通讯特写", "Feature"),
                    option("brief_news", "消息简讯", "News brief"),
                    option("advertorial", "品牌软文", "Advertorial")),
            text("organization", "主体单位", "Organization"),
            text("event_date", "时间", "Date").hinted("例如：1月22日", "e.g. 22 January"),
            text("place", "地点", "Place"),
            multiline("facts", "事实与引语", "Facts and quotations")
                    .hinted("何人、何事、何因、数字，以及可引用的原话", "Who, what, why, figures, quotable words"),
            text("contact", "媒体联系人", "Media contact"));

    private static final List<Section> SECTIONS = List.of(
            Section.of("导语", 2, "一段、不超过 120 字，交代何时、何地、何人、何事、结果如何，把最重要的事实放第一句。")
                    .says(
                            "{event_date|【待补充：时间】}，{organization|【待补充：主体】}在{place|【待补充：地点】}【待补充：做了什么】，主题为「{title}」，涉及{keywords}。")
                    .asks("一个最有新闻价值的事实或数字"),
            Section.of("{keyword}", 6, "围绕「{keyword}」展开一层事实：数据、细节、引语各至少一处，按重要性递减。")
                    .says(
                            "在{keyword}方面，{organization|主体单位}介绍，【待补充：具体做法与数据】。",
                            "{keyword}是此次「{title}」的另一看点。【待补充：现场细节】。",
                            "围绕{keyword}，记者了解到，【待补充：可核实的事实】。")
                    .says("「【待补充：一句有信息量的原话】。」【待补充：姓名、职务】说。")
                    .forEachKeyword(),
            Section.of("背景", 2, "交代必要背景：此前情况、行业位置、政策依据，均须有出处。").says("据公开资料，【待补充：与「{title}」有关的背景及出处】。"),
            Section.of("后续", 1, "写下一步的时间表和公众可以怎样参与，不抒情、不喊口号。")
                    .says("据介绍，下一步将【待补充：时间表】。")
                    .asks("单位简介（一百字以内的标准表述）"));

    private static final List<String> RULES = List.of(
            "标题一行，主谓完整，有事实，不超过 25 字；需要时加副题。",
            "倒金字塔：重要的在前，任何一段之后截断都能成稿；一段一个事实。",
            "事实与观点分开：观点一律注明出自谁，不用「据悉」「有关人士」代替消息来源。",
            "引语只能使用材料里的原话；没有原话就留【待补充】，绝不替人说话。",
            "不用「隆重举行」「圆满成功」「重磅」「震撼」「里程碑」等评价词；不用感叹号。",
            "稿件类型为{article_kind}；品牌软文须在文末注明「广告」或「本文为商业合作内容」，不得冒充新闻报道。");

    private static final List<String> CHECKS = List.of("时间、地点、人名、职务、数字逐一核对", "每句引语都有本人确认", "品牌软文已标明「广告」", "标题没有超出正文事实");
}
