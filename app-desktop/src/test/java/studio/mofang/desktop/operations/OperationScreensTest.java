package studio.mofang.desktop.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.mofang.core.Money;
import studio.mofang.core.Operations.PaymentEvent;
import studio.mofang.core.Operations.Sale;
import studio.mofang.core.Payments.RefundPreview;
import studio.mofang.core.Statements.Difference;
import studio.mofang.core.Statements.Statement;
import studio.mofang.desktop.kit.Background;
import studio.mofang.desktop.kit.Messages.Language;
import studio.mofang.desktop.testkit.FakeStudio;
import studio.mofang.desktop.testkit.HandTurnedDelay;
import studio.mofang.desktop.testkit.Showcase;

/// What an operator sees of refunds, payments and statements, in every state they can be in.
class OperationScreensTest {
    private static final String ORDER = "R202611221000001483920";

    private final FakeStudio studio = new FakeStudio();
    private final Background background = new Background(Runnable::run, Runnable::run, new HandTurnedDelay());
    private final OperationsModel model = new OperationsModel(background, studio.backend());
    private final Showcase window = new Showcase(1000, 640);
    private Subscription attached = Subscription.EMPTY;

    @AfterEach
    void close() {
        Showcase.onScreen(() -> {
            attached.unsubscribe();
            return attached;
        });
        window.close();
        studio.close();
    }

    @Test
    void differencesAreListedAboveTheDaysAndADayWithoutAnySaysSo() {
        studio.offers()
                .states(List.of(
                        statement("wechat", "2026-11-27", "waiting", "not_yet", 0),
                        statement("alipay", "2026-11-27", "compared", null, 2, payment(), refund()),
                        statement("wechat", "2026-11-26", "compared", null, 1, amount()),
                        statement("alipay", "2026-11-26", "compared", null, 0),
                        statement("wechat", "2026-11-25", "waiting", "unreadable", 0)));

        shows(Language.CHINESE);

        assertThat(window.texts())
                .contains("渠道收到了付款，我们没有入账", "我们已退款，渠道账单里没有这笔退款", "付款金额不一致", "2 处差异", "一致", "补入账 1 笔", "账单不完整，稍后自动重试");
        assertThat(window.texts()).doesNotContain("没有差异");
        window.shot("operations-statements");
        shows(Language.ENGLISH);
        assertThat(window.texts()).contains("Paid at the provider, not credited here");
        window.shot("operations-statements-english");
    }

    @Test
    void whereNothingDiffersThePageSaysSo() {
        studio.offers()
                .states(List.of(
                        statement("alipay", "2026-11-27", "compared", null, 0),
                        statement("wechat", "2026-11-27", "compared", null, 0)));

        shows(Language.CHINESE);

        assertThat(window.texts()).contains("没有差异");
        window.shot("operations-statements-agree");
    }

    @Test
    void whereNoMerchantIsConfiguredThePageSaysWhatItIsFor() {
        shows(Language.CHINESE);

        window.shot("operations-statements-none");
        assertThat(window.texts()).anyMatch(text -> text.startsWith("还没有账单"));
        assertThat(window.texts()).doesNotContain("没有差异");
    }

    @Test
    void moneyThatNeedsAPersonIsCountedOnItsTabAndGoneOnceHandled() {
        var outcomes = List.of(
                "other_amount",
                "unknown_order",
                "paid_twice",
                "other_method",
                "other_order",
                "other_goods",
                "other_merchant");
        studio.offers()
                .needsAPerson(IntStream.range(0, outcomes.size())
                        .mapToObj(number -> event(number + 1, outcomes.get(number)))
                        .toList());

        desk(Language.CHINESE);

        assertThat(window.text("#payments-count")).isEqualTo("7");
        window.shot("operations-payments-counted");
        selects("operations-payments");
        assertThat(window.texts()).contains("金额与订单不符", "没有这个订单", "订单已支付，又付了一次", "¥ 0.01", "¥ 30.00", "订单待支付");
        window.shot("operations-payments");
        window.press("#handle-1");
        window.press("#sure");
        assertThat(window.text("#payments-count")).isEqualTo("6");
        assertThat(window.texts()).doesNotContain("金额与订单不符");
        desk(Language.ENGLISH);
        selects("operations-payments");
        assertThat(window.texts()).contains("Used for another order", "Order: Unpaid");
        window.shot("operations-payments-english");
    }

    @Test
    void whereNoMoneyNeedsAPersonThereIsNoCount() {
        desk(Language.CHINESE);
        selects("operations-payments");

        assertThat(window.find("#payments-count")).isEmpty();
        assertThat(window.texts()).contains("没有待处理的付款");
        window.shot("operations-payments-none");
    }

    @Test
    void beforeARefundItIsSaidWhatComesBackAndWhatDoesNot() {
        studio.wallet()
                .wouldRefund(new RefundPreview(
                        ORDER, Money.yuan(30), Money.yuan(30), 0, 201, 149, 12, 18, 30, 20, "SPRING10"));
        asksForARefund(Language.CHINESE);
        window.press("#refund-next");
        assertThat(window.texts()).contains("请填写退款原因，买家也会看到。");

        confirms("重复购买");

        assertThat(window.texts())
                .contains("¥ 30.00 将原路退回支付宝", "收回买家 201 积分", "149 积分已经用掉，收不回来，会记为买家的欠款", "优惠券 SPRING10 已使用，不会退还");
        window.shot("operations-refund");
        window.press("#refund-back");
        assertThat(window.find("#refund-reason")).isPresent();
        asksForARefund(Language.ENGLISH);
        confirms("Bought twice");
        window.shot("operations-refund-english");
    }

    @Test
    void anOrderThatIsWhollyRefundedOnlyTellsOfItsRefunds() {
        asksForARefund(Language.CHINESE);

        assertThat(window.find("#refund-next")).isEmpty();
        assertThat(window.find("#refund-close")).isPresent();
    }

    private void asksForARefund(Language language) {
        Showcase.onScreen(() -> {
            new RefundDialog(window.desk(language), model.refunding(sale())).open();
            return language;
        });
    }

    private void confirms(String reason) {
        Showcase.onScreen(() -> {
            var field = (TextField) window.find("#refund-reason").orElseThrow();
            field.setText(reason);
            return field;
        });
        window.press("#refund-next");
    }

    private void desk(Language language) {
        window.place(() -> {
            var screen = new OperationsScreen(window.desk(language), model);
            screen.shown();
            attached = attached.and(screen::hidden);
            return screen.view();
        });
    }

    private void selects(String tab) {
        Showcase.onScreen(() -> {
            var tabs = (TabPane) window.find(".tab-pane").orElseThrow();
            tabs.getTabs().stream().filter(one -> tab.equals(one.getId())).forEach(tabs.getSelectionModel()::select);
            return tab;
        });
    }

    private void shows(Language language) {
        window.place(() -> {
            var page = new StatementTable(window.desk(language), model).page();
            attached = attached.and(page.attached());
            model.statements().refresh();
            return page;
        });
    }

    private static Statement statement(
            String gateway, String day, String status, @Nullable String reason, long count, Difference... differences) {
        boolean compared = status.equals("compared");
        return new Statement(
                gateway,
                day,
                status,
                reason,
                compared ? 14 : 0,
                compared ? new Money(86_510) : Money.ZERO,
                count,
                new Money(2_990 * count),
                count / 2,
                count,
                List.of(differences),
                compared ? Instant.EPOCH : null);
    }

    private static PaymentEvent event(long id, String outcome) {
        boolean known = !outcome.equals("unknown_order");
        return new PaymentEvent(
                id,
                known ? ORDER : "R202611229999999999999",
                id % 2 == 0 ? "wechat" : "alipay",
                "202611222200149610141234567" + id,
                outcome,
                outcome.equals("other_amount") ? new Money(1) : Money.yuan(30),
                known ? Money.yuan(30) : null,
                !known ? null : outcome.equals("paid_twice") ? "paid" : "pending",
                Instant.parse("2026-11-22T08:30:00Z"));
    }

    private static Difference payment() {
        return new Difference("missing_here", "payment", ORDER, null, "2026112222001", Money.yuan(30), null);
    }

    private static Difference refund() {
        return new Difference("missing_there", "refund", ORDER, ORDER + "F1", "2026112222001", null, new Money(990));
    }

    private static Difference amount() {
        return new Difference("amount", "payment", ORDER, null, "4200001", Money.yuan(29), Money.yuan(30));
    }

    private static Sale sale() {
        return new Sale(
                ORDER,
                7,
                "山间书页",
                "recharge",
                Money.yuan(30),
                Money.yuan(30),
                300L,
                50,
                null,
                "alipay",
                "SPRING10",
                "paid",
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
