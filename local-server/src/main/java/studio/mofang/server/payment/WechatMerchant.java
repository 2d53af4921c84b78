package studio.mofang.server.payment;

import java.net.URI;
import java.security.PrivateKey;
import java.security.PublicKey;

/// A merchant of WeChat Pay, API v3, in public-key mode. `serial` names the merchant's own certificate, `publicKeyId`
/// WeChat Pay's public key; notifications are encrypted with `apiV3Key`.
public record WechatMerchant(
        String appId,
        String merchantId,
        PrivateKey privateKey,
        String serial,
        PublicKey publicKey,
        String publicKeyId,
        String apiV3Key,
        URI host) {
    static final String HOST = "https://api.mch.weixin.qq.com";

    @Override
    public String toString() {
        return "WechatMerchant[" + merchantId + "]";
    }
}
