package studio.mofang.core.writing;

/// What a text model is given: the standing instruction and this request.
public record Prompt(String system, String user) {
    /// Characters of the text before the cursor that a continuation shows the model.
    static final int CONTEXT = 4_000;

    /// The request of 续写: to go on from the cursor, in the voice of what stands before it.
    public static Prompt continuation(String title, String textBefore, String instruction) {
        return new Prompt(HouseRules.continuation(), continuationRequest(title, textBefore, instruction));
    }

    private static String continuationRequest(String title, String textBefore, String instruction) {
        var request = new Page();
        request.line("标题：" + (title.isBlank() ? "（未定）" : Page.oneLine(title)));
        request.line("续写要求：" + (instruction.isBlank() ? "顺着上文自然地写下去，约 300 字。" : instruction.strip()));
        request.block(HouseRules.material("光标前的正文（可能从中间截取）", tail(textBefore)));
        request.line("请从材料的最后一个字之后接着写。");
        return request.text();
    }

    private static String tail(String text) {
        var from = Math.max(0, text.length() - CONTEXT);
        return text.substring(from > 0 && Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from);
    }
}
