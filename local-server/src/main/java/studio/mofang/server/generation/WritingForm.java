package studio.mofang.server.generation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import studio.mofang.core.Creations.WritingRequest;
import studio.mofang.core.Envelope.FieldError;
import studio.mofang.core.writing.WritingBrief;
import studio.mofang.core.writing.WritingTool;
import studio.mofang.server.web.Check;
import studio.mofang.server.web.Problem;

/// A request as a tool takes it.
final class WritingForm {
    private static final Set<String> COMMON = Set.of("title", "keywords", "requirements");
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_INSTRUCTION = 5_000;
    private static final int LONGEST_TEXT = 200_000;

    private WritingForm() {}

    /// Throws the Problem that names every refused field; the tool's own fields as `fields.name`.
    static WritingBrief brief(WritingTool tool, WritingRequest request) {
        var check = new Check();
        check.that(!offline(request) || request.modelId() == null, "offline", "离线草稿不使用模型，请不要同时指定 model_id");
        check.done();
        var brief = new WritingBrief(
                tool.type(),
                Objects.requireNonNullElse(request.title(), ""),
                Objects.requireNonNullElse(request.keywords(), List.of()),
                Objects.requireNonNullElse(request.requirements(), ""),
                Objects.requireNonNullElse(request.fields(), Map.of()));
        if (continues(request)) {
            checkContinuation(request);
            return brief;
        }
        var errors = tool.errors(brief).stream().map(WritingForm::wire).toList();
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return brief;
    }

    static boolean continues(WritingRequest request) {
        return !before(request).isBlank();
    }

    static String before(WritingRequest request) {
        return Objects.requireNonNullElse(request.continueFrom(), "");
    }

    static boolean offline(WritingRequest request) {
        return Boolean.TRUE.equals(request.offline());
    }

    private static void checkContinuation(WritingRequest request) {
        var check = new Check();
        check.optionalText("title", request.title(), LONGEST_TITLE);
        check.optionalText("requirements", request.requirements(), LONGEST_INSTRUCTION);
        check.optionalText("continue_from", request.continueFrom(), LONGEST_TEXT);
        check.done();
    }

    private static FieldError wire(studio.mofang.core.writing.FieldError error) {
        var field = COMMON.contains(error.field()) ? error.field() : "fields." + error.field();
        return new FieldError(field, error.message());
    }
}
