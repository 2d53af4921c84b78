package studio.mofang.client;

import java.time.Duration;

/// How long to wait before trying again: twice as long after each failure, up to a limit.
public final class Backoff {
    private final Duration first;
    private final Duration longest;
    private Duration next;

    public Backoff(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
        this.next = first;
    }

    /// The wait after one more failure.
    public Duration next() {
        var wait = next;
        var doubled = wait.multipliedBy(2);
        next = doubled.compareTo(longest) < 0 ? doubled : longest;
        return wait;
    }

    /// After a success.
    public void reset() {
        next = first;
    }
}
