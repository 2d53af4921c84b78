package studio.mofang.core.writing;

import static studio.mofang.core.writing.FormField.choice;
import static studio.mofang.core.writing.FormField.multiline;
import static studio.mofang.core.writing.FormField.option;
import static studio.mofang.core.writing.FormField.text;

import java.util.List;
import studio.mofang.core.writing.ArticleLayout.Numbering;

/// 商业计划书: what an investor looks for, in the order he looks for it.
final class BusinessPlan {
    private BusinessPlan() {}

    static WritingTool tool() {
        return new WritingTool(
                new ToolCard(
                        "business_plan",
                        "商业计划书",
                        "Business plan",
                        "面向投资人、合作方或评审的完整商业计划书",
                        "A full plan for investors, partners or juries",
                        30,
                        FIELDS),
                new Genre(
                        "做过投资也创过业的商业顾问，为{reader}写商业计划书，{reader}会追问每一个数字的来路。",
                        Length.about(4_000),
                        SECTIONS,
                        List.of("核心功能", "服务流程", "技术或资源"),
                        RULES,
                        CHECKS,
                        ArticleLayout.of(Numbering.CHINESE)
                                .titled("{title} 商业计划书")
                                .before(
                                        "**行业**：{industry}　**阶段**：{stage}　**融资**：{funding|【待补充：金额与出让比例】}　**日期**：【待补充】")));
    }

    private static final List<FormField> FIELDS = List.of(
            text("industry", "行业", "Industry"),
            choice(
                    "stage",
                    "项目阶段",
                    "Stage",
                    option("idea", "想法验证", "Idea"),
                    option("prototype", "产品原型", "Prototype"),
                    option("early_revenue", "初有收入", "Early revenue"),
                    option("growth", "规模增长", "Growth")),
            choice(
                    "reader",
                    "写给谁看",
                    "Reader",
                    option("investor", "投资人", "Investors"),
                    option("competition_jury", "大赛评委", "Competition jury"),
                    option("bank", "银行与担保机构", "Banks"),
                    option("partner", "合作伙伴", "Partners")),
            text("funding", "融资需求", "Funding sought").hinted("例如：300 万元，出让 10%", "e.g. 3 million yuan for 10%"),
            multiline("known_facts", "已有数据与资源", "Facts in hand")
                    .hinted("用户、收入、成本、团队、专利", "Users, revenue, costs, team, patents"));

    private static final List<Section> SECTIONS = List.of(
            Section.of("执行摘要", 2, "一页讲完：解决谁的什么问题、怎么解决、凭什么是我们、要什么、能带来什么。")
                    .says("「{title}」面向【待补充：目标客户】，解决他们在{keywords}上的【待补充：具体问题】。")
                    .says("项目目前处于{stage}阶段，已经取得【待补充：可核实的进展】；本次计划【待补充：融资或合作诉求】。"),
            Section.of("问题与市场", 3, "写清客户的真实痛点和现有替代方案；市场规模自下而上测算（客户数 × 客单价 × 频次），注明假设与来源。")
                    .says("目标客户目前用【待补充：替代方案】应付，代价是【待补充：时间、金钱或风险】。")
                    .says("市场规模按「客户数 × 客单价 × 年频次」测算：【待补充】×【待补充】×【待补充】，来源：【待补充】。")
                    .asks("三位以上真实客户的访谈要点"),
            Section.of("产品与服务：{keyword}", 4, "说明「{keyword}」给客户带来什么可衡量的结果，与替代方案差在哪里，现在做到哪一步。")
                    .says(
                            "{keyword}是产品的关键一环：客户由此得到【待补充：可衡量的结果】。",
                            "在{keyword}上，我们的做法不同于同行：【待补充：差异与壁垒】。",
                            "围绕{keyword}，当前已完成【待补充】，下一个里程碑是【待补充：内容与日期】。")
                    .forEachKeyword(),
            Section.of("商业模式", 2, "谁付钱、为什么付、付多少、多久付一次；给出单位经济：获客成本、毛利、回收期。")
                    .says("收入来自【待补充：收费方式】。单个客户：收入【待补充】，直接成本【待补充】，毛利【待补充】，获客成本【待补充】，回收期【待补充】。"),
            Section.of("竞争格局", 2, "用对比表列出直接、间接竞争者和「什么都不做」，诚实写出对手更强之处。")
                    .says("| 维度 | 我们 | 竞争者甲 | 竞争者乙 | 客户不作为 |\n| --- | --- | --- | --- | --- |\n"
                            + "| 价格 | 【待补充】 | 【待补充】 | 【待补充】 | 【待补充】 |\n| {keyword} | 【待补充】 | 【待补充】 | 【待补充】 | 【待补充】 |"),
            Section.of("营销与渠道", 2, "前 100 个、前 1000 个客户分别从哪里来，每个渠道的成本、转化率和责任人。")
                    .says("第一阶段以【待补充：渠道】获取种子客户，第二阶段以{keyword}带动转介绍。"),
            Section.of("团队", 1, "每位核心成员与这件事的匹配之处，缺什么人、何时补上。").asks("核心成员的姓名、经历、分工、持股"),
            Section.of("财务与资金用途", 3, "三年收入、成本、现金流的主要假设与悲观情形；资金用途精确到里程碑。")
                    .says("| 项目 | 第一年 | 第二年 | 第三年 |\n| --- | --- | --- | --- |\n| 收入 | 【待补充】 | 【待补充】 | 【待补充】 |\n"
                            + "| 成本费用 | 【待补充】 | 【待补充】 | 【待补充】 |\n| 期末现金 | 【待补充】 | 【待补充】 | 【待补充】 |")
                    .says("资金用途：{funding|【待补充：融资金额】}将用于【待补充：用途、比例、对应里程碑】。"),
            Section.of("风险与对策", 1, "市场、技术、政策、现金流四类风险，各给触发信号和预案。").says("最大的风险是【待补充】；一旦出现【待补充：信号】，将采取【待补充：预案】。"));

    private static final List<String> RULES = List.of(
            "每个数字都写明来源或测算假设；没有数据处写【待补充：所需数据】，绝不虚构市场规模、用户数、收入、专利、合作方。",
            "先结论后论证；能用表格的用表格；每节第一句就是这一节的答案。",
            "项目处于{stage}阶段，篇幅和语气与之相称：早期重在问题与团队，后期重在单位经济与增长。",
            "禁用「颠覆」「赋能」「闭环」「生态化反」「万亿蓝海」「没有竞争对手」。",
            "财务预测分基准与悲观两种情形；不承诺投资回报。");

    private static final List<String> CHECKS =
            List.of("市场规模是自下而上算出来的，并注明来源", "写出了竞争者比我们强的地方", "资金用途与里程碑一一对应", "团队、专利、合作方都属实并可出示证明");
}
