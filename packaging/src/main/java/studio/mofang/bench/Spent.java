package studio.mofang.bench;

import java.lang.management.ManagementFactory;

/// What something took of the present thread: time, and processor time.
record Spent(long nanos, long cpuNanos) {
    static Spent now() {
        return new Spent(System.nanoTime(), ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }

    Spent minus(Spent earlier) {
        return new Spent(nanos - earlier.nanos, cpuNanos - earlier.cpuNanos);
    }

    Spent plus(Spent more) {
        return new Spent(nanos + more.nanos, cpuNanos + more.cpuNanos);
    }

    double millis() {
        return nanos / 1e6;
    }

    double cpuMillis() {
        return cpuNanos / 1e6;
    }
}
