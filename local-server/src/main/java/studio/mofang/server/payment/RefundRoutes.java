package studio.mofang.server.payment;

import com.fasterxml.jackson.core.type.TypeReference;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Fault;
import studio.mofang.core.Money;
import studio.mofang.core.Payments;
import studio.mofang.server.payment.RefundSettlement.Wish;
import studio.mofang.server.web.Api;
import studio.mofang.server.web.Call;
import studio.mofang.server.web.Check;
import studio.mofang.server.web.Problem;
import studio.mofang.server.web.Reply;

/// Money sent back for an order, by an admin.
final class RefundRoutes {
    private static final int LONGEST_REASON = 80;
    private static final TypeReference<List<Payments.Refund>> REFUNDS = new TypeReference<>() {};

    private final RefundService refunds;
    private final RefundPreviews previews;
    private final OrderAnswers answers;

    RefundRoutes(RefundService refunds, RefundPreviews previews, OrderAnswers answers) {
        this.refunds = refunds;
        this.previews = previews;
        this.answers = answers;
    }

    void register(Api api) {
        api.post("/credit/orders/{order_id}/refund", Payments.RefundWish.class)
                .adminOnly()
                .handlesIdempotency()
                .summary("为一个订单退款，全额或部分")
                .answers(Payments.Refund.class)
                .handle(this::refund);
        api.get("/credit/orders/{order_id}/refund-preview")
                .adminOnly()
                .query("amount", "要退的金额（元），如 9.90；不给出则为还可退的全部")
                .summary("退款前查看会收回什么、收不回什么")
                .answers(Payments.RefundPreview.class)
                .handle((call, _) -> Reply.of(previews.preview(orderId(call), amount(call))));
        api.get("/credit/orders/{order_id}/refunds")
                .summary("一个订单的退款")
                .answers(REFUNDS)
                .handle((call, _) -> Reply.of(refunds.refunds(call.caller(), orderId(call))));
    }

    private Reply refund(Call call, Payments.RefundWish body) {
        var check = new Check();
        var reason = check.text("reason", body.reason(), 1, LONGEST_REASON);
        check.done();
        var wish = new Wish(orderId(call), body.amount(), reason, call.userId(), call.requestKey());
        return answers.once(wish.key(), "退款已受理", () -> refunds.refund(wish));
    }

    private static @Nullable Money amount(Call call) {
        try {
            return call.query("amount").map(BigDecimal::new).map(Money::of).orElse(null);
        } catch (ArithmeticException | NumberFormatException _) {
            throw Problem.invalid("amount", "应为金额，如 9.90");
        }
    }

    private static String orderId(Call call) {
        var given = call.path("order_id");
        if (!PaymentRoutes.ORDER_ID.matcher(given).matches()) {
            throw new Problem(Fault.ORDER_NOT_FOUND);
        }
        return given;
    }
}
