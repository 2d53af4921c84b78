package studio.mofang.core.writing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import studio.mofang.core.Creations;

/// One field of a tool's form. Its value always travels as a string: numbers in digits, tags separated by commas.
public record FormField(
        String name,
        Kind kind,
        Label label,
        Label hint,
        boolean required,
        List<Choice> choices,
        String defaultValue,
        Range range) {

    /// How the field is entered.
    public enum Kind {
        TEXT,
        MULTILINE,
        NUMBER,
        CHOICE,
        TAGS
    }

    /// One value of a choice, with the word shown for it.
    public record Choice(String value, Label label) {}

    /// Bounds, both included: characters of a text, the value of a number, the count of tags.
    public record Range(int min, int max) {}

    private static final int LONGEST_TAG = 50;

    public FormField {
        choices = List.copyOf(choices);
    }

    static FormField text(String name, String zh, String en) {
        return of(name, Kind.TEXT, new Label(zh, en), new Range(0, 200));
    }

    static FormField multiline(String name, String zh, String en) {
        return of(name, Kind.MULTILINE, new Label(zh, en), new Range(0, 5_000));
    }

    static FormField number(String name, String zh, String en, int min, int max) {
        return of(name, Kind.NUMBER, new Label(zh, en), new Range(min, max));
    }

    static FormField tags(String name, String zh, String en) {
        return of(name, Kind.TAGS, new Label(zh, en), new Range(0, 20));
    }

    /// A choice whose first value is the default.
    static FormField choice(String name, String zh, String en, Choice... choices) {
        var field = of(name, Kind.CHOICE, new Label(zh, en), new Range(0, 1));
        return field.with(field.hint, field.required, List.of(choices), choices[0].value, field.range);
    }

    static Choice option(String value, String zh, String en) {
        return new Choice(value, new Label(zh, en));
    }

    FormField hinted(String zh, String en) {
        return with(new Label(zh, en), required, choices, defaultValue, range);
    }

    FormField defaulting(String value) {
        return with(hint, required, choices, value, range);
    }

    FormField upTo(int max) {
        return with(hint, required, choices, defaultValue, new Range(range.min, max));
    }

    FormField mandatory() {
        return with(hint, true, choices, defaultValue, range);
    }

    Creations.Field wire() {
        return new Creations.Field(
                name,
                label.zh(),
                kind.name().toLowerCase(Locale.ROOT),
                required,
                hint.zh().isBlank() ? null : hint.zh(),
                choices.stream()
                        .map(choice -> new Creations.Choice(choice.value, choice.label.zh()))
                        .toList(),
                defaultValue.isBlank() ? null : defaultValue);
    }

    /// What is wrong with an entered value; a blank one is never wrong here.
    Optional<String> problem(String raw) {
        if (raw.isBlank()) {
            return Optional.empty();
        }
        return switch (kind) {
            case TEXT, MULTILINE -> Limits.tooLong(label.zh(), raw, range.max);
            case NUMBER -> numberProblem(raw.strip());
            case CHOICE -> chosen(raw).isPresent() ? Optional.empty() : Optional.of(choiceProblem(raw));
            case TAGS -> tagProblem(tagList(raw));
        };
    }

    /// The value as stored: a choice by its value even if entered by its word, the default for a blank one.
    String canonical(String raw) {
        if (raw.isBlank()) {
            return defaultValue;
        }
        return chosen(raw).map(Choice::value).orElse(raw.strip());
    }

    /// The value as a Chinese reader sees it.
    String shown(String value) {
        return chosen(value).map(choice -> choice.label.zh()).orElse(value);
    }

    static List<String> tagList(String raw) {
        return Arrays.stream(raw.split("[,，、;；\\n]"))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
    }

    private Optional<String> numberProblem(String raw) {
        if (!raw.matches("\\d{1,9}")) {
            return Optional.of("「%s」请填整数，例如 %d。".formatted(label.zh(), Math.max(1, range.min)));
        }
        var number = Integer.parseInt(raw);
        return number < range.min || number > range.max
                ? Optional.of("「%s」请填 %d 到 %d 之间的整数。".formatted(label.zh(), range.min, range.max))
                : Optional.empty();
    }

    private String choiceProblem(String raw) {
        var words = choices.stream().map(choice -> choice.label.zh()).collect(Collectors.joining("、"));
        return "「%s」没有「%s」这一项，请从这些里选：%s。".formatted(label.zh(), Limits.cut(raw.strip(), 20), words);
    }

    private Optional<String> tagProblem(List<String> tags) {
        if (tags.size() > range.max) {
            return Optional.of("「%s」最多 %d 个，现在有 %d 个。".formatted(label.zh(), range.max, tags.size()));
        }
        return tags.stream()
                .flatMap(tag -> Limits.tooLong(label.zh() + "」中的「" + Limits.cut(tag, 10), tag, LONGEST_TAG).stream())
                .findFirst();
    }

    private Optional<Choice> chosen(String raw) {
        var entered = raw.strip();
        return choices.stream()
                .filter(choice ->
                        choice.value.equals(entered) || choice.label.zh().equals(entered))
                .findFirst();
    }

    private static FormField of(String name, Kind kind, Label label, Range range) {
        return new FormField(name, kind, label, Label.NONE, false, List.of(), "", range);
    }

    private FormField with(
            Label newHint, boolean newRequired, List<Choice> newChoices, String newDefault, Range newRange) {
        return new FormField(name, kind, label, newHint, newRequired, newChoices, newDefault, newRange);
    }
}
