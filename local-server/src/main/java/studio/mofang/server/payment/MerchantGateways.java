package studio.mofang.server.payment;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.mofang.server.web.Api;

/// The gateways of the configured merchants, and what is notified by them. The SDKs' classes are loaded only where a
/// merchant is configured.
final class MerchantGateways {
    private static final String PATH = Api.PREFIX + "/credit/payment/notify/";

    private final Map<String, PaymentGateway> byMethod = new HashMap<>();
    private final List<BillSource> bills = new ArrayList<>();
    private final NotifyRoutes routes;

    /// `publicUrl` is where the providers reach this server; without it nobody notifies it, and queries must do.
    MerchantGateways(Merchants merchants, @Nullable String publicUrl, Settlement settlement, InstantSource clock) {
        routes = new NotifyRoutes(
                alipay(merchants.alipay(), publicUrl, settlement),
                wechat(merchants.wechat(), publicUrl, settlement, clock));
    }

    Map<String, PaymentGateway> byMethod() {
        return Map.copyOf(byMethod);
    }

    List<PaymentGateway> all() {
        return new ArrayList<>(byMethod.values());
    }

    /// Where the merchants' daily bills come from.
    List<BillSource> bills() {
        return List.copyOf(bills);
    }

    NotifyRoutes routes() {
        return routes;
    }

    private @Nullable AlipayNotify alipay(
            @Nullable AlipayMerchant merchant, @Nullable String publicUrl, Settlement settlement) {
        if (merchant == null) {
            return null;
        }
        var notifyUrl = publicUrl == null ? null : publicUrl + PATH + AlipayGateway.NAME;
        byMethod.put(AlipayGateway.NAME, new AlipayGateway(merchant, notifyUrl));
        bills.add(new AlipayBills(merchant));
        return new AlipayNotify(merchant, settlement);
    }

    private @Nullable WechatNotify wechat(
            @Nullable WechatMerchant merchant, @Nullable String publicUrl, Settlement settlement, InstantSource clock) {
        if (merchant == null) {
            return null;
        }
        var config = WechatPayGateway.config(merchant);
        byMethod.put(WechatPayGateway.NAME, new WechatPayGateway(merchant, config, wechatAddress(publicUrl)));
        bills.add(new WechatBills(WechatPayGateway.http(merchant, config), config.createDecryptor()));
        return new WechatNotify(merchant, config, settlement, clock);
    }

    /// WeChat Pay takes no order without an address under https; where there is none, one that leads nowhere (RFC 2606)
    /// stands for "ask, do not wait".
    private static String wechatAddress(@Nullable String publicUrl) {
        boolean reachable = publicUrl != null && publicUrl.startsWith("https://");
        return (reachable ? publicUrl : "https://mofang.invalid") + PATH + WechatPayGateway.NAME;
    }
}
