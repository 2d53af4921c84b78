package studio.mofang.server.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Envelope.FieldError;

/// Collects what is wrong with the shape of a body, so that all of it is answered at once. Each method returns a value
/// that is only meaningful once `done()` has let the request pass.
public final class Check {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private static final char DELETE = 0x7f;

    private final List<FieldError> errors = new ArrayList<>();

    /// A required text of `min` to `max` characters.
    public String text(String field, @Nullable String given, int min, int max) {
        if (given == null || given.isBlank()) {
            return refuse(field, "不能为空", "");
        }
        return length(field, given, min, max);
    }

    /// An optional text of at most `max` characters.
    public Optional<String> optionalText(String field, @Nullable String given, int max) {
        return given == null || given.isBlank() ? Optional.empty() : Optional.of(length(field, given, 0, max));
    }

    /// Of a word that another system has chosen: printable ASCII, which is as long here as in any database.
    public void plain(String field, String word) {
        that(word.chars().allMatch(letter -> letter > ' ' && letter < DELETE), field, "只能是可打印的 ASCII 字符");
    }

    public String oneOf(String field, @Nullable String given, Set<String> allowed) {
        if (given == null || !allowed.contains(given)) {
            return refuse(
                    field, "只能是 " + String.join("、", allowed.stream().sorted().toList()) + " 之一", "");
        }
        return given;
    }

    /// A required time, within what any of the databases can keep.
    public Instant time(String field, @Nullable Instant given) {
        var time = required(field, given, EARLIEST);
        that(!time.isBefore(EARLIEST) && time.isBefore(LATEST), field, "应为 2000 年到 2199 年之间的时间");
        return time;
    }

    public <T> T required(String field, @Nullable T given, T otherwise) {
        return given == null ? refuse(field, "不能为空", otherwise) : given;
    }

    /// Adds `message` unless `holds`.
    public void that(boolean holds, String field, String message) {
        if (!holds) {
            errors.add(new FieldError(field, message));
        }
    }

    /// Throws the Problem that names every refused field.
    public void done() {
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    private String length(String field, String given, int min, int max) {
        int length = given.codePointCount(0, given.length());
        that(length >= min, field, "至少 " + min + " 个字");
        that(length <= max, field, "最多 " + max + " 个字");
        that(given.indexOf('\u0000') < 0, field, "含有不允许的字符");
        return given;
    }

    private <T> T refuse(String field, String message, T otherwise) {
        errors.add(new FieldError(field, message));
        return otherwise;
    }
}
