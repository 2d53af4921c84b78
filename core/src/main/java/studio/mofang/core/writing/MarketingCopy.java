package studio.mofang.core.writing;

import static studio.mofang.core.writing.FormField.choice;
import static studio.mofang.core.writing.FormField.multiline;
import static studio.mofang.core.writing.FormField.option;
import static studio.mofang.core.writing.FormField.text;

import java.util.List;
import studio.mofang.core.writing.ArticleLayout.Numbering;

/// 营销文案: copy that sells without the absolute words that 《广告法》 article 9 bans.
final class MarketingCopy {
    private MarketingCopy() {}

    static WritingTool tool() {
        return new WritingTool(
                new ToolCard(
                        "marketing_copy",
                        "营销文案",
                        "Marketing copy",
                        "从卖点到行动号召的营销文案，避开广告法禁用语",
                        "Copy from selling point to call to action, within advertising law",
                        8,
                        FIELDS),
                new Genre(
                        "做过多年转化的广告文案，为{audience|目标顾客}写{channel}文案，熟悉《广告法》。",
                        Length.about(600),
                        SECTIONS,
                        List.of("省时间", "更省心", "看得见的品质"),
                        RULES,
                        CHECKS,
                        ArticleLayout.of(Numbering.NONE)
                                .before(
                                        "**主标题备选**\n\n- {title}\n- {title}，从{keyword}开始\n- 给{audience|你}的{title}",
                                        "**一句话卖点**：{product|【待补充：产品名】}，让{audience|你}在{keyword}上少走弯路。")));
    }

    private static final List<FormField> FIELDS = List.of(
            text("product", "产品或服务", "Product"),
            text("audience", "目标人群", "Audience"),
            multiline("selling_points", "卖点与证据", "Selling points and proof")
                    .hinted("一行一个卖点，附可以证明它的事实", "One per line, each with a fact that proves it"),
            choice(
                    "channel",
                    "投放渠道",
                    "Channel",
                    option("moments", "朋友圈", "WeChat Moments"),
                    option("product_page", "商品详情页", "Product page"),
                    option("poster", "海报", "Poster"),
                    option("sms", "短信", "SMS"),
                    option("email", "邮件", "E-mail"),
                    option("feed_ad", "信息流广告", "Feed advertisement")),
            text("offer", "优惠与期限", "Offer and deadline")
                    .hinted("例如：1 月 31 日前立减 20 元", "e.g. 20 yuan off until 31 January"));

    private static final List<Section> SECTIONS = List.of(
            Section.of("痛点：他正在为什么烦恼", 2, "用{audience|顾客}自己的话写出一个具体的麻烦，一到两句，不恐吓。")
                    .says("想把「{title}」做好，却总卡在{keyword}上？", "每次遇到{keyword}，是不是又要花掉半天？", "「{title}」说起来简单，做起来总差一点？")
                    .asks("顾客原话一句（来自评论、客服记录）"),
            Section.of("卖点：{keyword}", 5, "把「{keyword}」从功能翻译成顾客得到的好处，并给出证据；一段只讲一个卖点。")
                    .says(
                            "{product|我们}把{keyword}做在前面：你不用再操心，打开就能用。",
                            "说到{keyword}，看得见的改变比形容词更可信：【待补充：前后对比的事实】。",
                            "{keyword}不是噱头，是你每天都用得上的那一点方便。")
                    .asks("证明「{keyword}」的事实：检测报告、参数、真实评价（注明来源）")
                    .forEachKeyword(),
            Section.of("打消顾虑", 2, "回答下单前最后两个疑问：值不值、不满意怎么办。")
                    .says("不合适怎么办？【待补充：退换、试用或售后政策】。")
                    .asks("价格与同类的对比依据"),
            Section.of("行动号召", 1, "只给一个动作、一个理由、一个期限：{offer|优惠未定则写【待补充：优惠与期限】}。")
                    .says("{offer|【待补充：优惠与期限】}。现在就【待补充：点击链接／扫码／到店】，从{keyword}开始。"));

    private static final List<String> RULES = List.of(
            "先给 5 个主标题备选（每个不超过 20 字，角度各不相同），再写正文，最后给 2 条短文案（不超过 40 字）。",
            "按「痛点—好处—证据—打消顾虑—行动」推进；每句都要么给好处，要么给证据。",
            "禁用《广告法》第九条的绝对化用语：国家级、最高级、最佳、第一、唯一、顶级、100%、永久等；不贬低同行，不虚构原价、销量和限时。",
            "普通食品、化妆品不写医疗功效；教育培训不承诺通过率；金融不承诺收益。",
            "{channel}的篇幅与语感：短信不超过 70 字并含退订提示，海报以短句为主，详情页分屏，邮件含主题行。");

    private static final List<String> CHECKS =
            List.of("没有「最」「第一」「唯一」等绝对化用语（《广告法》第九条）", "每个卖点都有可以出示的证据", "优惠的条件、期限、范围写清楚了", "使用的评价和肖像已获授权");
}
