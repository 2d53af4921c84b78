package studio.mofang.server.creation.search;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// Hands the terms of a text to Lucene.
final class GramStream extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final Grams grams;
    private int place = -1;

    GramStream(String text) {
        grams = new Grams(text);
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (!grams.next()) {
            return false;
        }
        term.append(grams.term());
        step.setPositionIncrement(grams.place() - place);
        place = grams.place();
        return true;
    }
}
