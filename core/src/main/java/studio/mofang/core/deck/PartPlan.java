package studio.mofang.core.deck;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import studio.mofang.core.deck.Slide.Card;

/// What slides a part of a talk needs, by what it is about.
enum PartPlan {
    PLAN(
            "计划|步骤|里程碑|进度|排期|时间|实施|路线|安排|分工|推进",
            name -> List.of(
                    table(name + "：时间表", "阶段 时间 要做的事 负责人 完成标志", 4, "按先后讲，重点讲近一个月要做的事。"),
                    content(name + "：下一步", "本周：【待补充】|本月：【待补充】|需要的支持：【待补充】", "说清谁、在什么时候、交付什么。"))),
    MARKET(
            "市场|行业|竞品|对手|竞争|趋势|环境",
            name -> List.of(
                    content(name + "：三个判断", "需求：【待补充，注明数据来源】|供给：【待补充，注明数据来源】|变化：【待补充，注明数据来源】", "每个判断说出处，不用来历不明的数字。"),
                    table(name + "：对比", "对象 定位 优势 短板 对我们的启示", 4, "比较要用同一把尺子，先讲差异最大的一项。"))),
    FIGURES(
            "数据|业绩|指标|成果|成效|增长|营收|销售|财务|预算|完成情况|费用|投入",
            name -> List.of(
                    table(name + "：一览", "指标 目标 实际 差距 说明", 5, "先讲结论，再讲差距的原因。数字填好后，可以把表改成图表。"),
                    content(name + "：说明", "做得好的：【待补充】|没达到的：【待补充】|原因：【待补充】", "不回避没达到的部分。"))),
    PROBLEM(
            "问题|挑战|痛点|困难|不足|风险|保障|复盘|教训",
            name -> List.of(
                    columns(
                            name + "：表现与对策",
                            "表现",
                            "【待补充：现象与影响】|【待补充：发生在哪里】|【待补充：最要紧的一个】",
                            "对策",
                            "【待补充：立即能做的】|【待补充：需要资源的】|【待补充：怎样算解决】",
                            "一条表现对一条对策，不留没有对策的问题。"),
                    table(name + "：清单", "事项 可能性 影响 应对 负责人", 4, "只讲影响最大的两项，其余供查阅。"))),
    PRODUCT(
            "产品|功能|特点|亮点|优势|能力|服务|技术|架构",
            name -> List.of(
                    content(name + "：一句话", "为谁：【待补充】|解决什么：【待补充】|凭什么：【待补充】", "不念参数，讲一个用户的一天。"),
                    table(name + "：清单", "名称 做什么 用在哪里 带来的好处", 4, "挑最能打动人的一项演示，其余一带而过。"))),
    PEOPLE(
            "团队|组织|成员|人员|伙伴|介绍自己|关于我们",
            name -> List.of(
                    table(name + "：分工", "姓名 角色 负责什么 相关经历", 4, "只讲与今天的事有关的经历。"),
                    content(name + "：怎样合作", "例会：【待补充】|决策：【待补充】|联系：【待补充】", "说明找谁、怎么找。"))),
    CASE(
            "案例|实践|故事|示范|客户|用户",
            name -> List.of(
                    content(name + "：来龙去脉", "处境：【待补充】|做法：【待补充】|结果：【待补充，用可以核对的数字】", "先讲人，再讲事，最后讲结果。"),
                    columns(name + "：前后对比", "以前", "【待补充】|【待补充】|【待补充】", "现在", "【待补充】|【待补充】|【待补充】", "对比要同一口径。"))),
    TEACHING(
            "教学|课程|知识|概念|原理|方法|练习|作业|培训|学习",
            name -> List.of(
                    content(name + "：要点", "是什么：【待补充】|为什么：【待补充】|怎么做：【待补充】", "先举一个生活中的例子，再给定义。"),
                    columns(name + "：辨析", "正确", "【待补充】|【待补充】", "常见错误", "【待补充】|【待补充】", "请一位听众说说错在哪里。"),
                    content(name + "：练一练", "【待补充：一个两分钟能完成的小题】|【待补充：一个需要讨论的题】", "给足时间，巡视，再请人回答。"))),
    ANY(
            "",
            name -> List.of(
                    content(name + "：要点", "结论：【待补充】|依据：【待补充，注明来源】|例子：【待补充】", "先说结论，再说依据，用一个例子收住。"),
                    columns(name + "：现在与将来", "现在", "【待补充】|【待补充】|【待补充】", "将来", "【待补充】|【待补充】|【待补充】", "说清变化对听众意味着什么。")));

    private static final String BLANK = "【待补充】";

    private final Pattern words;
    private final Function<String, List<Slide>> plan;

    PartPlan(String words, Function<String, List<Slide>> plan) {
        this.words = Pattern.compile(words);
        this.plan = plan;
    }

    static PartPlan of(String name) {
        return Arrays.stream(values())
                .filter(plan -> plan.words.matcher(name).find())
                .findFirst()
                .orElse(ANY);
    }

    List<Slide> slides(String name) {
        return plan.apply(name);
    }

    private static Slide content(String title, String points, String notes) {
        return new Slide.Content(title, bullets(points), notes);
    }

    private static Slide columns(
            String title, String left, String leftPoints, String right, String rightPoints, String notes) {
        return new Slide.TwoColumns(
                title, new Card(left, bullets(leftPoints)), new Card(right, bullets(rightPoints)), notes);
    }

    private static Slide table(String title, String head, int rows, String notes) {
        var columns = List.of(head.split(" "));
        var row = columns.stream().map(_ -> BLANK).toList();
        return new Slide.Table(
                title,
                new Grid(columns, IntStream.range(0, rows).mapToObj(_ -> row).toList()),
                notes);
    }

    private static List<Bullet> bullets(String points) {
        return Arrays.stream(points.split("\\|"))
                .map(point -> new Bullet(0, point))
                .toList();
    }
}
