package studio.mofang.server.web;

import java.time.Duration;

/// The request limits of appendix H. `GENERATE` does not count for members.
public enum Limit {
    AUTH(10, Duration.ofMinutes(1)),
    GENERATE(20, Duration.ofHours(1)),
    QUERY(100, Duration.ofMinutes(1)),
    OTHER(60, Duration.ofMinutes(1)),
    /// Orders with a coupon code, counted beside `OTHER`: nobody finds codes by trying (rule L11).
    COUPON(10, Duration.ofMinutes(1)),
    /// For what machines call and authenticate by signature: gateways' notifications, health probes.
    NONE(Long.MAX_VALUE, Duration.ofMinutes(1));

    private final long calls;
    private final Duration period;

    Limit(long calls, Duration period) {
        this.calls = calls;
        this.period = period;
    }

    long calls() {
        return calls;
    }

    Duration period() {
        return period;
    }
}
