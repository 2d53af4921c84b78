package studio.mofang.core.writing;

import static studio.mofang.core.writing.FormField.choice;
import static studio.mofang.core.writing.FormField.multiline;
import static studio.mofang.core.writing.FormField.option;
import static studio.mofang.core.writing.FormField.text;

import java.util.List;
import studio.mofang.core.writing.ArticleLayout.Numbering;

/// 工作报告: results before effort, problems before plans.
final class WorkReport {
    private WorkReport() {}

    static WritingTool tool() {
        return new WritingTool(
                new ToolCard(
                        "work_report",
                        "工作报告",
                        "Work report",
                        "周报、月报、年终总结、述职与项目汇报",
                        "Weekly to yearly reports, reviews and project reports",
                        10,
                        FIELDS),
                new Genre(
                        "善于汇报的业务骨干，代{position|汇报人}向{reader|上级}写{report_kind}；上级只有三分钟，要看结果、问题和需要他决定的事。",
                        Length.of(brief -> brief.field("report_kind").equals("weekly") ? 600 : 1_500),
                        SECTIONS,
                        List.of("重点任务", "团队协作", "能力提升"),
                        RULES,
                        CHECKS,
                        ArticleLayout.of(Numbering.CHINESE)
                                .before(
                                        "**类型**：{report_kind}　**周期**：{period|【待补充：起止日期】}　**汇报人**：{position|【待补充：部门、岗位、姓名】}")));
    }

    private static final List<FormField> FIELDS = List.of(
            choice(
                    "report_kind",
                    "报告类型",
                    "Kind",
                    option("annual", "年终总结", "Annual review"),
                    option("weekly", "周报", "Weekly"),
                    option("monthly", "月报", "Monthly"),
                    option("quarterly", "季度总结", "Quarterly"),
                    option("debriefing", "述职报告", "Debriefing"),
                    option("project", "项目汇报", "Project report")),
            text("period", "周期", "Period").hinted("例如：2026年1月", "e.g. January 2026"),
            text("position", "岗位", "Position"),
            text("reader", "汇报对象", "Reported to"),
            multiline("achievements", "已完成的工作与数据", "Work done and figures")
                    .hinted("一行一件，写出结果和数字", "One per line, with results"),
            multiline("problems", "问题与困难", "Problems"));

    private static final List<Section> SECTIONS = List.of(
            Section.of("总体情况", 2, "三句话：目标是什么、完成得怎样（对照数字）、最重要的一件事。")
                    .says("本期围绕「{title}」，重点推进{keywords}。对照目标，完成情况为【待补充：目标值与实际值】。"),
            Section.of("{keyword}", 5, "围绕「{keyword}」写：做了什么、结果如何（同比或对照目标）、关键动作是什么；结果在前，过程在后。")
                    .says(
                            "{keyword}：目标【待补充】，实际【待补充】，完成率【待补充】。",
                            "在{keyword}方面，最重要的结果是【待补充：可量化的结果】。",
                            "{keyword}取得进展，关键在于【待补充：一个具体动作】。")
                    .asks("支持「{keyword}」结果的数据或实例")
                    .forEachKeyword(),
            Section.of("问题与原因", 3, "写两到三个真问题：现象、影响、根因（问到第三个为什么），不归咎于人和环境。")
                    .says("当前主要问题是【待补充：现象及影响】。分析原因，一是流程上【待补充】，二是资源上【待补充】，三是本人（本部门）【待补充】。"),
            Section.of("下步计划", 3, "每项计划写清目标、动作、责任人、完成时间，用表格。")
                    .says("| 事项 | 目标 | 责任人 | 完成时间 |\n| --- | --- | --- | --- |\n| {keyword} | 【待补充】 | 【待补充】 | 【待补充】 |\n"
                            + "| 解决上述问题 | 【待补充】 | 【待补充】 | 【待补充】 |"),
            Section.of("需要支持的事项", 1, "列出需要上级决定或协调的事，每件给出建议方案。").says("请{reader|领导}协调：【待补充：事项、理由、建议方案】。没有则删去本节。"));

    private static final List<String> RULES = List.of(
            "报告类型：{report_kind}。结果在前，过程在后；每项工作用「目标—结果—差距」说话。",
            "数字只用材料给出的，没有就写【待补充】；不把「参与」「推进」「加强」当成果。",
            "问题要真，原因要落到可改的动作；不写「经验不足有待提高」一类空话。",
            "计划可检查：有目标、有责任人、有日期。",
            "语言平实，第一人称或无主句；不自夸、不表忠心、不堆排比。");

    private static final List<String> CHECKS = List.of("每项成果都有数字或实例", "问题写到了根因", "计划有责任人和日期", "三分钟能读完，第一段就有结论");
}
