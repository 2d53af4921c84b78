package studio.mofang.server.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.mofang.server.operation.OperationServer.assertRefused;

import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.ApiException;
import studio.mofang.client.OperationApi;
import studio.mofang.client.PaymentApi;
import studio.mofang.core.BeijingTime;
import studio.mofang.core.Money;
import studio.mofang.core.Operations.Day;
import studio.mofang.core.Operations.Sale;
import studio.mofang.core.Operations.User;
import studio.mofang.core.Operations.UserChange;
import studio.mofang.core.Payments.MembershipPurchase;
import studio.mofang.core.Payments.Recharge;
import studio.mofang.core.Payments.RefundWish;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.Purse;
import studio.mofang.server.testkit.TestServer;
import studio.mofang.server.testkit.TestUser;

@ParameterizedClass
@EnumSource(Engine.class)
class StatisticsJourneyTest {
    private static final TypeReference<Map<String, Object>> ANY = new TypeReference<>() {};

    private final TestServer server;
    private final TestUser operator;
    private final OperationApi desk;
    private final TestUser user;

    StatisticsJourneyTest(Engine engine) throws ApiException {
        var operation = new OperationServer(engine);
        server = operation.server();
        operator = operation.operator();
        desk = new OperationApi(operator.client());
        user = operation.invited(null);
    }

    @Test
    void paidOrdersOfTheDayCountAndOthersDoNot() throws Exception {
        var today = today();
        var before = desk.statistics(today, today);
        Purse.recharge(server, user, 30);
        Purse.becomeMember(server, server.newUser());
        new PaymentApi(user.client()).recharge(new Recharge(Money.yuan(99), "alipay", null));
        new PaymentApi(user.client()).buyMembership(new MembershipPurchase("monthly", "balance", null));

        var after = desk.statistics(today, today);

        assertThat(after.newUsers() - before.newUsers()).isEqualTo(1);
        assertThat(after.totalUsers() - before.totalUsers()).isEqualTo(1);
        assertThat(after.totalRevenue().minus(before.totalRevenue())).isEqualTo(new Money(3990));
        assertThat(after.totalCreditsSold() - before.totalCreditsSold()).isEqualTo(300);
        assertThat(after.activeMembers() - before.activeMembers()).isEqualTo(2);
        double paidBefore = before.conversionRate().doubleValue() * before.totalUsers();
        double paidAfter = after.conversionRate().doubleValue() * after.totalUsers();
        assertThat(paidAfter - paidBefore).isBetween(1.9, 2.1);
    }

    @Test
    void whatWentBackIsNoRevenue() throws Exception {
        var today = today();
        var before = desk.statistics(today, today).totalRevenue();
        Purse.recharge(server, user, 30);
        var order = new PaymentApi(user.client()).rechargeOrders(1, 1).items().getFirst();

        new PaymentApi(operator.client()).refund(order.orderId(), new RefundWish(Money.yuan(10), "部分退款"));

        assertThat(desk.statistics(today, today).totalRevenue().minus(before)).isEqualTo(Money.yuan(20));
    }

    @Test
    void aDayBeginsAndEndsInBeijing() throws Exception {
        untilTheDayBefore(today().plusDays(2), Duration.ofSeconds(30));
        var first = today();
        var buyer = server.newUser();
        Purse.recharge(server, buyer, 10);
        server.clock().advance(Duration.ofSeconds(60));
        var second = today();
        assertThat(second).isEqualTo(first.plusDays(1));
        Purse.recharge(server, buyer, 20);

        var later = new OperationApi(server.admin().client());
        assertThat(later.statistics(first, second).days())
                .extracting(Day::date, Day::revenue, Day::paidOrders, Day::creditsSold)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(first.toString(), Money.yuan(10), 1L, 100L),
                        org.assertj.core.groups.Tuple.tuple(second.toString(), Money.yuan(20), 1L, 200L));
        assertThat(later.statistics(second, second).totalRevenue()).isEqualTo(Money.yuan(20));
    }

    @Test
    void theExportHasALineForEveryDay() throws Exception {
        var today = today();

        var csv = new String(desk.statisticsCsv(today.minusDays(6), today), StandardCharsets.UTF_8);

        assertThat(csv.lines()).hasSize(8);
        assertThat(csv).startsWith("\uFEFF日期,新用户,已付订单,收入(元),售出积分");
        assertThat(csv.lines().skip(1))
                .allSatisfy(line -> assertThat(line).matches("\\d{4}-\\d\\d-\\d\\d,\\d+,\\d+,\\d+\\.\\d\\d,\\d+"));
    }

    @Test
    void aRangeMustBeOneOfDaysAndAtMostAYear() throws Exception {
        var today = today();
        assertThat(desk.statistics(today.minusDays(365), today).days()).hasSize(366);
        assertRefused(400, () -> desk.statistics(today.minusDays(366), today));
        assertRefused(400, () -> desk.statistics(today, today.minusDays(1)));
        var admin = operator.client();
        assertRefused(400, () -> admin.get("operation/statistics", Map.of("start_date", "31-01-2026"), ANY));
        assertThat(admin.get("operation/statistics", Map.of(), ANY))
                .containsKeys(
                        "total_users",
                        "new_users",
                        "total_revenue",
                        "total_credits_sold",
                        "active_members",
                        "conversion_rate");
    }

    @Test
    void theDeskIsForAdmins() {
        var curious = new OperationApi(user.client());

        assertRefused(403, () -> curious.statistics(today(), today()));
        assertRefused(403, () -> curious.statisticsCsv(today(), today()));
        assertRefused(403, () -> curious.users("", 1, 20));
        assertRefused(403, () -> curious.orders("", "", 1, 20));
        assertRefused(403, () -> curious.change(user.id(), new UserChange("admin", null)));
    }

    @Test
    void usersAreFoundWithWhatTheyHave() throws Exception {
        Purse.recharge(server, user, 12);
        var name = user.tokens().user().username();

        var found = desk.users(name.toUpperCase(java.util.Locale.ROOT), 1, 20).items();

        assertThat(found)
                .filteredOn(one -> one.id() == user.id())
                .extracting(User::username, User::creditBalance, User::totalPaid, User::isMember, User::disabled)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(name, 120L, Money.yuan(12), false, false));
        assertThat(desk.users("%", 1, 20).total()).isZero();
    }

    @Test
    void whoseMembershipsWentBackWholeIsNoMember() throws Exception {
        Purse.recharge(server, user, 30);
        var monthly = new MembershipPurchase("monthly", "balance", null);
        var first = new PaymentApi(user.client()).buyMembership(monthly);
        var until = shown().membershipEndDate();
        var later = new PaymentApi(user.client()).buyMembership(monthly);
        assertThat(shown().membershipEndDate()).isAfter(until);
        var refunds = new PaymentApi(operator.client());

        refunds.refund(later.orderId(), new RefundWish(null, "买错了"));
        assertThat(shown().isMember()).isTrue();
        assertThat(shown().membershipEndDate()).isEqualTo(until);

        refunds.refund(first.orderId(), new RefundWish(null, "买错了"));
        assertThat(shown().isMember()).isFalse();
    }

    @Test
    void ordersOfEverybodyAreFound() throws Exception {
        var order = new PaymentApi(user.client()).recharge(new Recharge(Money.yuan(12), "alipay", null));

        assertThat(desk.orders(order.orderId(), "", 1, 20).items())
                .extracting(Sale::orderId, Sale::userId, Sale::status)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(order.orderId(), user.id(), "pending"));
        assertThat(desk.orders(order.orderId(), "paid", 1, 20).total()).isZero();
        assertRefused(400, () -> desk.orders("", "lost", 1, 20));
    }

    @Test
    void whoIsDisabledIsOutUntilEnabledAgain() throws Exception {
        var payments = new PaymentApi(user.client());
        assertThat(payments.rechargeOrders(1, 20).total()).isZero();

        assertThat(desk.change(user.id(), new UserChange(null, true)).disabled())
                .isTrue();

        assertRefused(401, () -> payments.rechargeOrders(1, 20));
        assertRefused(403, () -> server.signIn(user.tokens().user().username(), TestUser.PASSWORD));
        desk.change(user.id(), new UserChange(null, false));
        assertThat(server.signIn(user.tokens().user().username(), TestUser.PASSWORD)
                        .id())
                .isEqualTo(user.id());
    }

    @Test
    void anAdminCannotLockOutOneself() throws Exception {
        assertRefused(400, () -> desk.change(operator.id(), new UserChange("user", null)));
        assertRefused(400, () -> desk.change(user.id(), new UserChange(null, null)));
        assertRefused(400, () -> desk.change(user.id(), new UserChange("king", null)));
        assertRefused(404, () -> desk.change(999_999, new UserChange(null, true)));
    }

    @Test
    void whoBecomesAdminMayUseTheDesk() throws Exception {
        desk.change(user.id(), new UserChange("admin", null));

        var again = server.signIn(user.tokens().user().username(), TestUser.PASSWORD);

        assertThat(new OperationApi(again.client()).users("", 1, 20).total()).isPositive();
    }

    private User shown() throws ApiException {
        return desk.users(user.tokens().user().username(), 1, 20).items().stream()
                .filter(one -> one.id() == user.id())
                .findFirst()
                .orElseThrow();
    }

    private void untilTheDayBefore(LocalDate day, Duration left) {
        Instant midnight = day.atStartOfDay(BeijingTime.ZONE).toInstant();
        server.clock().advance(Duration.between(server.clock().instant(), midnight.minus(left)));
    }

    private LocalDate today() {
        return BeijingTime.date(server.clock().instant());
    }
}
