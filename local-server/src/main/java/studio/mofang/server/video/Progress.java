package studio.mofang.server.video;

import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;

/// Tells whole percents, at most twice a second, so that progress does not outweigh the work.
final class Progress implements DoubleConsumer {
    private static final long PAUSE = 500_000_000L;

    private final IntConsumer percents;
    private long told = System.nanoTime() - PAUSE;

    Progress(IntConsumer percents) {
        this.percents = percents;
    }

    @Override
    public void accept(double part) {
        long now = System.nanoTime();
        if (now - told >= PAUSE) {
            told = now;
            percents.accept((int) Math.clamp(part * 95, 1, 95));
        }
    }
}
