package studio.mofang.server.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static studio.mofang.server.operation.OperationServer.assertRefused;
import static studio.mofang.server.operation.OperationServer.balance;
import static studio.mofang.server.operation.OperationServer.gift;
import static studio.mofang.server.operation.OperationServer.reward;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.ApiException;
import studio.mofang.client.CreditApi;
import studio.mofang.client.PaymentApi;
import studio.mofang.client.ReferralApi;
import studio.mofang.core.Credits.Transaction;
import studio.mofang.core.Money;
import studio.mofang.core.Payments.MembershipPurchase;
import studio.mofang.core.Payments.Order;
import studio.mofang.core.Payments.Recharge;
import studio.mofang.core.Payments.RefundWish;
import studio.mofang.core.Referrals.Referral;
import studio.mofang.server.operation.OperationServer;
import studio.mofang.server.testkit.Crowd;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.Purse;
import studio.mofang.server.testkit.TestServer;
import studio.mofang.server.testkit.TestUser;

@ParameterizedClass
@EnumSource(Engine.class)
class ReferralJourneyTest {
    private final OperationServer operation;
    private final TestServer server;
    private final TestUser alice;
    private final ReferralApi referrals;
    private final String code;

    ReferralJourneyTest(Engine engine) throws ApiException {
        operation = new OperationServer(engine);
        server = operation.server();
        alice = operation.invited(null);
        referrals = new ReferralApi(alice.client());
        code = referrals.link().referralCode();
    }

    @Test
    void aUsersCodeIsAlwaysTheSameAndLeadsToAPageThatShowsIt() throws Exception {
        var link = referrals.link();

        assertThat(link.referralCode())
                .isEqualTo(code)
                .isEqualTo(alice.tokens().user().referralCode());
        assertThat(link.referralUrl()).isEqualTo(server.url() + "/register?ref=" + code);
        assertThat(page(link.referralUrl())).contains(code);
        assertThat(page(server.url() + "/register?ref=%3Cscript%3E")).doesNotContain("<script>");
    }

    @Test
    void theInvitationSpeaksTheBrowsersLanguage() throws Exception {
        var url = referrals.link().referralUrl();

        assertThat(page(url, "zh-CN,zh;q=0.9,en;q=0.8")).contains("<html lang=\"zh-CN\">", "朋友邀请你使用墨坊", code);
        for (var address : List.of(url, server.url() + "/register")) {
            assertThat(page(address, "en-GB,en;q=0.9,zh;q=0.1"))
                    .contains("<html lang=\"en\">", "A friend invites you", "referral code")
                    .doesNotContainPattern("\\p{IsHan}");
        }
        assertThat(page(url, "en")).contains(code);
    }

    @Test
    void theFirstPaymentOfWhoWasInvitedBringsTheReward() throws Exception {
        var bob = operation.invited(code.toLowerCase(java.util.Locale.ROOT));
        assertThat(referrals.records(1, 20).items())
                .extracting(Referral::referredUser, Referral::status, Referral::rewardAmount)
                .containsExactly(tuple(name(bob), "pending", 0L));
        assertThat(balance(alice)).isZero();

        Purse.becomeMember(server, bob);
        Purse.recharge(server, bob, 10);

        assertThat(balance(alice)).isEqualTo(50);
        var records = referrals.records(1, 20);
        assertThat(records.total()).isEqualTo(1);
        assertThat(records.totalRewards()).isEqualTo(50);
        assertThat(records.items()).extracting(Referral::status).containsExactly("completed");
        assertThat(new CreditApi(alice.client()).transactions(1, 20).items())
                .extracting(Transaction::type, Transaction::amount)
                .containsExactly(tuple("referral", 50L));
    }

    @Test
    void aRunningActivitySetsTheReward() throws Exception {
        operation.runs("referral_bonus", reward(80L));
        operation.runs("referral_bonus", reward(null));

        Purse.recharge(server, operation.invited(code), 10);

        assertThat(balance(alice)).isEqualTo(80);
    }

    @Test
    void aRewardIsWithdrawnWhenThePaymentGoesBackAndComesAgainWithTheNext() throws Exception {
        var bob = operation.invited(code);
        Purse.recharge(server, bob, 10);
        var order = new PaymentApi(bob.client()).rechargeOrders(1, 1).items().getFirst();
        var desk = new PaymentApi(operation.operator().client());

        var preview = desk.refundPreview(order.orderId());
        assertThat(preview.creditsTaken()).isEqualTo(100);
        assertThat(preview.rewardTaken()).isEqualTo(50);
        desk.refund(order.orderId(), new RefundWish(null, "客户要求"));

        assertThat(balance(alice)).isZero();
        var withdrawn = referrals.records(1, 20).items().getFirst();
        assertThat(withdrawn.status()).isEqualTo("withdrawn");
        assertThat(withdrawn.rewardAmount()).isZero();
        assertThat(new CreditApi(alice.client()).transactions(1, 20).items())
                .extracting(Transaction::type, Transaction::amount)
                .containsExactly(tuple("referral", -50L), tuple("referral", 50L));
        Purse.recharge(server, bob, 10);
        assertThat(referrals.records(1, 20).items().getFirst().status()).isEqualTo("completed");
        assertThat(balance(alice)).isEqualTo(50);
    }

    @Test
    void paymentsAtOnceBringOneReward() throws Exception {
        var bob = operation.invited(code);
        var payments = new PaymentApi(bob.client());
        var orders = new ArrayList<Order>();
        for (int i = 0; i < 8; i++) {
            orders.add(payments.recharge(new Recharge(Money.yuan(1), "alipay", null)));
        }

        Crowd.of(16, number -> {
            Purse.pay(
                    server,
                    orders.get(number % orders.size()),
                    "T" + orders.get(number % orders.size()).orderId());
            return number;
        });

        assertThat(balance(bob)).isEqualTo(80);
        assertThat(balance(alice)).isEqualTo(50);
        assertThat(referrals.records(1, 20).totalRewards()).isEqualTo(50);
    }

    @Test
    void aChainOfInvitedUsersWhoPayAtOnceDoesNotLockUp() throws Exception {
        var chain = new ArrayList<TestUser>();
        var from = alice;
        for (int i = 0; i < 4; i++) {
            from = operation.invited(new ReferralApi(from.client()).link().referralCode());
            chain.add(from);
        }

        Crowd.of(chain.size(), number -> {
            Purse.recharge(server, chain.get(number), 1);
            return number;
        });

        assertThat(balance(alice)).isEqualTo(50);
        for (var invited : chain.subList(0, chain.size() - 1)) {
            assertThat(balance(invited)).isEqualTo(60);
        }
    }

    @Test
    void creditsThatWereGivenPayForNoReward() throws Exception {
        operation.runs("credit_gift", gift(100, "register"));
        var bob = operation.invited(code);

        new PaymentApi(bob.client()).buyMembership(new MembershipPurchase("monthly", "balance", null));

        assertThat(balance(bob)).isEqualTo(1);
        assertThat(balance(alice)).isZero();
        assertThat(referrals.records(1, 20).items())
                .extracting(Referral::status)
                .containsExactly("pending");
    }

    @Test
    void aWrongCodeRegistersNobody() {
        assertRefused(400, () -> operation.invited("NOBODY99"));
    }

    @Test
    void referralsArePagedAndOnesOwn() throws Exception {
        for (int i = 0; i < 3; i++) {
            operation.invited(code);
        }
        var eve = new ReferralApi(operation.invited(null).client());

        assertThat(referrals.records(2, 2).items()).hasSize(1);
        assertThat(referrals.records(2, 2).total()).isEqualTo(3);
        assertThat(eve.records(1, 20).total()).isZero();
        assertRefused(400, () -> referrals.records(1, 101));
    }

    private String page(String url) throws IOException {
        return page(url, "*");
    }

    private String page(String url, String language) throws IOException {
        var request = new Request.Builder().url(url).header("Accept-Language", language);
        try (var response = server.http().newCall(request.build()).execute()) {
            assertThat(response.code()).isEqualTo(200);
            return response.body().string();
        }
    }

    private static String name(TestUser user) {
        return user.tokens().user().username();
    }
}
