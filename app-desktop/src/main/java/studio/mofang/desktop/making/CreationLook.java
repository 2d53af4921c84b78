package studio.mofang.desktop.making;

import java.util.Optional;
import java.util.UUID;
import org.kordamp.ikonli.feather.Feather;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.Media;
import studio.mofang.desktop.kit.Desk;

/// A creation on its shelf: its first picture, or `icon` where it has none, over its title.
public record CreationLook(Desk desk, Feather icon) implements Shelf.Look<Creation> {
    @Override
    public Optional<UUID> picture(Creation item) {
        return Media.firstReference(item.content());
    }

    @Override
    public Feather icon(Creation item) {
        return icon;
    }

    @Override
    public String name(Creation item) {
        return item.title().isBlank() ? desk.text("editor.untitled") : item.title();
    }
}
