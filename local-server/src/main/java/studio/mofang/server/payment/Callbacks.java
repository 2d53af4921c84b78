package studio.mofang.server.payment;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.util.Optional;
import studio.mofang.core.Fault;
import studio.mofang.core.Json;
import studio.mofang.core.Payments.Callback;
import studio.mofang.server.payment.PaymentMessage.Source;
import studio.mofang.server.payment.Settlement.Settled;
import studio.mofang.server.web.Check;
import studio.mofang.server.web.Problem;

/// Section 2.3: the documented callback. Whoever sends it, the sandbox too, passes here: signature, shape, settlement.
final class Callbacks {
    private static final String SUCCESS = "success";

    private final CallbackSignature signature;
    private final Settlement settlement;

    Callbacks(CallbackSignature signature, Settlement settlement) {
        this.signature = signature;
        this.settlement = settlement;
    }

    /// What the sender is told: the order as it now stands. The same for every repetition.
    public record Receipt(String orderId, String status) {}

    /// Returns once the message and what came of it have reached the disk. Throws Problem: UNAUTHENTICATED and nothing
    /// is kept; ORDER_NOT_FOUND or PAYMENT_FAILED and the message is kept.
    Receipt receive(Optional<String> signed, byte[] body) {
        if (signed.isEmpty() || !signature.genuine(signed.get(), body)) {
            throw new Problem(Fault.UNAUTHENTICATED, "支付回调的签名缺失、无效或已过期");
        }
        return receipt(settlement.settle(message(body)));
    }

    private static Receipt receipt(Settled settled) {
        var order = settled.order().orElseThrow(() -> new Problem(Fault.ORDER_NOT_FOUND));
        return switch (settled.outcome()) {
            case PAID, OTHER_GOODS, REPEATED, NOT_SUCCESSFUL, PAID_TWICE ->
                new Receipt(order.orderId(), order.status());
            case UNKNOWN_ORDER -> throw new Problem(Fault.ORDER_NOT_FOUND);
            case OTHER_MERCHANT -> throw new Problem(Fault.PAYMENT_FAILED);
            case OTHER_METHOD -> throw new Problem(Fault.PAYMENT_FAILED, "回调的支付方式与订单不符，已记录待人工核对");
            case OTHER_AMOUNT -> throw new Problem(Fault.PAYMENT_FAILED, "回调的金额与订单不符，已记录待人工核对");
            case OTHER_ORDER -> throw new Problem(Fault.PAYMENT_FAILED, "这笔交易已用于另一个订单，已记录待人工核对");
        };
    }

    private static PaymentMessage message(byte[] body) {
        var callback = read(body);
        var check = new Check();
        var orderId = check.text("order_id", callback.orderId(), 1, 64);
        var method = check.text("payment_method", callback.paymentMethod(), 1, 16);
        var status = check.text("status", callback.status(), 1, 32);
        boolean success = status.equals(SUCCESS);
        var transaction = check.optionalText("transaction_id", callback.transactionId(), 128)
                .orElse("");
        check.that(!success || !transaction.isEmpty(), "transaction_id", "不能为空");
        check.plain("order_id", orderId);
        check.plain("payment_method", method);
        check.plain("transaction_id", transaction);
        check.done();
        return new PaymentMessage(Source.CALLBACK, method, orderId, transaction, success, callback.amount(), body);
    }

    private static Callback read(byte[] body) {
        try {
            var tree = Json.shared().readTree(body);
            if (tree == null || !tree.isObject()) {
                throw new Problem(Fault.BAD_REQUEST, "回调内容应是一个 JSON 对象");
            }
            return Json.shared().treeToValue(tree, Callback.class);
        } catch (JacksonException e) {
            throw new Problem(Fault.BAD_REQUEST, "回调内容不是有效的 JSON", e);
        } catch (IOException e) {
            throw new Problem(Fault.BAD_REQUEST, "回调内容无法读取", e);
        }
    }
}
