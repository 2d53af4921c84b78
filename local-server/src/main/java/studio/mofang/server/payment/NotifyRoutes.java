package studio.mofang.server.payment;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.mofang.core.Fault;
import studio.mofang.server.payment.Settlement.Settled;
import studio.mofang.server.web.Api;
import studio.mofang.server.web.Call;
import studio.mofang.server.web.Limit;
import studio.mofang.server.web.NoBody;
import studio.mofang.server.web.Problem;
import studio.mofang.server.web.Reply;

/// Where Alipay and WeChat Pay tell of payments. Each reads its own form of answer, not our envelope: only what was
/// kept for good is acknowledged, everything else comes again (rules P1 and P8).
final class NotifyRoutes {
    private static final Logger log = LoggerFactory.getLogger(NotifyRoutes.class);
    private static final int ACCEPTED = 200;

    private final @Nullable AlipayNotify alipay;
    private final @Nullable WechatNotify wechat;

    NotifyRoutes(@Nullable AlipayNotify alipay, @Nullable WechatNotify wechat) {
        this.alipay = alipay;
        this.wechat = wechat;
    }

    void register(Api api) {
        api.post("/credit/payment/notify/alipay")
                .page()
                .limit(Limit.NONE)
                .ignoresIdempotency()
                .summary("支付宝异步通知")
                .answersAs("text/plain")
                .handle(this::alipay);
        api.post("/credit/payment/notify/wechat")
                .page()
                .limit(Limit.NONE)
                .ignoresIdempotency()
                .requiredHeader("Wechatpay-Timestamp", "签名的时间，五分钟内有效")
                .requiredHeader("Wechatpay-Nonce", "签名的随机串")
                .requiredHeader("Wechatpay-Serial", "签名所用的平台公钥或证书")
                .requiredHeader("Wechatpay-Signature", "对时间、随机串和请求体的签名")
                .summary("微信支付通知")
                .answersNothing()
                .handle(this::wechat);
    }

    private Reply alipay(Call call, NoBody body) {
        var notify = configured(alipay, "支付宝");
        int status = status("支付宝", () -> notify.receive(call.rawBody()));
        call.context().contentType("text/plain; charset=utf-8").status(status);
        call.context().result(status == ACCEPTED ? "success" : "failure");
        return new Reply.Streamed();
    }

    private Reply wechat(Call call, NoBody body) {
        var notify = configured(wechat, "微信支付");
        int status = status("微信支付", () -> notify.receive(call::header, call.rawBody()));
        if (status == ACCEPTED) {
            call.context().status(204);
        } else {
            call.context().status(status).json(Map.of("code", "FAIL", "message", "not accepted"));
        }
        return new Reply.Streamed();
    }

    private static <T> T configured(@Nullable T notify, String provider) {
        if (notify == null) {
            throw new Problem(Fault.NOT_FOUND, "本服务没有配置" + provider + "收款");
        }
        return notify;
    }

    /// An edge: whatever happened, the provider reads it from the status.
    private static int status(String provider, Supplier<Settled> work) {
        try {
            return status(work.get());
        } catch (Problem e) {
            log.warn("A notification of {} is refused: {}", provider, e.getMessage());
            return e.fault().status();
        } catch (RuntimeException e) {
            log.error("A notification of {} could not be kept; it will come again", provider, e);
            return Fault.INTERNAL.status();
        }
    }

    private static int status(Settled settled) {
        return switch (settled.outcome()) {
            case PAID, OTHER_GOODS, REPEATED, NOT_SUCCESSFUL, PAID_TWICE -> ACCEPTED;
            case UNKNOWN_ORDER -> Fault.ORDER_NOT_FOUND.status();
            case OTHER_METHOD, OTHER_AMOUNT, OTHER_ORDER, OTHER_MERCHANT -> Fault.BAD_REQUEST.status();
        };
    }
}
