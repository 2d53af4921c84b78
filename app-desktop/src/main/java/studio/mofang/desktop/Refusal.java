package studio.mofang.desktop;

import studio.mofang.desktop.kit.Messages;

/// Why the server did not start.
///
/// @param sentence what the server says itself, in Chinese
/// @param reason the word under which our English has a sentence, or empty
/// @param damaged whether a backup in the database's place would help
record Refusal(String sentence, String reason, boolean damaged) {
    static Refusal of(Exception problem) {
        return new Refusal(String.valueOf(problem.getMessage()), "", false);
    }

    /// What our English has no sentence for is quoted.
    String in(Messages messages) {
        return messages.served("refusal." + reason, messages.text("refused.quoted", sentence));
    }
}
