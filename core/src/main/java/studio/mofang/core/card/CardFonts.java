package studio.mofang.core.card;

import studio.mofang.core.content.TextMeasure;

/// How wide words are in the letters they will be drawn with; whoever draws implements it.
@FunctionalInterface
public interface CardFonts {
    double width(String text, Face face);

    default TextMeasure measure(Face face) {
        return text -> width(text, face);
    }
}
