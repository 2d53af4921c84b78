package studio.mofang.core.writing;

/// Writes a real first draft without any model: the genre's structure with the user's own words in it, marked as such.
/// The same brief always gives the same draft.
public final class OfflineComposer {
    /// The first line of every offline draft. It is not AI output, so it carries no AI label.
    public static final String NOTICE = "> 离线草稿：由本机模板按结构生成，不是 AI 输出。请补全【待补充】，核对后删去本行和写作提示。";

    private OfflineComposer() {}

    /// The draft of a brief without errors, as Markdown.
    public static String compose(WritingTool tool, WritingBrief brief) {
        var draft = tool.draft(brief);
        var page = new Page().block(NOTICE);
        draft.genre().layout().write(draft, page);
        page.block("---").heading(2, "发布前核对").checks(draft.checks());
        return page.text();
    }

    /// What may come next after the text before the cursor: a transition in its terms, and directions to choose from.
    public static String continuation(String title, String textBefore, String instruction) {
        return new OfflineContinuation(title, textBefore, instruction).text();
    }
}
