package studio.mofang.server.payment;

import com.wechat.pay.java.core.RSAPublicKeyConfig;
import com.wechat.pay.java.core.http.DefaultHttpClientBuilder;
import com.wechat.pay.java.core.http.HttpClient;
import com.wechat.pay.java.service.payments.model.Transaction;
import com.wechat.pay.java.service.payments.nativepay.NativePayService;
import com.wechat.pay.java.service.payments.nativepay.model.Amount;
import com.wechat.pay.java.service.payments.nativepay.model.CloseOrderRequest;
import com.wechat.pay.java.service.payments.nativepay.model.PrepayRequest;
import com.wechat.pay.java.service.payments.nativepay.model.QueryOrderByOutTradeNoRequest;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import studio.mofang.core.BeijingTime;
import studio.mofang.core.Money;

/// WeChat Pay's Native payment: a QR code that the customer scans with WeChat.
final class WechatPayGateway implements PaymentGateway {
    static final String NAME = "wechat";
    private static final String YUAN = "CNY";
    private static final int LONGEST_DESCRIPTION = 127;
    private static final Set<String> UNKNOWN_ORDER = Set.of("ORDER_NOT_EXIST", "ORDERNOTEXIST", "RESOURCE_NOT_EXISTS");
    private static final Set<String> CLOSED_BEFORE = Set.of("ORDER_CLOSED", "ORDERCLOSED");

    private final WechatMerchant merchant;
    private final String notifyUrl;
    private final NativePayService trades;
    private final WechatRefunds refunds;

    /// `notifyUrl` must be there and https, or WeChat Pay takes no order.
    WechatPayGateway(WechatMerchant merchant, RSAPublicKeyConfig config, String notifyUrl) {
        this.merchant = merchant;
        this.notifyUrl = notifyUrl;
        var http = http(merchant, config);
        trades = new NativePayService.Builder().httpClient(http).build();
        refunds = new WechatRefunds(http);
    }

    /// Needs no network.
    static RSAPublicKeyConfig config(WechatMerchant merchant) {
        return new RSAPublicKeyConfig.Builder()
                .merchantId(merchant.merchantId())
                .privateKey(merchant.privateKey())
                .merchantSerialNumber(merchant.serial())
                .publicKey(merchant.publicKey())
                .publicKeyId(merchant.publicKeyId())
                .apiV3Key(merchant.apiV3Key())
                .build();
    }

    static HttpClient http(WechatMerchant merchant, RSAPublicKeyConfig config) {
        return new DefaultHttpClientBuilder()
                .config(config)
                .okHttpClient(WechatPayHttp.client(merchant.host()))
                .build();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean sandbox() {
        return false;
    }

    @Override
    public String create(Order order) throws GatewayException {
        var amount = new Amount();
        amount.setTotal(Math.toIntExact(order.amount().fen()));
        amount.setCurrency(YUAN);
        var request = new PrepayRequest();
        request.setAppid(merchant.appId());
        request.setMchid(merchant.merchantId());
        request.setDescription(shortened("墨坊" + order.description()));
        request.setOutTradeNo(order.orderId());
        request.setTimeExpire(rfc3339(order));
        request.setNotifyUrl(notifyUrl);
        request.setAmount(amount);
        var code = WechatPayCalls.call("prepay of " + order.orderId(), () -> trades.prepay(request))
                .getCodeUrl();
        if (code == null) {
            throw new GatewayException("no QR code for " + order.orderId());
        }
        return code;
    }

    @Override
    public State query(Order order) throws GatewayException {
        var request = new QueryOrderByOutTradeNoRequest();
        request.setMchid(merchant.merchantId());
        request.setOutTradeNo(order.orderId());
        try {
            return state(
                    order,
                    WechatPayCalls.call("query of " + order.orderId(), () -> trades.queryOrderByOutTradeNo(request)));
        } catch (GatewayException e) {
            if (WechatPayCalls.refusedFor(e, UNKNOWN_ORDER)) {
                return new State.Waiting(); // It was never created there, so nobody can pay it yet.
            }
            throw e;
        }
    }

    @Override
    public boolean close(Order order) throws GatewayException {
        var request = new CloseOrderRequest();
        request.setMchid(merchant.merchantId());
        request.setOutTradeNo(order.orderId());
        try {
            WechatPayCalls.call("close of " + order.orderId(), () -> {
                trades.closeOrder(request);
                return true;
            });
            return true;
        } catch (GatewayException e) {
            if (WechatPayCalls.refusedFor(e, UNKNOWN_ORDER) || WechatPayCalls.refusedFor(e, CLOSED_BEFORE)) {
                return true;
            }
            if (WechatPayCalls.refusal(e).isEmpty()) {
                throw e;
            }
            return false; // Paid in between, as a rule; the next query tells.
        }
    }

    @Override
    public Return refund(Order order, Refund refund) throws GatewayException {
        return refunds.send(order, refund);
    }

    @Override
    public Return refundState(Order order, Refund refund) throws GatewayException {
        return refunds.state(refund);
    }

    private State state(Order order, Transaction transaction) throws GatewayException {
        if (!order.orderId().equals(transaction.getOutTradeNo())
                || !merchant.merchantId().equals(transaction.getMchid())
                || !merchant.appId().equals(transaction.getAppid())
                || transaction.getTradeState() == null) {
            throw new GatewayException("WeChat Pay answered about something else than " + order.orderId());
        }
        return switch (transaction.getTradeState()) {
            case SUCCESS, REFUND -> paid(transaction);
            case NOTPAY, USERPAYING, PAYERROR, ACCEPT -> new State.Waiting();
            case CLOSED, REVOKED -> new State.Closed();
        };
    }

    private static State paid(Transaction transaction) throws GatewayException {
        var amount = transaction.getAmount();
        if (amount == null || amount.getTotal() == null || !YUAN.equals(amount.getCurrency())) {
            throw new GatewayException("no amount of yuan for " + transaction.getOutTradeNo());
        }
        return new State.Paid(transaction.getTransactionId(), new Money(amount.getTotal()));
    }

    private static String rfc3339(Order order) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(order.expiresAt()
                .truncatedTo(ChronoUnit.SECONDS)
                .atZone(BeijingTime.ZONE)
                .toOffsetDateTime());
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_DESCRIPTION));
    }
}
