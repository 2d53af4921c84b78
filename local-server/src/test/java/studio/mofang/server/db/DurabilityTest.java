package studio.mofang.server.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

class DurabilityTest {
    private static final int REFUSALS = 2;

    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch onTheDisk = new CountDownLatch(1);

    @Test
    void aDraftThatTheDiskRefusedIsTriedAgainWithoutAnotherWrite() throws InterruptedException {
        try (var durability = new Durability(new ReentrantLock(), this::checkpoint)) {
            durability.soon();

            assertThat(onTheDisk.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private void checkpoint() {
        if (asked.incrementAndGet() <= REFUSALS) {
            throw new IllegalStateException("the disk is full");
        }
        onTheDisk.countDown();
    }
}
