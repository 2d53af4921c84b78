package studio.mofang.core.writing;

import static studio.mofang.core.writing.FormField.choice;
import static studio.mofang.core.writing.FormField.multiline;
import static studio.mofang.core.writing.FormField.option;
import static studio.mofang.core.writing.FormField.text;

import java.util.List;
import studio.mofang.core.writing.ArticleLayout.Numbering;

/// 论文写作: the skeleton of a paper with honest gaps where data and literature belong.
final class AcademicPaper {
    private AcademicPaper() {}

    static WritingTool tool() {
        return new WritingTool(
                new ToolCard(
                        "academic_paper",
                        "论文写作",
                        "Academic paper",
                        "按学术规范搭建论文：摘要、引言、综述、方法、结果、结论与参考文献",
                        "A paper in academic form, with gaps where your data belong",
                        30,
                        FIELDS),
                new Genre(
                        "{discipline|相关学科}的研究者和期刊审稿人，协助作者撰写{paper_kind}，读者是同行。",
                        Length.about(4_000),
                        SECTIONS,
                        List.of("概念界定", "影响因素", "作用机制"),
                        RULES,
                        CHECKS,
                        LAYOUT));
    }

    private static final List<FormField> FIELDS = List.of(
            text("discipline", "学科", "Discipline").hinted("例如：教育学、计算机科学", "e.g. education, computer science"),
            choice(
                    "paper_kind",
                    "论文类型",
                    "Kind of paper",
                    option("research", "研究论文", "Research article"),
                    option("review", "文献综述", "Review"),
                    option("thesis", "学位论文", "Thesis"),
                    option("proposal", "开题报告", "Proposal"),
                    option("course", "课程论文", "Course paper")),
            choice(
                    "citation_style",
                    "引用格式",
                    "Citation style",
                    option("gbt_7714", "GB/T 7714—2015 顺序编码制", "GB/T 7714-2015"),
                    option("apa", "APA 第 7 版", "APA 7th"),
                    option("mla", "MLA 第 9 版", "MLA 9th")),
            multiline("method", "研究方法与数据", "Method and data")
                    .hinted("样本、时间、工具、已得到的结果", "Sample, period, tools, results so far"),
            multiline("references", "已有参考文献", "References in hand")
                    .hinted("每行一条；只会引用这里给出的文献", "One per line; nothing else is cited"));

    private static final List<Section> SECTIONS = List.of(
            Section.of("引言", 3, "由研究背景收窄到研究问题：已知什么、不知道什么、本文回答什么、贡献在哪里。")
                    .says("本文以「{title}」为题，讨论{keywords}之间的关系。这一问题在{discipline|本学科}中的意义，可以从理论和实践两方面来看。")
                    .says("现有研究对{keyword}已有讨论，但在【待补充：尚未解决的具体问题】上仍不充分。据此，本文提出研究问题：【待补充：一句可检验的问题】。")
                    .asks("研究缺口的文献依据", "本文的边际贡献（不超过三点）"),
            Section.of("文献综述与理论基础：{keyword}", 5, "按观点而非按作者综述「{keyword}」的研究脉络，指出分歧与不足；只引用作者给出的文献。")
                    .says(
                            "关于{keyword}，首先需要界定概念。本文中的{keyword}是指【待补充：操作性定义及出处】。",
                            "就{keyword}而言，既有研究大致形成几种观点：【待补充：观点一〔文献〕】；【待补充：观点二〔文献〕】。")
                    .says("上述研究的共同之处在于【待补充】，分歧在于【待补充】。本文在此基础上进一步考察其与「{title}」的联系。")
                    .forEachKeyword(),
            Section.of("研究设计", 4, "说明研究方法、数据来源、样本、变量（或文本、个案）与分析步骤，达到他人可重复的程度。")
                    .says("本文采用【待补充：研究方法】。数据（资料）来源为【待补充：来源、时间范围、样本量】。")
                    .says("分析分为三步：资料整理与清洗、主要变量（概念）的测量、模型估计或编码分析。")
                    .asks("变量定义表或编码表", "伦理审查与知情同意情况"),
            Section.of("结果与分析", 6, "只报告作者给出的结果；先给事实再解释，图表有编号和题注，没有数据处留【待补充】。")
                    .says("对照研究问题，主要结果依次为：【待补充：结果一及图表】；【待补充：结果二及图表】。")
                    .asks("描述性统计表", "稳健性检验或反例讨论"),
            Section.of("讨论", 4, "解释结果的含义，与已有研究对话，讨论替代性解释和局限。")
                    .says("上述结果对理解{keywords}有以下含义。与已有研究相比，本文的发现一致之处是【待补充】，不同之处是【待补充】。")
                    .says("本研究存在局限：【待补充：样本、测量或方法上的局限】，结论的推广应当谨慎。"),
            Section.of("结论", 2, "直接回答引言提出的问题，不引入新材料；给出后续研究方向。")
                    .says("本文围绕「{title}」，回答了引言提出的问题：【待补充：一句话结论】。后续研究可以从【待补充】入手。"));

    private static final List<String> RULES = List.of(
            "开头依次给出：中文题名（不超过 25 字）、摘要（200～300 字，含目的、方法、结果、结论，不用第一人称）、关键词 3～8 个。",
            "引用格式：{citation_style}。顺序编码制文中用 [1]，文后列表格式为「[1] 作者. 题名[J]. 刊名, 年, 卷(期): 页码.」。",
            "绝不虚构文献、数据、问卷、访谈和统计结果；没有给出文献时写【待补充：文献】，参考文献表只列作者给出的条目。",
            "区分事实、他人观点和本文观点；因果表述必须有设计支持，否则写「相关」。",
            "语言客观、准确，用陈述句；不用「笔者认为」「众所周知」，不作情感渲染。");

    private static final List<String> CHECKS = List.of(
            "每一条引用都核对过原文，文中编号与文后列表一一对应", "数据、图表和统计结果来自本人研究并可复核", "已按所在单位规定声明生成式 AI 的使用情况", "摘要 200～300 字，关键词 3～8 个");

    private static final Layout LAYOUT = ArticleLayout.of(Numbering.ARABIC)
            .before(
                    "【待补充：作者姓名】（【待补充：单位，城市 邮编】）",
                    "**摘要**：【目的】探讨{title}。【方法】【待补充：方法与数据】。【结果】【待补充：主要结果】。【结论】【待补充：结论与启示】。",
                    "**关键词**：{keywords}")
            .after(
                    "## 参考文献",
                    "（{citation_style}；以下为格式示例，请替换为真实文献）",
                    "{references|[1] 【待补充：作者】. 【题名】[J]. 【刊名】, 【年】, 【卷】(【期】): 【页码】.}");
}
