package studio.mofang.core.writing;

import static studio.mofang.core.writing.FormField.choice;
import static studio.mofang.core.writing.FormField.multiline;
import static studio.mofang.core.writing.FormField.option;

import java.util.List;
import studio.mofang.core.writing.ArticleLayout.Numbering;

/// 故事/小说: a story by its turning points.
final class StoryNovel {
    private StoryNovel() {}

    static WritingTool tool() {
        return new WritingTool(
                new ToolCard(
                        "story_novel",
                        "故事/小说",
                        "Story or novel",
                        "按题材、人物、视角与篇幅创作故事或小说章节",
                        "A story or chapter by genre, characters and point of view",
                        20,
                        FIELDS),
                new Genre(
                        "写{story_genre}的职业小说家，用{point_of_view}讲故事，读者读的是人物而不是情节梗概。",
                        Length.of(StoryNovel::words),
                        SECTIONS,
                        List.of("一件信物", "一次错过", "一个谎言"),
                        RULES,
                        CHECKS,
                        LAYOUT));
    }

    private static int words(WritingBrief brief) {
        return switch (brief.field("length")) {
            case "flash" -> 1_200;
            case "chapter" -> 4_000;
            case "outline" -> 2_000;
            default -> 3_000;
        };
    }

    private static final List<FormField> FIELDS = List.of(
            choice(
                    "story_genre",
                    "题材",
                    "Genre",
                    option("realism", "现实", "Realism"),
                    option("romance", "言情", "Romance"),
                    option("mystery", "悬疑", "Mystery"),
                    option("science_fiction", "科幻", "Science fiction"),
                    option("fantasy", "玄幻", "Fantasy"),
                    option("historical", "历史", "Historical"),
                    option("children", "童话", "Children's story")),
            multiline("characters", "人物", "Characters").hinted("一行一人：名字、身份、想要什么、怕什么", "One per line: name, wish, fear"),
            choice(
                    "point_of_view",
                    "视角",
                    "Point of view",
                    option("third_limited", "第三人称限知", "Third person limited"),
                    option("first", "第一人称", "First person"),
                    option("omniscient", "全知视角", "Omniscient")),
            choice(
                    "length",
                    "篇幅",
                    "Length",
                    option("short", "短篇（约 3000 字）", "Short story"),
                    option("flash", "小小说（约 1200 字）", "Flash fiction"),
                    option("chapter", "长篇一章（约 4000 字）", "A chapter"),
                    option("outline", "故事大纲（约 2000 字）", "Outline")),
            multiline("setting", "背景设定", "Setting").hinted("时代、地点、规则", "Time, place, rules"));

    private static final List<Section> SECTIONS = List.of(
            Section.of("开场：平常的一天里有一点不对", 3, "从动作或对话进入，两百字内让主人公想要一样东西，并让读者看见障碍。")
                    .says(
                            "那天一切如常，直到{keyword}出现在不该出现的地方。",
                            "后来想起「{title}」，最先浮上来的总是{keyword}，和那天下午的光线。",
                            "事情要从{keyword}说起——虽然当时谁也没有在意。")
                    .asks("主人公此刻最想要的是什么", "读者第一眼看到他在做什么"),
            Section.of("转折：{keyword}", 8, "以「{keyword}」推动一次不可逆的选择：目标—阻碍—行动—后果，至少一场有潜台词的对话。")
                    .says(
                            "{keyword}把他推到了必须选择的地方。往前，是【待补充：想要的】；往后，是【待补充：舍不得的】。",
                            "没有人想到{keyword}会改变什么。可它偏偏改变了最要紧的那件事。",
                            "「你早就知道{keyword}的事，对不对？」问出这句话之前，屋里安静了很久。")
                    .asks("这一场里谁赢了、谁付出了代价", "一个只有在场的人才会注意到的细节")
                    .forEachKeyword(),
            Section.of("高潮：非此即彼", 4, "让主人公在两样都想要的东西之间做出选择，选择暴露他是谁；前文的伏笔在此回收。")
                    .says("到了这一步，「{title}」不再是别人的事。他只能留下一样。")
                    .asks("他选择了什么，放弃了什么"),
            Section.of("余韵", 1, "停在一个画面或动作上，不解释主题，不总结道理。").says("很久以后，{keyword}还在那里。只是看它的人，已经不同了。"));

    private static final List<String> RULES = List.of(
            "题材：{story_genre}；视角：{point_of_view}，全篇不得越界写视角人物不可能知道的内心。",
            "以场景写作：每一场有目的、有阻碍、有变化；用动作、感官和对话呈现，少用概括。",
            "对话要有潜台词，各人说话方式不同；提示语以「说」为主，不用成串副词。",
            "小标题只在分章时使用，写成文学性的章名，不照抄结构名称。",
            "不用「他不知道的是」「命运的齿轮开始转动」「嘴角勾起一抹弧度」等套语；结尾不升华。",
            "不写未成年人性内容、不美化现实中的犯罪；现实人物须虚构化。");

    private static final List<String> CHECKS =
            List.of("主人公想要什么，读者在第一页就知道", "每个伏笔都有回收", "视角没有越界（{point_of_view}）", "删去结尾最后一句会不会更好");

    private static final Layout LAYOUT = ArticleLayout.of(Numbering.CHINESE)
            .before(
                    "**题材**：{story_genre}　**视角**：{point_of_view}　**篇幅**：{length}",
                    "**人物**：{characters|【待补充：主人公——名字、身份、想要什么、怕什么】}",
                    "**背景**：{setting|【待补充：时代、地点、规则】}",
                    "**意象与线索**：{keywords}");
}
