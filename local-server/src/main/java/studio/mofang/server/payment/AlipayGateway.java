package studio.mofang.server.payment;

import com.alipay.api.AlipayObject;
import com.alipay.api.AlipayRequest;
import com.alipay.api.AlipayResponse;
import com.alipay.api.domain.AlipayTradeCloseModel;
import com.alipay.api.domain.AlipayTradeFastpayRefundQueryModel;
import com.alipay.api.domain.AlipayTradePrecreateModel;
import com.alipay.api.domain.AlipayTradeQueryModel;
import com.alipay.api.domain.AlipayTradeRefundModel;
import com.alipay.api.request.AlipayTradeCloseRequest;
import com.alipay.api.request.AlipayTradeFastpayRefundQueryRequest;
import com.alipay.api.request.AlipayTradePrecreateRequest;
import com.alipay.api.request.AlipayTradeQueryRequest;
import com.alipay.api.request.AlipayTradeRefundRequest;
import com.alipay.api.response.AlipayTradeQueryResponse;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.BeijingTime;
import studio.mofang.core.Money;
import studio.mofang.server.payment.AlipayCalls.Answer;

/// Alipay's 当面付: a QR code that the customer scans (`alipay.trade.precreate`). Alipay knows an order only once
/// somebody has scanned it; until then it answers that there is no such trade, which here means waiting.
final class AlipayGateway implements PaymentGateway {
    static final String NAME = "alipay";
    private static final String UNKNOWN_TRADE = "ACQ.TRADE_NOT_EXIST";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final AlipayCalls calls;
    private final @Nullable String notifyUrl;

    /// Without `notifyUrl` nobody is notified, and queries alone tell what became of an order.
    AlipayGateway(AlipayMerchant merchant, @Nullable String notifyUrl) {
        calls = new AlipayCalls(merchant);
        this.notifyUrl = notifyUrl;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean sandbox() {
        return false;
    }

    /// The content of the QR code. It can be scanned until the order's own end, not a second longer.
    @Override
    public String create(Order order) throws GatewayException {
        var model = new AlipayTradePrecreateModel();
        model.setOutTradeNo(order.orderId());
        model.setTotalAmount(order.amount().toString());
        model.setSubject("墨坊" + order.description());
        model.setTimeExpire(TIME.format(order.expiresAt().atZone(BeijingTime.ZONE)));
        var request = with(model, new AlipayTradePrecreateRequest());
        request.setNotifyUrl(notifyUrl);
        var answer = calls.call(request);
        var code = answer.response().getQrCode();
        if (!answer.succeeded()
                || code == null
                || !order.orderId().equals(answer.response().getOutTradeNo())) {
            throw AlipayCalls.refused("no QR code for " + order.orderId(), answer);
        }
        return code;
    }

    @Override
    public State query(Order order) throws GatewayException {
        var model = new AlipayTradeQueryModel();
        model.setOutTradeNo(order.orderId());
        var answer = calls.call(with(model, new AlipayTradeQueryRequest()));
        if (answer.because(UNKNOWN_TRADE)) {
            return new State.Waiting();
        }
        if (!answer.succeeded() || !order.orderId().equals(answer.response().getOutTradeNo())) {
            throw AlipayCalls.refused("nothing is known of " + order.orderId(), answer);
        }
        return state(answer);
    }

    /// A trade that was never begun cannot begin after the end that `create` has set.
    @Override
    public boolean close(Order order) throws GatewayException {
        var model = new AlipayTradeCloseModel();
        model.setOutTradeNo(order.orderId());
        var answer = calls.call(with(model, new AlipayTradeCloseRequest()));
        return answer.succeeded() || answer.because(UNKNOWN_TRADE);
    }

    @Override
    public Return refund(Order order, Refund refund) throws GatewayException {
        var model = new AlipayTradeRefundModel();
        model.setOutTradeNo(order.orderId());
        model.setOutRequestNo(refund.refundNo());
        model.setRefundAmount(refund.amount().toString());
        model.setRefundReason(refund.reason());
        var answer = calls.call(with(model, new AlipayTradeRefundRequest()));
        if (!answer.succeeded()) {
            return new Return.Refused(String.valueOf(answer.response().getSubMsg()));
        }
        // `N`: no money moved by this very call, as when it repeats one that did.
        return "Y".equals(answer.response().getFundChange()) ? new Return.Done() : refundState(order, refund);
    }

    @Override
    public Return refundState(Order order, Refund refund) throws GatewayException {
        var model = new AlipayTradeFastpayRefundQueryModel();
        model.setOutTradeNo(order.orderId());
        model.setOutRequestNo(refund.refundNo());
        var answer = calls.call(with(model, new AlipayTradeFastpayRefundQueryRequest()));
        if (!answer.succeeded()) {
            throw AlipayCalls.refused("nothing is known of refund " + refund.refundNo(), answer);
        }
        boolean same = refund.refundNo().equals(answer.response().getOutRequestNo());
        boolean sent = "REFUND_SUCCESS".equals(answer.response().getRefundStatus());
        return same && sent ? new Return.Done() : new Return.Unknown();
    }

    private static State state(Answer<AlipayTradeQueryResponse> answer) throws GatewayException {
        var trade = answer.response();
        return switch (String.valueOf(trade.getTradeStatus())) {
            case "WAIT_BUYER_PAY" -> new State.Waiting();
            case "TRADE_SUCCESS", "TRADE_FINISHED" -> new State.Paid(trade.getTradeNo(), money(trade.getTotalAmount()));
            case "TRADE_CLOSED" -> new State.Closed();
            default -> throw AlipayCalls.refused("a state that is not known", answer);
        };
    }

    static Money money(@Nullable String yuan) throws GatewayException {
        try {
            return Money.of(new BigDecimal(String.valueOf(yuan)));
        } catch (ArithmeticException | NumberFormatException e) {
            throw new GatewayException("no amount of money: " + yuan, e);
        }
    }

    private static <T extends AlipayResponse, R extends AlipayRequest<T>> R with(AlipayObject model, R request) {
        request.setBizModel(model);
        return request;
    }
}
