package studio.mofang.core.writing;

import static studio.mofang.core.writing.FormField.choice;
import static studio.mofang.core.writing.FormField.multiline;
import static studio.mofang.core.writing.FormField.number;
import static studio.mofang.core.writing.FormField.option;
import static studio.mofang.core.writing.FormField.text;

import java.util.List;
import studio.mofang.core.writing.ArticleLayout.Numbering;

/// 教案/课件: what the pupils do minute by minute, and how the teacher knows that they have learnt it.
final class LessonPlan {
    private LessonPlan() {}

    static WritingTool tool() {
        return new WritingTool(
                new ToolCard(
                        "lesson_plan",
                        "教案/课件",
                        "Lesson plan",
                        "按学科、年级和课时设计教案或课件大纲",
                        "Lesson plans by subject, grade and periods",
                        15,
                        FIELDS),
                new Genre(
                        "{grade|相应年级}{subject|学科}的骨干教师和教研员，写给要上这节课的同行，拿来就能上课。",
                        Length.about(2_000),
                        SECTIONS,
                        List.of("核心概念", "典型例题", "生活应用"),
                        RULES,
                        CHECKS,
                        LAYOUT));
    }

    private static final List<FormField> FIELDS = List.of(
            text("subject", "学科", "Subject"),
            text("grade", "年级", "Grade").hinted("例如：七年级", "e.g. grade 7"),
            number("periods", "课时", "Periods", 1, 20).defaulting("1"),
            number("minutes", "每课时分钟", "Minutes a period", 10, 180).defaulting("45"),
            choice(
                    "output_kind",
                    "形式",
                    "Form",
                    option("plan", "详细教案", "Full plan"),
                    option("slides", "课件大纲", "Slide outline"),
                    option("brief_plan", "简案", "Short plan")),
            text("textbook", "教材版本", "Textbook").hinted("例如：人教版七年级上册第三单元", "Edition, volume, unit"),
            multiline("pupils", "学情", "The pupils").hinted("已经会什么、难在哪里", "What they know, where they struggle"));

    private static final List<Section> SECTIONS = List.of(
            Section.of("教学目标", 2, "按核心素养写三到四条，用可观察的动词（说出、比较、推导、设计），写明条件和达成程度。")
                    .says("学完「{title}」，学生能够：说出{keyword}的含义并举例；在【待补充：情境】中运用{keywords}解决问题；在小组中用依据说明自己的判断。"),
            Section.of("学情分析与重难点", 2, "写学生的已有经验和常见误解；重点是什么、难点是什么、用什么办法突破。")
                    .says("教学重点：{keyword}。教学难点：【待补充：学生最容易混淆之处】；拟用【待补充：直观演示、对比、支架问题】突破。")
                    .says("{pupils|【待补充：学生已经会什么，前测情况】}"),
            Section.of("教学过程：导入", 2, "5 分钟内用真实情境或认知冲突引出课题，写出教师的原话和预设的学生回答。")
                    .says("师：同学们，【待补充：一个与「{title}」有关的问题或现象】，你会怎么解释？")
                    .says("（预设）学生会根据经验回答【待补充】，教师不急于评判，由此引出课题。"),
            Section.of("教学过程：{keyword}", 6, "围绕「{keyword}」设计活动：教师提问—学生做什么—预设回答—追问—小结，并注明用时和设计意图。")
                    .says(
                            "活动：阅读（观察）材料，圈出与{keyword}有关的信息，两人交换理由。",
                            "活动：小组用自己的例子解释{keyword}，每组派一人说明，其他组追问一次。",
                            "活动：独立完成一道关于{keyword}的题，再讲给同桌听，讲不清处就是要再学处。")
                    .says("追问：换一个条件，结论还成立吗？为什么？　设计意图：暴露并修正对{keyword}的误解。")
                    .asks("例题、材料或实验（注明出处）")
                    .forEachKeyword(),
            Section.of("当堂检测", 2, "两到三道题，对应每条目标，写出答案要点和通过标准。")
                    .says("1. （对应目标一）【待补充：题目与答案要点】\n2. （对应目标二）【待补充：题目与答案要点】\n\n通过标准：八成以上学生独立做对；未达到则回到对应活动再讲。"),
            Section.of("小结与作业", 1, "由学生用一句话小结；作业分必做与选做，注明预计用时。")
                    .says("小结：请用「我原来以为……现在知道……」说说{keyword}。")
                    .says("必做（约 15 分钟）：【待补充】　选做：用{keyword}解释一个身边的现象。"),
            Section.of("板书与教学反思", 1, "板书用结构图呈现本课逻辑；反思留出课后填写的问题。")
                    .says("板书：{title} —— {keywords}")
                    .says("课后反思：哪个环节超时？哪些学生没有达成目标？下次改什么？"));

    private static final List<String> RULES = List.of(
            "形式：{output_kind}；共 {periods} 课时，每课时 {minutes} 分钟，各环节用时之和必须等于总时长。",
            "教学过程用表格或分条写清：环节、用时、教师活动、学生活动、设计意图；提问写出原话，预设学生的回答包括错误回答。",
            "目标—活动—检测一一对应；目标动词可观察，不用「了解」「感受」而无表现标准。",
            "知识准确、符合课程标准和年龄；教材页码、课标原文没有给出就写【待补充】。",
            "课件大纲则每页写：页标题、要点不超过 5 条、配图说明、讲解词。");

    private static final List<String> CHECKS =
            List.of("各环节用时之和等于总时长", "每条目标都有对应的活动和检测", "例题与材料已核对出处和答案", "考虑了学得快和学得慢的学生");

    private static final Layout LAYOUT = ArticleLayout.of(Numbering.CHINESE)
            .before("| 学科 | 年级 | 教材 | 课时 | 每课时 |\n| --- | --- | --- | --- | --- |\n"
                    + "| {subject} | {grade} | {textbook} | {periods} | {minutes} 分钟 |");
}
