package studio.mofang.server.model;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Optional;
import studio.mofang.core.content.AiLabel;

/// Makes one picture from words: while one waits, or by a task that one asks about. One call a model object. Everything
/// throws ModelFailure.
public sealed interface ImageModel {
    /// Blocks until the picture is here and stops soon after `cancellation`.
    non-sealed interface AtOnce extends ImageModel {
        Drawn draw(Order order, Cancellation cancellation);
    }

    /// In steps that a restart may come between: `submit` gives a ticket, `look` tells how the picture of a ticket is,
    /// `fetch` brings it here.
    non-sealed interface ByTask extends ImageModel {
        /// The ticket under which the picture is known from now on.
        String submit(Order order, Cancellation cancellation);

        Sight look(String ticket, Cancellation cancellation);

        /// Of the size that was asked for.
        Drawn fetch(Sight.Done done, ImageSize size, Cancellation cancellation);

        /// Ends what has not been begun, as far as the provider can.
        void cancel(String ticket);

        /// How long to wait after so many looks.
        Duration pace(int looks);
    }

    /// What is asked for, and how long it may take in all. `negative` may be blank.
    record Order(String prompt, String negative, ImageSize size, Duration deadline) {}

    /// A picture without any mark of ours; `label` is the provider's own, where its file carried one.
    record Drawn(BufferedImage picture, Optional<AiLabel> label) {}

    /// How a picture was found.
    sealed interface Sight {
        record Unfinished() implements Sight {}

        record Done(String address) implements Sight {}

        record Failed(ModelFailure reason) implements Sight {}
    }
}
