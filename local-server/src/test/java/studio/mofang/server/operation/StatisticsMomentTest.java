package studio.mofang.server.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.OperationApi;
import studio.mofang.core.BeijingTime;
import studio.mofang.core.Money;
import studio.mofang.core.Operations.Day;
import studio.mofang.core.Operations.Statistics;
import studio.mofang.server.testkit.Crowd;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.Purse;
import studio.mofang.server.testkit.TestServer;

/// While people register and pay, what the statistics say at once is true at once: of a server of its own, on which
/// everybody who pays pays ten yuan, and once.
class StatisticsMomentTest {
    private static final int WRITERS = 4;
    private static final int CUSTOMERS = 20;

    @ParameterizedTest
    @EnumSource(Engine.class)
    void everyAnswerIsOfOneMoment(Engine engine) throws Exception {
        try (var server = TestServer.with(TestServer.config(engine, engine.freshStorage()))) {
            var desk = new OperationApi(server.admin().client());
            var today = BeijingTime.date(server.clock().instant());
            var before = desk.statistics(today.minusDays(1), today.plusDays(1));

            var customers = CompletableFuture.runAsync(() -> Crowd.of(WRITERS, () -> customers(server)));
            while (!customers.isDone()) {
                check(before, desk.statistics(today.minusDays(1), today.plusDays(1)));
            }

            customers.join();
            var after = desk.statistics(today.minusDays(1), today.plusDays(1));
            check(before, after);
            assertThat(after.newUsers() - before.newUsers()).isEqualTo(WRITERS * CUSTOMERS);
            assertThat(orders(after)).isEqualTo(WRITERS * CUSTOMERS);
        }
    }

    private static int customers(TestServer server) throws Exception {
        for (int i = 0; i < CUSTOMERS; i++) {
            Purse.recharge(server, server.newUser(), 10);
        }
        return CUSTOMERS;
    }

    private static void check(Statistics before, Statistics now) {
        long orders = orders(now);
        assertThat(now.totalUsers() - before.totalUsers()).isEqualTo(now.newUsers() - before.newUsers());
        assertThat(now.totalRevenue()).isEqualTo(Money.yuan(10 * orders));
        assertThat(now.totalCreditsSold()).isEqualTo(100 * orders);
        assertThat(now.conversionRate())
                .isEqualByComparingTo(BigDecimal.valueOf(orders)
                        .divide(BigDecimal.valueOf(now.totalUsers()), 4, RoundingMode.HALF_UP));
    }

    private static long orders(Statistics statistics) {
        return statistics.days().stream().mapToLong(Day::paidOrders).sum();
    }
}
