package studio.mofang.server.generation;

import java.util.UUID;
import java.util.function.Consumer;
import studio.mofang.core.Envelope;
import studio.mofang.server.model.ModelFailure;
import studio.mofang.server.web.Problem;

/// A generation that has been held for and journaled, and is now to be made. `T` is what its model gives.
public interface Begun<T> {
    UUID id();

    /// Asks the model, outside of any transaction, and tells the pieces as they come. Throws the Problem
    /// after which the credits are given back.
    T make(Consumer<String> onText);

    /// The answer under which the credits are taken.
    Envelope<?> finish(T made);

    /// Ends what nobody waits for any more.
    Problem abandon(ModelFailure failure);
}
