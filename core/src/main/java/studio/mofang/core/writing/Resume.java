package studio.mofang.core.writing;

import static studio.mofang.core.writing.FormField.choice;
import static studio.mofang.core.writing.FormField.multiline;
import static studio.mofang.core.writing.FormField.option;
import static studio.mofang.core.writing.FormField.text;

import java.util.List;
import java.util.function.Predicate;

/// 简历/求职信: one page for one post, each line an action with a result.
final class Resume {
    private Resume() {}

    static WritingTool tool() {
        return new WritingTool(
                new ToolCard(
                        "resume",
                        "简历/求职信",
                        "Résumé and cover letter",
                        "针对岗位的一页简历或求职信",
                        "A one-page résumé or cover letter for one post",
                        8,
                        FIELDS),
                new Genre(
                        "资深招聘官，帮求职者写应聘{position|目标岗位}的{document}；读者是十秒扫一份简历的招聘方。",
                        Length.about(900),
                        SECTIONS,
                        List.of("专业能力", "项目经验", "学习能力"),
                        RULES,
                        CHECKS,
                        Resume::write));
    }

    private static final List<FormField> FIELDS = List.of(
            choice(
                    "document",
                    "文件",
                    "Document",
                    option("resume", "简历", "Résumé"),
                    option("cover_letter", "求职信", "Cover letter"),
                    option("both", "简历和求职信", "Both")),
            text("position", "应聘岗位", "Position"),
            text("company", "应聘单位", "Company"),
            text("full_name", "姓名", "Name"),
            multiline("experience", "工作与项目经历", "Experience")
                    .hinted("一行一段：时间、单位、职务、做了什么、结果", "One per line, with results"),
            multiline("education", "教育背景", "Education"),
            multiline("job_description", "岗位要求原文", "Job description")
                    .hinted("粘贴招聘启事，据此匹配关键词", "Paste the advertisement"));

    private static final List<Section> SECTIONS = List.of(
            Section.of("求职意向与个人概述", 1, "三行：岗位、年限与领域、最能打动招聘方的两个结果。")
                    .says("应聘{position|【待补充：岗位】}。在{keywords}方面有【待补充：年限】年经验，曾【待补充：最有说服力的一个结果】。"),
            Section.of("工作与项目经历", 5, "倒序；每条以动词开头，按「情境—行动—结果」写，结果带数字；只写材料里有的。"),
            Section.of("{keyword}", 2, "证明「{keyword}」：一个行动加一个可核实的结果。")
                    .says(
                            "用{keyword}解决【待补充：问题】，使【待补充：指标】由【待补充】变为【待补充】。",
                            "主导【待补充：任务】，在{keyword}上负责【待补充：具体动作】，结果【待补充：数字】。",
                            "把{keyword}用于【待补充：场景】，节省【待补充：时间或成本】。")
                    .forEachKeyword(),
            Section.of("教育背景与技能", 1, "倒序写学校、专业、学历、时间；技能写熟练程度和证书。"),
            Section.of("求职信", 3, "四段：为什么写信、为什么是我（两条证据）、为什么是贵单位、下一步；不复述简历。"));

    private static final List<String> RULES = List.of(
            "文件：{document}。简历不超过一页，求职信不超过 400 字；不需要的一种不要写。",
            "经历每条：强动词开头＋做了什么＋可量化的结果；一条不超过两行；不用「负责」「参与」开头。",
            "用岗位要求里的原词对应真实经历；没有的能力不写，绝不虚构学历、年限、证书、业绩。",
            "不写年龄、婚育、籍贯、身份证号等与岗位无关的隐私。",
            "不用「性格开朗」「吃苦耐劳」「精通各类软件」等无法验证的自评。");

    private static final List<String> CHECKS =
            List.of("一页之内，十秒能看到最强的两个结果", "每条经历都能在面试中讲清楚", "时间没有断档或能解释", "联系方式正确，文件名为「姓名－岗位」");

    private static void write(Draft draft, Page page) {
        page.heading(1, draft.fill("{full_name|【待补充：姓名】}"));
        page.line("**" + draft.words().title() + "**");
        page.line("电话：【待补充】　邮箱：【待补充】　城市：【待补充】");
        if (!draft.field("document").equals("cover_letter")) {
            resume(draft, page);
        }
        if (!draft.field("document").equals("resume")) {
            letter(draft, page);
        }
    }

    private static void resume(Draft draft, Page page) {
        var parts = draft.outline().parts();
        page.heading(2, "求职意向").blocks(parts.getFirst().paragraphs());
        page.heading(2, "工作与项目经历").note(parts.get(1).task());
        page.bullets(lines(draft.field("experience"), "【待补充：起止时间｜单位｜职务｜做了什么｜结果（数字）】"));
        page.heading(2, "能力与证据");
        parts.subList(2, parts.size() - 2)
                .forEach(part -> page.line("**" + part.heading() + "**：" + String.join("", part.paragraphs())));
        page.heading(2, "教育背景").bullets(lines(draft.field("education"), "【待补充：起止时间｜学校｜专业｜学历】"));
        page.heading(2, "技能与证书").line("【待补充：工具与熟练程度、证书与取得时间】");
        if (!draft.field("job_description").isBlank()) {
            page.heading(2, "岗位要求对照（投递前删除）");
            page.table(
                    List.of("岗位要求", "我的证据"),
                    Sentences.of(draft.field("job_description")).stream()
                            .limit(30)
                            .map(line -> List.of(line, "【待补充】"))
                            .toList());
        }
    }

    private static void letter(Draft draft, Page page) {
        page.heading(2, "求职信");
        page.line(draft.fill("尊敬的{company|贵单位}招聘负责人："));
        page.line(draft.fill("您好！我从【待补充：渠道】得知贵单位招聘{position|【待补充：岗位】}，特此应聘。"));
        page.line(draft.fill("我在{keywords}方面的经历与岗位相符：其一，【待补充：行动与结果】；其二，【待补充：行动与结果】。"));
        page.line(draft.fill("我关注{company|贵单位}已久，尤其认同【待补充：一件具体的事、产品或做法】，希望把{keyword}用在这里。"));
        page.line("期待有机会面谈。随信附上简历，感谢您的时间。");
        page.line(draft.fill("此致　敬礼！　{full_name}　【待补充：日期】"));
    }

    private static List<String> lines(String text, String otherwise) {
        var lines = text.lines().filter(Predicate.not(String::isBlank)).toList();
        return lines.isEmpty() ? List.of(otherwise) : lines;
    }
}
