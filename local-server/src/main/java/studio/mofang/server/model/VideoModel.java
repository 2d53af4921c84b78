package studio.mofang.server.model;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.DoubleConsumer;

/// Makes a video from a script, in steps that a restart may come between: `submit` gives a ticket, `look`
/// tells how the video of a ticket is, `fetch` brings it here. Each throws ModelFailure.
public interface VideoModel {
    /// The ticket under which the video is known from now on.
    String submit(Order order, Cancellation cancellation);

    Sight look(String ticket, Cancellation cancellation);

    /// Writes the finished video; `progress` hears the part that is done, from 0 to 1.
    void fetch(Sight.Done done, Order order, Path target, DoubleConsumer progress, Cancellation cancellation);

    /// How long a video of `seconds` becomes: makers have lengths of their own.
    int length(int seconds);

    /// Ends what has not been begun, as far as the maker can.
    void cancel(String ticket);

    /// Whether submitting once more would do no harm.
    boolean repeatable();

    /// Whether a question that failed like this may be answered later.
    boolean passing(ModelFailure failure);

    /// How long to wait between two looks.
    Duration pace();

    /// What is asked for. `marked` wants the AI mark on the opening frames, where this machine draws them.
    record Order(String script, int seconds, ImageSize size, boolean marked) {}

    /// How a video was found.
    sealed interface Sight {
        record Waiting() implements Sight {}

        record Working() implements Sight {}

        record Done(String address) implements Sight {}

        record Failed(ModelFailure reason) implements Sight {}
    }
}
