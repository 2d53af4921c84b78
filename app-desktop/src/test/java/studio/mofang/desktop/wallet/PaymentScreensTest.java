package studio.mofang.desktop.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.mofang.core.Money;
import studio.mofang.core.Payments.Order;
import studio.mofang.core.Payments.Refund;
import studio.mofang.desktop.kit.Messages.Language;
import studio.mofang.desktop.testkit.FakeStudio;
import studio.mofang.desktop.testkit.HandTurnedDelay;
import studio.mofang.desktop.testkit.Showcase;

/// What a person sees of a payment and of its order, in every state it can be in.
class PaymentScreensTest {
    private static final String REAL = "https://qr.alipay.com/bax03431ljhokirwl38f00a7";
    private static final String ORDER = "R202611221000001483920";

    private final FakeStudio studio = new FakeStudio();
    private final HandTurnedDelay time = new HandTurnedDelay();
    private final Showcase window = new Showcase(760, 720);

    @AfterEach
    void close() {
        window.close();
        studio.close();
    }

    @Test
    void eachServiceIsNamedAndTheSandboxSaysThatItIsNone() {
        show(order("alipay", "pending", REAL), Language.CHINESE);
        assertThat(window.text("#pay-service .service-name")).isEqualTo("支付宝");
        assertThat(window.find("#pay-sandbox")).isEmpty();
        assertThat(window.find("#pay-browser"))
                .as("a real code is for the phone")
                .isEmpty();
        window.shot("wallet-pay-alipay");
        show(order("wechat", "pending", "weixin://wxpay/bizpayurl?pr=p4lpSuKzz"), Language.CHINESE);
        assertThat(window.text("#pay-service .service-name")).isEqualTo("微信支付");
        window.shot("wallet-pay-wechat");
        show(order("wechat", "pending", "weixin://wxpay/bizpayurl?pr=p4lpSuKzz"), Language.ENGLISH);
        window.shot("wallet-pay-wechat-english");
    }

    @Test
    void moneyThatCameLateOrWentBackIsSaidAsItIs() {
        show(order("alipay", "paid_late", null), Language.CHINESE);
        assertThat(window.text("#pay-paid")).isEqualTo("付款已到账");
        window.shot("wallet-pay-late");
        show(order("alipay", "refunded", null), Language.CHINESE);
        assertThat(window.text("#pay-refunded")).isEqualTo("订单已退款");
        assertThat(window.texts()).contains("已退回 ¥ 30.00，以支付渠道的退款记录为准。");
        window.shot("wallet-pay-refunded");
    }

    @Test
    void whoCancelsIsToldThatNothingWasTaken() {
        var placed = new java.util.concurrent.atomic.AtomicReference<Payment>();
        var model = new WalletModel(time.background(), studio.backend());
        model.recharge(Money.yuan(30), "alipay", java.util.Optional.empty(), placed::set, problem -> {
            throw new AssertionError(problem);
        });
        show(placed.get(), Language.CHINESE);

        window.press("#pay-cancel");

        assertThat(window.text("#pay-closed")).isEqualTo("订单已取消");
        assertThat(placed.get().cancelled()).isTrue();
        window.shot("wallet-pay-cancelled");
    }

    @Test
    void theDetailsOfAnOrderListWhatWentBackAndWhatIsOwed() {
        var order = refunded();
        studio.wallet().refunds(List.of(refund("done", "10.00", null), refund("refused", "30.00", "卖家余额不足")));

        Showcase.onScreen(() -> {
            new OrderDialog(window.desk(Language.CHINESE), order)
                    .open(new WalletModel(time.background(), studio.backend()));
            return order;
        });

        assertThat(window.texts()).contains("已支付 · 已退 ¥ 10.00", "99 积分（已用掉）", "收回 1 积分", "卖家余额不足");
        window.shot("wallet-order-details");
    }

    private void show(Order order, Language language) {
        show(new Payment(order, time.background(), studio.backend(), () -> {}), language);
    }

    private void show(Payment payment, Language language) {
        Showcase.onScreen(() -> {
            new PayDialog(window.desk(language), payment).open();
            return payment;
        });
    }

    private static Order order(String method, String status, @Nullable String url) {
        var refunded = status.equals("refunded") ? Money.yuan(30) : Money.ZERO;
        return order(method, status, url, refunded, 0);
    }

    private static Order refunded() {
        return order("alipay", "paid", null, Money.yuan(10), 99);
    }

    private static Order order(String method, String status, @Nullable String url, Money refunded, long owed) {
        var now = Instant.now();
        return new Order(
                ORDER,
                UUID.randomUUID(),
                "recharge",
                Money.yuan(30),
                Money.yuan(30),
                300L,
                0,
                null,
                method,
                null,
                status,
                url,
                false,
                now,
                now.plus(Duration.ofMinutes(30)),
                status.equals("pending") ? null : now,
                refunded,
                owed,
                0);
    }

    private static Refund refund(String status, String yuan, @Nullable String note) {
        var amount = Money.of(new java.math.BigDecimal(yuan));
        long taken = status.equals("done") ? 1 : 0;
        return new Refund(
                ORDER + "F1",
                UUID.randomUUID(),
                ORDER,
                amount,
                "重复购买",
                status,
                note,
                taken,
                taken * 99,
                0,
                0,
                Instant.now(),
                Instant.now());
    }
}
