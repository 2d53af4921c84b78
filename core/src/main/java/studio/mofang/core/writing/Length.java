package studio.mofang.core.writing;

import java.util.function.ToIntFunction;

/// How long a text of a genre is, in characters: usually, and at most. 0 where the length follows a source.
record Length(ToIntFunction<WritingBrief> usual, int most) {
    static Length about(int characters) {
        return of(_ -> characters);
    }

    static Length of(ToIntFunction<WritingBrief> usual) {
        return new Length(usual, Integer.MAX_VALUE);
    }

    static Length ofItsSource() {
        return about(0);
    }

    Length atMost(int characters) {
        return new Length(usual, characters);
    }

    /// What the user asks for in words, else the usual length, within what the platform takes.
    int in(WritingBrief brief) {
        return Math.min(most, WantedLength.of(brief.requirements()).orElseGet(() -> usual.applyAsInt(brief)));
    }
}
