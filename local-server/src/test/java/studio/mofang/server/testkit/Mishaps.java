package studio.mofang.server.testkit;

import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/// What a fake provider is told to do to coming calls: those about an order, or those of a method. Calls about other
/// orders, such as a sweep's, are left alone.
public final class Mishaps {
    private final Map<String, Deque<Mishap>> next = new ConcurrentHashMap<>();
    private final Map<String, Runnable> events = new ConcurrentHashMap<>();

    /// `about` is an order's number or a method's name.
    public void befall(String about, Mishap... inThisOrder) {
        next.computeIfAbsent(about, _ -> new ConcurrentLinkedDeque<>()).addAll(List.of(inThisOrder));
    }

    /// Runs once, after the next such call was done and before it is answered.
    public void beforeAnswer(String about, Runnable event) {
        events.put(about, event);
    }

    Optional<Mishap> of(String orderId, String method) {
        return taken(orderId).or(() -> taken(method));
    }

    void done(String orderId, String method) {
        Optional.ofNullable(events.remove(orderId))
                .or(() -> Optional.ofNullable(events.remove(method)))
                .ifPresent(Runnable::run);
    }

    private Optional<Mishap> taken(String about) {
        return Optional.ofNullable(next.get(about)).map(Deque::poll);
    }
}
