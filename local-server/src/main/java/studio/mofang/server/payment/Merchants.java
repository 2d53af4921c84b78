package studio.mofang.server.payment;

import org.jspecify.annotations.Nullable;

/// The merchant accounts that receive the money; either may be absent. `PaymentSettings` reads them.
public record Merchants(
        @Nullable AlipayMerchant alipay, @Nullable WechatMerchant wechat) {
    public static final Merchants NONE = new Merchants(null, null);

    /// Nothing is configured: only the sandbox can take orders.
    public boolean none() {
        return alipay == null && wechat == null;
    }
}
