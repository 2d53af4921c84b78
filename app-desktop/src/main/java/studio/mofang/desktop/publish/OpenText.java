package studio.mofang.desktop.publish;

import java.util.OptionalLong;

/// The text that the editor has open.
@FunctionalInterface
public interface OpenText {
    /// Its creation, if the server knows it.
    OptionalLong id();

    /// Runs once what was typed is saved, or could not be; on the interface's thread.
    default void saved(Runnable then) {
        then.run();
    }
}
