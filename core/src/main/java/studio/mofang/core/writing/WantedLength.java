package studio.mofang.core.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The length a user asks for in free words, such as 「字数2000字」「800-1000字」「1.5万字」「两千字左右」.
final class WantedLength {
    private static final Pattern DIGITS = Pattern.compile(
            "(\\d{1,6}(?:\\.\\d{1,2})?)(?:\\s*(?:[-~～—–到至]+)\\s*(\\d{1,6}(?:\\.\\d{1,2})?))?\\s*([万千wWkK]?)\\s*[余多来]?个?(?:字|词|words?\\b)");
    private static final String NUMERAL = "[一二两三四五六七八九十百千万]";
    private static final Pattern NUMERALS = Pattern.compile("(" + NUMERAL + "{0,9}[百千万]" + NUMERAL + "{0,9})[余多来]?个?字");
    private static final Pattern PART_ONLY = Pattern.compile("(?:标题|题目|摘要|每[段节条章点句]|段落|简介|导语)[^，。；、,;\\n\\d]{0,6}$");
    private static final int SHORTEST = 50;
    private static final int LONGEST = 50_000;

    private WantedLength() {}

    static OptionalInt of(String requirements) {
        return lengths(requirements).stream()
                .mapToInt(Integer::intValue)
                .filter(length -> length >= SHORTEST)
                .map(length -> Math.min(length, LONGEST))
                .findFirst();
    }

    /// Whether a phrase speaks of nothing but the length.
    static boolean only(String phrase) {
        var rest = DIGITS.matcher(NUMERALS.matcher(phrase).replaceAll("")).replaceAll("");
        return !rest.equals(phrase)
                && rest.replaceAll("字数|篇幅|全文|总|约|大约|左右|以内|以上|不少于|不超过|控制在|[：:\\s]", "")
                        .isEmpty();
    }

    private static List<Integer> lengths(String text) {
        var found = new ArrayList<Integer>();
        DIGITS.matcher(text).results().filter(match -> whole(text, match)).forEach(match -> found.add(digits(match)));
        NUMERALS.matcher(text)
                .results()
                .filter(match -> whole(text, match))
                .forEach(match -> found.add(numerals(match.group(1))));
        return found;
    }

    private static boolean whole(String text, MatchResult match) {
        return !PART_ONLY.matcher(text.substring(0, match.start())).find();
    }

    private static int digits(MatchResult match) {
        var low = Double.parseDouble(match.group(1));
        var high = match.group(2) == null ? low : Double.parseDouble(match.group(2));
        var unit = switch (match.group(3)) {
            case "万", "w", "W" -> 10_000;
            case "千", "k", "K" -> 1_000;
            default -> 1;
        };
        return (int) Math.round((low + high) / 2 * unit);
    }

    private static int numerals(String text) {
        var total = 0;
        var pending = 0;
        var digit = 0;
        for (var character : text.toCharArray()) {
            switch (character) {
                case '万' -> {
                    total = (pending + digit == 0 ? 1 : pending + digit) * 10_000;
                    pending = 0;
                    digit = 0;
                }
                case '千', '百', '十' -> {
                    pending += Math.max(1, digit) * (character == '千' ? 1_000 : character == '百' ? 100 : 10);
                    digit = 0;
                }
                default -> digit = character == '两' ? 2 : "一二三四五六七八九".indexOf(character) + 1;
            }
        }
        return total + pending + digit;
    }
}
