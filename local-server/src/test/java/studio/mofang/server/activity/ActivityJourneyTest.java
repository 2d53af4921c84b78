package studio.mofang.server.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static studio.mofang.server.operation.OperationServer.assertRefused;
import static studio.mofang.server.operation.OperationServer.balance;
import static studio.mofang.server.operation.OperationServer.bonus;
import static studio.mofang.server.operation.OperationServer.gift;
import static studio.mofang.server.operation.OperationServer.percent;
import static studio.mofang.server.operation.OperationServer.reward;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.ActivityApi;
import studio.mofang.client.ApiException;
import studio.mofang.client.CouponApi;
import studio.mofang.client.CreditApi;
import studio.mofang.client.PaymentApi;
import studio.mofang.core.Activities.Activity;
import studio.mofang.core.Activities.Config;
import studio.mofang.core.Activities.Draft;
import studio.mofang.core.Activities.Participation;
import studio.mofang.core.Coupons;
import studio.mofang.core.Credits.Transaction;
import studio.mofang.core.Json;
import studio.mofang.core.Money;
import studio.mofang.core.Payments.MembershipPurchase;
import studio.mofang.core.Payments.Recharge;
import studio.mofang.server.operation.OperationServer;
import studio.mofang.server.testkit.Crowd;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.Purse;
import studio.mofang.server.testkit.TestServer;
import studio.mofang.server.testkit.TestUser;

@ParameterizedClass
@EnumSource(Engine.class)
class ActivityJourneyTest {
    private final OperationServer operation;
    private final TestServer server;
    private final TestUser user;
    private final ActivityApi activities;
    private final PaymentApi payments;

    ActivityJourneyTest(Engine engine) throws ApiException {
        operation = new OperationServer(engine);
        server = operation.server();
        user = operation.invited(null);
        activities = new ActivityApi(user.client());
        payments = new PaymentApi(user.client());
    }

    @Test
    void theDocumentsSampleMakesAnActivity() throws Exception {
        var sample = Json.shared().readTree("""
                {"name": "新用户注册送积分", "type": "credit_gift", "description": "新用户注册即送100积分",
                 "config": {"credits": 100}, "start_time": "2026-01-22T00:00:00", "end_time": "2026-02-22T23:59:59"}
                """);

        var made = operation.operator().client().post("operation/activities", sample, new TypeReference<JsonNode>() {});

        assertThat(made.path("id").asLong()).isPositive();
        assertThat(made.path("name").asText()).isEqualTo("新用户注册送积分");
        assertThat(made.path("status").asText()).isEqualTo("ended");
        assertThat(made.path("config").toString()).isEqualTo("{\"credits\":100}");
        assertThat(made.path("end_time").asText()).isEqualTo("2026-02-22T23:59:59");
    }

    @Test
    void aGiftIsGivenOnceToWhoTakesPart() throws Exception {
        var activity = operation.runs("credit_gift", gift(100, null));
        assertThat(activity.status()).isEqualTo("active");

        assertThat(activities.participate(activity.id()).credits()).isEqualTo(100);

        assertThat(balance(user)).isEqualTo(100);
        assertRefused(409, () -> activities.participate(activity.id()));
        assertThat(balance(user)).isEqualTo(100);
        assertThat(activities.participations(1, 20).items())
                .extracting(Participation::activityId, Participation::name, Participation::credits)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(activity.id(), activity.name(), 100L));
        assertThat(new CreditApi(user.client()).transactions(1, 20).items())
                .extracting(Transaction::type, Transaction::description)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("gift", "活动：" + activity.name()));
        assertThat(activities.activities("active", 1, 20).items())
                .extracting(Activity::participated)
                .containsExactly(true);
    }

    @Test
    void thirtyTwoParticipationsAtOnceGiveOnce() throws Exception {
        var activity = operation.runs("credit_gift", gift(7, null));

        var got = Crowd.of(32, () -> {
            try {
                activities.participate(activity.id());
                return true;
            } catch (ApiException e) {
                assertThat(e.code()).isEqualTo(409);
                return false;
            }
        });

        assertThat(got).filteredOn(Boolean::booleanValue).hasSize(1);
        assertThat(balance(user)).isEqualTo(7);
        assertThat(activities.participations(1, 20).total()).isEqualTo(1);
    }

    @Test
    void aRegistrationBringsTheGiftsForIt() throws Exception {
        operation.runs("credit_gift", gift(100, "register"));
        operation.runs("credit_gift", gift(30, "register"));
        operation.runs("credit_gift", gift(7, null));

        var newcomer = operation.invited(null);

        assertThat(newcomer.tokens().user().creditBalance()).isEqualTo(130);
        assertThat(new ActivityApi(newcomer.client()).participations(1, 20).total())
                .isEqualTo(2);
        assertThat(balance(user)).isZero();
    }

    @Test
    void beforeAndAfterItsTimeAndOnceEndedNobodyTakesPart() throws Exception {
        var now = server.clock().instant();
        var config = gift(10, null);
        var later = operation.admin().create(draft(config, Duration.ofHours(1), Duration.ofHours(2)));
        var past = operation.admin().create(draft(config, Duration.ofHours(-2), Duration.ofHours(-1)));
        var ended = operation.runs("credit_gift", config);
        assertThat(operation.admin().end(ended.id()).endTime()).isBefore(now.plusSeconds(60));

        assertRefused(40010, () -> activities.participate(later.id()));
        assertRefused(40010, () -> activities.participate(past.id()));
        assertRefused(40010, () -> activities.participate(ended.id()));
        assertRefused(404, () -> activities.participate(999_999));
        assertThat(balance(user)).isZero();
        assertThat(activities.activities("upcoming", 1, 100).items())
                .extracting(Activity::id)
                .contains(later.id())
                .doesNotContain(past.id(), ended.id());
        assertThat(activities.activities("ended", 1, 100).items())
                .extracting(Activity::id)
                .contains(past.id(), ended.id())
                .doesNotContain(later.id());
    }

    @Test
    void membershipsCostLessWhileADiscountRuns() throws Exception {
        operation.runs("membership_discount", percent("10"));
        var best = operation.runs("membership_discount", percent("20.5"));
        var coupon = new CouponApi(operation.operator().client())
                .create(new Coupons.Draft(
                        "M" + UUID.randomUUID().toString().substring(0, 8),
                        "会员券",
                        "deduction",
                        BigDecimal.ONE,
                        new Money(990),
                        null,
                        server.clock().instant(),
                        server.clock().instant().plusSeconds(600),
                        null));

        var order = payments.buyMembership(new MembershipPurchase("monthly", "alipay", coupon.code()));

        assertThat(order.originalAmount()).isEqualTo(new Money(990));
        assertThat(order.amount()).isEqualTo(new Money(787 - 100));
        assertThat(payments.recharge(new Recharge(Money.yuan(10), "alipay", null))
                        .amount())
                .isEqualTo(Money.yuan(10));
        operation.admin().end(best.id());
        assertThat(payments.buyMembership(new MembershipPurchase("monthly", "alipay", null))
                        .amount())
                .isEqualTo(new Money(891));
    }

    @Test
    void theFirstPaidRechargeBringsABonusAndNoOther() throws Exception {
        operation.runs("first_purchase", bonus(20));
        var best = operation.runs("first_purchase", bonus(50));
        activities.participate(best.id());
        Purse.becomeMember(server, user);
        assertThat(balance(user)).isZero();
        var first = payments.recharge(new Recharge(Money.yuan(10), "alipay", null));
        var second = payments.recharge(new Recharge(Money.yuan(10), "wechat", null));

        Crowd.of(2, number -> {
            Purse.pay(server, number == 0 ? first : second);
            return number;
        });

        assertThat(balance(user)).isEqualTo(250);
        assertThat(activities.participations(1, 20).items())
                .extracting(Participation::credits)
                .containsExactly(50L);
    }

    @Test
    void whatHeldWhenItWasOrderedIsGivenThoughItEndedSince() throws Exception {
        var activity = operation.runs("first_purchase", bonus(50));
        var order = payments.recharge(new Recharge(Money.yuan(10), "alipay", null));
        operation.admin().end(activity.id());

        Purse.pay(server, order);

        assertThat(balance(user)).isEqualTo(150);
    }

    @Test
    void aConfigMustFitItsType() {
        assertThat(refused("credit_gift", percent("10"))).contains("config.credits");
        assertThat(refused("credit_gift", gift(0, "sometimes"))).contains("config.credits", "config.on");
        assertThat(refused("membership_discount", percent("100"))).contains("config.percent");
        assertThat(refused("membership_discount", percent("0.001"))).contains("config.percent");
        assertThat(refused("first_purchase", gift(10, null))).contains("config.bonus_credits");
        assertThat(refused("referral_bonus", reward(-1L))).contains("config.reward_credits");
        assertThat(refused("lottery", gift(10, null))).contains("type");
    }

    @Test
    void onlyAdminsMakeAndEndActivities() throws Exception {
        var activity = operation.runs("credit_gift", gift(10, null));

        assertRefused(403, () -> activities.create(draft(gift(10, null), Duration.ZERO, Duration.ofHours(1))));
        assertRefused(403, () -> activities.end(activity.id()));
        assertThat(activities.activities("active", 1, 20).items())
                .extracting(Activity::id)
                .containsExactly(activity.id());
    }

    @Test
    void whatOneUserTookPartInAnotherDoesNotSee() throws Exception {
        activities.participate(operation.runs("credit_gift", gift(10, null)).id());
        var eve = new ActivityApi(operation.invited(null).client());

        assertThat(eve.participations(1, 20).total()).isZero();
        assertThat(eve.activities("active", 1, 20).items())
                .extracting(Activity::participated)
                .containsExactly(false);
    }

    private java.util.List<String> refused(String type, Config config) {
        var e = catchThrowableOfType(ApiException.class, () -> operation.runs(type, config));
        assertThat(e.code()).isEqualTo(400);
        return e.errors().stream().map(error -> error.field()).toList();
    }

    private Draft draft(Config config, Duration start, Duration end) {
        var now = server.clock().instant();
        return new Draft("活动", "credit_gift", null, config, now.plus(start), now.plus(end));
    }
}
