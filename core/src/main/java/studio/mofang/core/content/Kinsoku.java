package studio.mofang.core.content;

import java.util.ArrayList;
import java.util.List;

/// Which neighbours must stay on one line.
final class Kinsoku {
    /// Marks that close or follow: no line begins with them.
    private static final String NOT_FIRST =
            "，。、；：！？）》」』】〕〉｝〗〙〛”’～·・%‰％℃°′″,.;:!?)]}>»›ー々〻ゝゞヽヾ" + "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ";

    /// Marks that open or lead: no line ends with them.
    private static final String NOT_LAST = "（《「『【〔〈｛〖〘〚“‘([{<«‹¥￥$£€#＃№";

    private Kinsoku() {}

    /// The graphemes joined to what cannot be broken. White space ends the box it follows.
    static List<String> boxes(List<String> graphemes) {
        var boxes = new ArrayList<String>();
        var box = new StringBuilder();
        var last = "";
        for (var next : graphemes) {
            if (!box.isEmpty() && mayBreak(last, next)) {
                boxes.add(box.toString());
                box.setLength(0);
            }
            box.append(next);
            last = next;
        }
        if (!box.isEmpty()) {
            boxes.add(box.toString());
        }
        return boxes;
    }

    private static boolean mayBreak(String last, String next) {
        if (next.isBlank()) {
            return false;
        }
        if (last.isBlank()) {
            return true;
        }
        if (NOT_LAST.contains(last) || NOT_FIRST.contains(next)) {
            return false;
        }
        var pair = last.equals(next) && "—…".contains(next);
        return !pair && !(wordPart(last) && wordPart(next));
    }

    /// Letters and digits of scripts that write words, and the signs inside of words, numbers and addresses.
    private static boolean wordPart(String grapheme) {
        var point = grapheme.codePointAt(0);
        if ("-_'’&@/\\+=~.:,#?%*".indexOf(point) >= 0) {
            return true;
        }
        return point < 0x2E80 && (Character.isLetterOrDigit(point));
    }
}
