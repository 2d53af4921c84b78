package studio.mofang.server.payment;

import com.wechat.pay.java.core.http.HttpClient;
import com.wechat.pay.java.service.refund.model.AmountReq;
import com.wechat.pay.java.service.refund.model.CreateRequest;
import com.wechat.pay.java.service.refund.model.QueryByOutRefundNoRequest;
import com.wechat.pay.java.service.refund.model.Status;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.mofang.server.payment.PaymentGateway.Return;

/// Refunds at WeChat Pay: taken on at once, finished later.
final class WechatRefunds {
    private static final Set<String> UNKNOWN = Set.of("RESOURCE_NOT_EXISTS");

    private final com.wechat.pay.java.service.refund.RefundService refunds;

    WechatRefunds(HttpClient http) {
        refunds = new com.wechat.pay.java.service.refund.RefundService.Builder()
                .httpClient(http)
                .build();
    }

    Return send(Order order, Refund refund) throws GatewayException {
        var amount = new AmountReq();
        amount.setRefund(refund.amount().fen());
        amount.setTotal(order.amount().fen());
        amount.setCurrency("CNY");
        var request = new CreateRequest();
        request.setOutTradeNo(order.orderId());
        request.setOutRefundNo(refund.refundNo());
        request.setReason(refund.reason());
        request.setAmount(amount);
        try {
            var answer = WechatPayCalls.call("refund " + refund.refundNo(), () -> refunds.create(request));
            return state(refund, answer.getOutRefundNo(), answer.getStatus());
        } catch (GatewayException e) {
            var refusal = WechatPayCalls.refusal(e).orElseThrow(() -> e);
            return new Return.Refused(String.valueOf(refusal.getErrorMessage()));
        }
    }

    Return state(Refund refund) throws GatewayException {
        var request = new QueryByOutRefundNoRequest();
        request.setOutRefundNo(refund.refundNo());
        try {
            var answer = WechatPayCalls.call(
                    "query of refund " + refund.refundNo(), () -> refunds.queryByOutRefundNo(request));
            return state(refund, answer.getOutRefundNo(), answer.getStatus());
        } catch (GatewayException e) {
            if (WechatPayCalls.refusedFor(e, UNKNOWN)) {
                return new Return.Unknown();
            }
            throw e;
        }
    }

    /// `ABNORMAL`: the customer's card does not take it, and the merchant must see to it at WeChat Pay. It stays
    /// pending, because WeChat Pay may still bring it to either end.
    private static Return state(Refund refund, @Nullable String number, @Nullable Status status)
            throws GatewayException {
        if (!refund.refundNo().equals(number) || status == null) {
            throw new GatewayException("WeChat Pay answered about something else than " + refund.refundNo());
        }
        return switch (status) {
            case SUCCESS -> new Return.Done();
            case PROCESSING, ABNORMAL -> new Return.Underway();
            case CLOSED -> new Return.Refused("退款已被微信支付关闭");
        };
    }
}
