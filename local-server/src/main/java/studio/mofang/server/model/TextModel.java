package studio.mofang.server.model;

import java.time.Duration;
import java.util.function.Consumer;
import studio.mofang.core.writing.Prompt;

/// Writes a text. One call a model object; blocks until the text is whole, hands on each piece as it comes, and stops
/// soon after `cancellation`. Throws ModelFailure for whatever is not a whole text.
public interface TextModel {
    Written write(Order order, Consumer<String> onText, Cancellation cancellation);

    /// What is asked for, and how long it may take in all.
    record Order(Prompt prompt, Duration deadline) {}
}
