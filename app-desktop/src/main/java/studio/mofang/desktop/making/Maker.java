package studio.mofang.desktop.making;

import org.jspecify.annotations.Nullable;
import studio.mofang.core.AiModels.Model;

/// Who makes something: a model, or this machine, which is no AI.
public sealed interface Maker {
    /// Unless it is `named`, the server is left to find it by itself.
    record Ai(Model model, boolean named) implements Maker {}

    record Machine() implements Maker {}

    /// False for a model without a key.
    default boolean usable() {
        return switch (this) {
            case Ai ai -> ai.model().hasKey();
            case Machine _ -> true;
        };
    }

    /// What a request says of it; absent where it names none.
    default @Nullable Long modelId() {
        return this instanceof Ai(Model model, boolean named) && named ? (Long) model.id() : null;
    }

    /// What a request says of it.
    default @Nullable Boolean offline() {
        return this instanceof Machine ? Boolean.TRUE : null;
    }

    /// As it is kept in the preferences.
    default String tag() {
        return switch (this) {
            case Ai ai -> String.valueOf(ai.model().id());
            case Machine _ -> "machine";
        };
    }
}
