package studio.mofang.server.model;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Optional;
import studio.mofang.core.content.AiLabel;

/// Makes one picture from words. One call a model object; blocks until the picture is here and stops soon
/// after `cancellation`. Throws ModelFailure for whatever is not a picture.
public interface ImageModel {
    Drawn draw(Order order, Cancellation cancellation);

    /// What is asked for, and how long it may take in all. `negative` may be blank.
    record Order(String prompt, String negative, ImageSize size, Duration deadline) {}

    /// A picture without any mark of ours; `label` is the provider's own, where its file carried one.
    record Drawn(BufferedImage picture, Optional<AiLabel> label) {}
}
