package studio.mofang.server.slides;

import java.util.List;
import studio.mofang.core.deck.Bullet;
import studio.mofang.core.deck.Deck;
import studio.mofang.core.deck.Figures;
import studio.mofang.core.deck.Figures.Kind;
import studio.mofang.core.deck.Figures.Series;
import studio.mofang.core.deck.Grid;
import studio.mofang.core.deck.Slide;
import studio.mofang.core.deck.Slide.Card;

/// A deck with every kind of slide, and with more than fits in some places.
final class SampleDeck {
    private SampleDeck() {}

    static Deck whole() {
        return new Deck(
                "墨坊创作工作台产品发布会",
                List.of(
                        new Slide.Cover("墨坊创作工作台产品发布会", "写作、配图、视频与幻灯片，在一个窗口里完成 | 2026 年秋", "欢迎大家。"),
                        new Slide.Section("产品介绍", "为什么创作者需要一张安静的桌子", "先讲问题，再讲产品。"),
                        new Slide.Content(
                                "创作者的一天被切成碎片",
                                List.of(
                                        new Bullet(0, "六个网站之间来回复制，格式每次都要重排"),
                                        new Bullet(1, "公众号、头条、小红书对标题、图片和字数各有要求"),
                                        new Bullet(0, "断网就无法工作，草稿散落在聊天记录和备忘录里"),
                                        new Bullet(1, "高铁和飞机上的两个小时，原本是最安静的写作时间"),
                                        new Bullet(0, "AI 工具写得快，但不知道稿子改到第几版、花了多少积分")),
                                "停顿，问现场：昨天你切换了几次窗口？"),
                        new Slide.Content(
                                "我们的回答",
                                List.of(
                                        new Bullet(0, "离线优先"),
                                        new Bullet(1, "没有网络也能打开、书写、生成草稿，联网后自动同步"),
                                        new Bullet(0, "一处成稿"),
                                        new Bullet(1, "同一篇文章变成图文、卡片、视频和幻灯片"),
                                        new Bullet(0, "账目清楚"),
                                        new Bullet(1, "每一次生成花多少积分，失败一律退还，逐笔可查")),
                                ""),
                        new Slide.Section("核心功能", "从选题到发布，六个环节一条线", ""),
                        new Slide.TwoColumns(
                                "以前与现在",
                                new Card(
                                        "以前",
                                        List.of(
                                                new Bullet(0, "在网页里写，怕刷新丢稿"),
                                                new Bullet(0, "每个平台重新排版一次"),
                                                new Bullet(0, "图片、视频在不同软件里做"))),
                                new Card(
                                        "现在",
                                        List.of(
                                                new Bullet(0, "每次按键都在本机落盘，断电不丢"),
                                                new Bullet(0, "一键得到五个平台的版式，并逐项检查规则"),
                                                new Bullet(0, "配图、短片、幻灯片从同一篇文章生成"))),
                                ""),
                        new Slide.Table(
                                "功能一览",
                                new Grid(
                                        List.of("模块", "能做什么", "离线可用", "消耗积分"),
                                        List.of(
                                                List.of("写作", "十四种工具，续写与改写，版本可回退", "是", "10"),
                                                List.of("图片", "封面、配图与卡片，按平台比例出图", "是", "20"),
                                                List.of("视频", "按脚本生成带字幕的短片", "是", "50"),
                                                List.of("幻灯片", "大纲或文章生成可编辑的演示文稿", "是", "30"),
                                                List.of("发布", "公众号、小红书、抖音、快手、头条", "否", "0"))),
                                ""),
                        new Slide.Chart(
                                "内测用户每周节省的时间",
                                new Figures(
                                        Kind.COLUMN,
                                        List.of("排版", "配图", "找素材", "发布", "对账"),
                                        List.of(
                                                new Series("使用前", List.of(5.5, 4.0, 3.2, 2.6, 1.1)),
                                                new Series("使用后", List.of(1.2, 1.5, 2.4, 0.6, 0.1))),
                                        "小时/周"),
                                List.of(
                                        new Bullet(0, "排版一项每周少用四个多小时"),
                                        new Bullet(0, "发布从两个半小时降到半小时"),
                                        new Bullet(0, "示例数据，请换成你们的统计")),
                                ""),
                        new Slide.Chart(
                                "用户增长",
                                new Figures(
                                        Kind.LINE,
                                        List.of("1 月", "2 月", "3 月", "4 月", "5 月", "6 月"),
                                        List.of(
                                                new Series("注册", List.of(120.0, 180.0, 320.0, 510.0, 760.0, 1020.0)),
                                                new Series("活跃", List.of(80.0, 130.0, 240.0, 390.0, 560.0, 800.0))),
                                        "人"),
                                List.of(),
                                ""),
                        new Slide.Chart(
                                "内容形式占比",
                                new Figures(
                                        Kind.PIE,
                                        List.of("图文", "短视频", "小红书笔记", "幻灯片"),
                                        List.of(new Series("占比", List.of(46.0, 27.0, 18.0, 9.0))),
                                        ""),
                                List.of(new Bullet(0, "图文仍是主力"), new Bullet(0, "短视频增长最快")),
                                ""),
                        new Slide.Chart(
                                "渠道对比",
                                new Figures(
                                        Kind.BAR,
                                        List.of("公众号文章阅读", "小红书笔记收藏", "抖音视频完播", "头条推荐"),
                                        List.of(new Series("指数", List.of(86.0, 64.0, 41.0, 33.0))),
                                        ""),
                                List.of(),
                                ""),
                        new Slide.Quote("写作的人需要的不是更多的按钮，而是一张不会打断他的桌子。", "一位内测创作者", ""),
                        new Slide.Section("市场分析", "谁在用，谁会用", ""),
                        new Slide.Content(
                                "四类用户",
                                List.of(
                                        new Bullet(0, "自媒体作者：一个人就是一个编辑部"),
                                        new Bullet(0, "品牌市场部：多账号、多平台、要留痕"),
                                        new Bullet(0, "教师与培训师：讲稿、课件、短视频一次备齐"),
                                        new Bullet(0, "机关与企业文秘：公文格式严格，数据不出本机")),
                                ""),
                        new Slide.Closing("谢谢观看", List.of("欢迎到展台试用", "contact@example.com"), "")));
    }
}
