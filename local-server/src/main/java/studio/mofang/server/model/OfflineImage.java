package studio.mofang.server.model;

import java.util.Optional;
import studio.mofang.server.picture.CoverCard;

/// A cover card drawn on this machine from the words of the prompt.
public final class OfflineImage implements ImageModel.AtOnce {
    public static final String MODEL_NAME = "offline-cover";

    private final int look;

    public OfflineImage(int look) {
        this.look = look;
    }

    @Override
    public Drawn draw(Order order, Cancellation cancellation) {
        var size = order.size();
        return new Drawn(new CoverCard(order.prompt(), look).draw(size.width(), size.height()), Optional.empty());
    }
}
