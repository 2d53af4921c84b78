package studio.mofang.core.content;

/// How wide a piece of text is when drawn, in whatever unit the line's width is given in. Whoever draws has the real
/// one from its font; core has none.
@FunctionalInterface
public interface TextMeasure {
    double width(String text);

    /// An estimate for those who have no font at hand: Chinese, kana, full-width signs and emoji are as wide as they
    /// are high, Latin letters a little more than half, narrow signs less.
    static TextMeasure estimate(double fontSize) {
        return text -> text.codePoints().mapToDouble(TextMeasure::ems).sum() * fontSize;
    }

    private static double ems(int point) {
        if (Character.getType(point) == Character.NON_SPACING_MARK || Character.getType(point) == Character.FORMAT) {
            return 0;
        }
        if (point >= 0x2E80 || point >= 0x2010 && point <= 0x2027) {
            return point >= 0xFF61 && point <= 0xFFDC ? 0.5 : 1;
        }
        if ("il.,:;'|!jI ()[]".indexOf(point) >= 0) {
            return 0.32;
        }
        return Character.isUpperCase(point) || "mwMW@%".indexOf(point) >= 0 ? 0.75 : 0.56;
    }
}
