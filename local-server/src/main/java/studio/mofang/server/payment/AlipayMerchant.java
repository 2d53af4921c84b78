package studio.mofang.server.payment;

import java.net.URI;

/// An application at Alipay's open platform, in key mode. `privateKey` is the application's own (PKCS#8), `publicKey`
/// is Alipay's for this application; both are bare Base64, as the SDK takes them. `sellerId` is who receives the money.
public record AlipayMerchant(String appId, String sellerId, String privateKey, String publicKey, URI gateway) {
    static final String HOST = "https://openapi.alipay.com";

    @Override
    public String toString() {
        return "AlipayMerchant[" + appId + "]";
    }
}
