package studio.mofang.core.writing;

import static studio.mofang.core.writing.FormField.choice;
import static studio.mofang.core.writing.FormField.option;
import static studio.mofang.core.writing.FormField.text;

import java.util.List;
import studio.mofang.core.writing.ArticleLayout.Numbering;

/// 公众号文章: a long read on a phone. The platform takes titles of up to 32 characters and digests of up to 128.
final class WechatArticle {
    private WechatArticle() {}

    static WritingTool tool() {
        return new WritingTool(
                new ToolCard(
                        "wechat_article",
                        "公众号文章",
                        "WeChat article",
                        "生成适合微信公众号的文章",
                        "A long read for a WeChat official account",
                        10,
                        FIELDS),
                new Genre(
                        "资深微信公众号主笔，为手机屏幕上的{audience|普通读者}写长文，擅长把一件事讲清楚、讲到能照着做。",
                        Length.about(1_800),
                        SECTIONS,
                        List.of("先看清问题", "马上能做的三步", "坚持下去的关键"),
                        RULES,
                        CHECKS,
                        LAYOUT));
    }

    private static final List<FormField> FIELDS = List.of(
            text("audience", "目标读者", "Audience").hinted("例如：刚工作三年的职场人", "e.g. people three years into work"),
            choice(
                    "style",
                    "文章类型",
                    "Kind",
                    option("practical", "实用干货", "How-to"),
                    option("opinion", "观点评论", "Opinion"),
                    option("story", "人物故事", "Story"),
                    option("review", "测评盘点", "Review"),
                    option("popular_science", "知识科普", "Explainer")),
            choice(
                    "tone",
                    "语气",
                    "Tone",
                    option("friendly", "亲切平实", "Friendly"),
                    option("professional", "专业克制", "Professional"),
                    option("humorous", "轻松幽默", "Humorous"),
                    option("sharp", "犀利直接", "Sharp")),
            text("call_to_action", "结尾引导", "Call to action").hinted("例如：留言分享你的做法", "e.g. share yours in the comments"));

    private static final List<Section> SECTIONS = List.of(
            Section.of("开头：从一个具体的场景进入", 2, "用一个{audience|读者}经历过的场景切入，三句话内说出这篇文章解决什么问题，不铺垫大背景。")
                    .says(
                            "关于「{title}」，很多人不是不知道重要，而是不知道从哪一步开始。",
                            "如果你也搜过「{title}」，大概已经看过不少答案，也大概都没用起来。",
                            "「{title}」这件事，难的往往不是道理，而是落到今天下午三点该做什么。")
                    .says("这篇文章从{keywords}讲起，只讲能照着做的部分；读完你应该能说出自己的第一步是什么。")
                    .asks("一个真实的场景：谁、什么时候、遇到了什么麻烦"),
            Section.of("{keyword}", 9, "围绕「{keyword}」讲透一个判断：现象—原因—做法—例子，小标题改成一句有信息量的话。")
                    .says(
                            "先说「{keyword}」。它和「{title}」的关系，一句话就能讲完：做对了，后面的事都会省力。",
                            "再看「{keyword}」。它最容易被当成口号，所以这里只谈怎么做、做到什么程度算数。",
                            "「{keyword}」常被放到最后，其实越早想清楚，返工越少。")
                    .says("可以按三步来：第一步，写下现在的做法；第二步，找出最费力的一处；第三步，只改这一处，观察一周。", "判断有没有做到位，看两点：换一个人能不能照着做，过一周还能不能坚持。")
                    .asks("「{keyword}」的一个真实例子或数据（注明来源）", "读者最可能的疑问，以及你的回答")
                    .forEachKeyword(),
            Section.of("容易踩的坑", 2, "列出三个常见误区，每个一句话说错在哪、一句话说怎么改。")
                    .says("围绕「{title}」，最常见的误区有三个：贪多，一次想全改；求快，三天不见效就放弃；照搬，不看自己的条件。")
                    .asks("你或身边人踩过的一个坑"),
            Section.of("写在最后", 1, "用两三句话收束到一个今天就能做的动作，再给出互动引导：{call_to_action|邀请读者留言}。")
                    .says("如果只记住一件事，那就是：从{keyword}开始，今天先做最小的一步。")
                    .says("{call_to_action|你在这件事上有什么办法或困惑？欢迎在留言区写下来。}"));

    private static final List<String> RULES = List.of(
            "第一行是标题，写成一级标题，不超过 32 字；第二段是不超过 128 字的导语，可直接用作摘要。",
            "文章类型：{style}；语气：{tone}。人称用「你」和「我」，像跟一个人说话。",
            "手机阅读：每段不超过 4 行（约 80 字），每 300 字左右一个小标题，重点句加粗，每节最多两处。",
            "小标题必须有信息量，单看小标题就能知道文章说了什么；不用「一、背景」这类空标题。",
            "不做标题党：标题里的承诺正文必须兑现；不用「震惊」「必看」「99% 的人不知道」。",
            "不诱导分享和关注（例如「不转不是」），不写医疗、投资的确定性结论。");

    private static final List<String> CHECKS =
            List.of("标题不超过 32 字，且正文兑现了标题的承诺", "摘要不超过 128 字", "封面图与正文图片都有使用权", "引用的数据和案例注明了来源");

    private static final Layout LAYOUT = ArticleLayout.of(Numbering.NONE)
            .before(
                    "**备选标题**\n\n- {title}\n- {title}：从{keyword}说起\n- 关于「{title}」，我想讲三件事",
                    "**摘要**（不超过 128 字）：写给{audience|想解决这个问题的人}。本文从{keywords}入手，讲清「{title}」怎么想、怎么做、怎么避坑。");
}
