package studio.mofang.core.writing;

import static studio.mofang.core.writing.FormField.choice;
import static studio.mofang.core.writing.FormField.option;
import static studio.mofang.core.writing.FormField.text;

import java.util.List;
import java.util.Map;
import java.util.Set;
import studio.mofang.core.writing.ArticleLayout.Numbering;

/// 公文写作: the fifteen statutory kinds of 《党政机关公文处理工作条例》, set in the order of GB/T 9704-2012.
final class OfficialDocument {
    private OfficialDocument() {}

    static WritingTool tool() {
        return new WritingTool(
                new ToolCard(
                        "official_document",
                        "公文写作",
                        "Official document",
                        "按 15 种法定文种和 GB/T 9704 格式起草公文",
                        "The fifteen statutory kinds of Chinese official documents",
                        15,
                        FIELDS),
                new Genre(
                        "机关办公室的资深文字秘书，熟悉《党政机关公文处理工作条例》和 GB/T 9704-2012，为{recipient|主送机关}起草{document_kind}。",
                        Length.about(1_200),
                        SECTIONS,
                        List.of("工作目标", "主要任务", "时间安排"),
                        RULES,
                        CHECKS,
                        OfficialDocument::write));
    }

    private static final List<FormField> FIELDS = List.of(
            choice(
                    "document_kind",
                    "文种",
                    "Kind",
                    option("notice", "通知", "Notice"),
                    option("resolution", "决议", "Resolution"),
                    option("decision", "决定", "Decision"),
                    option("order", "命令（令）", "Order"),
                    option("communique", "公报", "Communiqué"),
                    option("announcement", "公告", "Announcement"),
                    option("public_notice", "通告", "Public notice"),
                    option("opinion", "意见", "Opinion"),
                    option("circular", "通报", "Circular"),
                    option("report", "报告", "Report"),
                    option("request", "请示", "Request for instructions"),
                    option("reply", "批复", "Reply"),
                    option("motion", "议案", "Motion"),
                    option("letter", "函", "Letter"),
                    option("minutes", "纪要", "Minutes")),
            text("issuer", "发文机关", "Issuing authority").hinted("全称或规范化简称", "Full name or the standard short name"),
            text("recipient", "主送机关", "Addressee").hinted("公告、通告等可不填", "Not needed for public announcements"),
            text("document_number", "发文字号", "Document number").hinted("例如：×政发〔2026〕1号，年份用六角括号", "Year within 〔〕"),
            text("signed_on", "成文日期", "Date").hinted("例如：2026年1月22日，阿拉伯数字，不编虚位", "Arabic digits, no leading zeros"));

    private static final List<Section> SECTIONS = List.of(
            Section.of("总体要求", 2, "先用一段说明发文的依据、目的和事由（「根据……」「为……」），再写目标和原则；依据的文件名称、文号必须真实。")
                    .says("为做好{title}有关工作，根据【待补充：依据的文件名称和文号】，结合实际，现就有关事项明确如下。")
                    .says("各有关单位要围绕{keywords}，明确目标，压实责任，确保各项工作落到实处。")
                    .asks("总体目标和完成时限（量化）"),
            Section.of("{keyword}", 5, "围绕「{keyword}」分条写事项：谁来做、做什么、做到什么程度、何时完成；层次序数依次为一、（一）1.（1）。")
                    .says("（一）明确任务。围绕{keyword}，梳理工作内容，列出清单，逐项确定标准。", "（一）突出重点。把{keyword}作为重点，分步骤、分阶段推进。")
                    .says("（二）落实责任。由【待补充：牵头单位】牵头，【待补充：配合单位】配合，于【待补充：时限】前完成。")
                    .asks("「{keyword}」的具体措施和量化指标")
                    .forEachKeyword(),
            Section.of("工作要求", 2, "写组织领导、责任分工、督促检查、信息报送，每条都能检查；不写空泛号召。")
                    .says("（一）加强组织领导。各有关单位要指定专人负责，统筹安排{title}各项工作。")
                    .says("（二）严格督促检查。对进展情况定期调度，发现问题及时纠正。")
                    .says("（三）及时报送信息。请于【待补充：日期】前将落实情况报送【待补充：联系部门、联系人、电话】。"));

    private static final List<String> RULES = List.of(
            "标题由「发文机关＋关于……的＋文种」三要素组成，标题中除法规、规章名称加书名号外一般不用标点。",
            "依次写：发文字号（{document_number|缺则写【待补充：发文字号】}）、标题、主送机关（顶格，后加全角冒号）、正文、附件说明、署名、成文日期。",
            "行文方向决定结语和语气：请示一文一事，以「妥否，请批示。」作结；报告不夹带请示事项；函用「特此函达」「请予函复」；" + "批复先引来文标题和文号；通知以「特此通知。」作结；纪要用「会议认为」「会议决定」。",
            "结构层次序数依次为「一、」「（一）」「1.」「（1）」；第一层用二级标题，其余层次写在段首。",
            "用语庄重、准确、简洁：用「应当」「不得」「可以」表达要求强度；不用口语、感叹、比喻和修辞性排比，不写个人抒情。",
            "成文日期用阿拉伯数字，年、月、日标全，不编虚位；年份用六角括号〔〕。");

    private static final List<String> CHECKS = List.of(
            "文种与行文方向相符（上行、下行、平行）",
            "引用的文件名称、文号、条款逐一核对原文",
            "发文字号年份用〔〕，成文日期为实际签发日期",
            "涉密、涉敏内容已按规定处理",
            "排版按 GB/T 9704-2012：标题 2 号小标宋居中，正文 3 号仿宋，每页 22 行、每行 28 字");

    /// Kinds addressed to everybody, or recorded rather than sent, which name no addressee.
    private static final Set<String> WITHOUT_ADDRESSEE =
            Set.of("resolution", "order", "communique", "announcement", "public_notice", "minutes");

    private static final Map<String, String> CLOSINGS = Map.of(
            "notice", "特此通知。",
            "circular", "特此通报。",
            "report", "特此报告。",
            "request", "妥否，请批示。",
            "reply", "此复。",
            "motion", "请审议。",
            "letter", "特此函达，请予函复。",
            "announcement", "特此公告。",
            "public_notice", "特此通告。");

    private static void write(Draft draft, Page page) {
        var kind = draft.field("document_kind");
        var addressee = WITHOUT_ADDRESSEE.contains(kind) ? "" : "{recipient|【待补充：主送机关】}：";
        ArticleLayout.of(Numbering.CHINESE)
                .titled("{issuer|【待补充：发文机关】}关于{title}的{document_kind}")
                .before("{document_number|【待补充：发文字号，如 ×发〔2026〕1号】}", addressee)
                .after(
                        CLOSINGS.getOrDefault(kind, ""),
                        "附件：【待补充：附件名称，没有则删去】",
                        "{issuer}\n\n{signed_on}",
                        "（联系人：【待补充】；联系电话：【待补充】）")
                .write(draft, page);
    }
}
