package studio.mofang.server.publish;

import java.util.Locale;

/// What a person is needed for.
enum Need {
    /// To publish by hand what is prepared.
    HAND_OFF,
    /// To press publish in the platform's own pages, where the draft waits.
    PRESS_PUBLISH,
    /// To look whether it is there already, because the platform's answer was lost.
    TELL;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Need of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
