package studio.mofang.server.model;

import java.time.Duration;
import java.util.function.Consumer;
import studio.mofang.core.Creations.Provenance;

/// A text composed on this machine, handed on in pieces at a pace that one can follow.
public final class OfflineText implements TextModel {
    /// What answers and provenance call the maker of such a text.
    public static final String PROVIDER = Provenance.OFFLINE;

    public static final String MODEL_NAME = "offline-composer";
    private static final int PIECE = 12;

    private final String text;
    private final Duration pause;

    /// `pause` between two pieces; zero for somebody who waits for the whole.
    public OfflineText(String text, Duration pause) {
        this.text = text;
        this.pause = pause;
    }

    @Override
    public Written write(Order order, Consumer<String> onText, Cancellation cancellation) {
        for (int from = 0; from < text.length(); ) {
            int to = end(from);
            onText.accept(text.substring(from, to));
            if (cancellation.within(pause)) {
                throw new ModelFailure(ModelFailure.Kind.CANCELLED, "offline");
            }
            from = to;
        }
        return new Written(text, "stop", null, null);
    }

    private int end(int from) {
        int to = Math.min(text.length(), from + PIECE);
        return to < text.length() && Character.isLowSurrogate(text.charAt(to)) ? to + 1 : to;
    }
}
