package studio.mofang.desktop.kit;

import java.util.List;
import javafx.scene.Node;

/// One pane of the window. It is built when it is first visited and told when it comes and goes.
public interface Screen {
    Node view();

    /// What the menu and the palette offer while this screen is in front.
    default List<Command> commands() {
        return List.of();
    }

    default void shown() {}

    default void hidden() {}

    /// Another screen takes its place for good: it listens to nothing any more.
    default void discarded() {}
}
