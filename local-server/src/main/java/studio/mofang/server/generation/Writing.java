package studio.mofang.server.generation;

import studio.mofang.core.Creations.WritingRequest;
import studio.mofang.core.writing.OfflineComposer;
import studio.mofang.core.writing.Prompt;
import studio.mofang.core.writing.WritingBrief;
import studio.mofang.core.writing.WritingTool;

/// An accepted request for a text.
record Writing(WritingTool tool, WritingBrief brief, WritingRequest request) {
    private static final int LONGEST_TITLE = 40;
    /// So many equal characters are no chance.
    private static final int SURELY_STREAMED = 12;

    boolean continues() {
        return WritingForm.continues(request);
    }

    Prompt prompt() {
        return continues()
                ? Prompt.continuation(brief.title(), WritingForm.before(request), brief.requirements())
                : tool.prompt(brief);
    }

    /// The text that this machine writes by itself.
    String composed() {
        return continues()
                ? OfflineComposer.continuation(brief.title(), WritingForm.before(request), brief.requirements())
                : OfflineComposer.compose(tool, brief);
    }

    /// The line of the ledger.
    String description() {
        return "生成" + tool.name() + (brief.title().isEmpty() ? "" : "《" + cut(brief.title()) + "》");
    }

    /// The title given, else the first words of the text.
    String title(String text) {
        if (!brief.title().isEmpty()) {
            return brief.title();
        }
        return text.lines()
                .map(line -> line.replaceFirst("^[#>*\\-\\s]+", "").strip())
                .filter(line -> !line.isEmpty())
                .findFirst()
                .map(Writing::cut)
                .orElseGet(tool::name);
    }

    /// The text after what it goes on from: right behind that part of `whole`, where it is still there. A continuation
    /// begins its own paragraph.
    String joined(String whole, String text) {
        var before = WritingForm.before(request);
        int at = whole.lastIndexOf(before);
        int end = at < 0 ? whole.length() : at + before.length();
        var head = whole.substring(0, end);
        boolean apart = head.isEmpty() || head.endsWith("\n") || text.startsWith("\n");
        var addition = (apart ? "" : "\n\n") + text;
        return head + addition + unstreamed(whole.substring(end), addition);
    }

    /// What follows, without the beginning of the addition that an editor saved already while the text streamed in.
    private static String unstreamed(String rest, String addition) {
        int same = 0;
        while (same < Math.min(rest.length(), addition.length()) && rest.charAt(same) == addition.charAt(same)) {
            same++;
        }
        boolean streamed = same == addition.length() || same == rest.length() || same >= SURELY_STREAMED;
        return streamed ? rest.substring(same) : rest;
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_TITLE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_TITLE)) + "…";
    }
}
