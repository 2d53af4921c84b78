package studio.mofang.server.payment;

import com.alipay.api.AlipayApiException;
import com.alipay.api.AlipayClient;
import com.alipay.api.AlipayConfig;
import com.alipay.api.AlipayRequest;
import com.alipay.api.AlipayResponse;
import com.alipay.api.DefaultAlipayClient;
import com.alipay.api.internal.util.AlipayLogger;
import java.util.Objects;
import java.util.Set;

/// Alipay's SDK, made safe: whatever goes wrong in it is a GatewayException, and it logs nothing (it would log keys'
/// signatures and whole requests).
final class AlipayCalls {
    private static final String SUCCESS = "10000";
    private static final String BUSINESS = "40004";
    /// Alipay's bills are refused by words of their own, whatever the code beside them.
    private static final Set<String> NO_BILL = Set.of("isp.bill_not_exist", "BILL_NOT_EXIST");
    private static final int CONNECT_MILLIS = 3_000;
    private static final int READ_MILLIS = 10_000;

    private final AlipayClient client;

    AlipayCalls(AlipayMerchant merchant) {
        AlipayLogger.setNeedEnableLogger(false);
        client = client(merchant);
    }

    /// What came back. `reason` is Alipay's word (`sub_code`) for why it did not succeed.
    record Answer<T>(T response, boolean succeeded, String reason) {
        boolean because(String code) {
            return reason.equals(code);
        }

        boolean withoutBill() {
            return NO_BILL.contains(reason);
        }
    }

    /// An answer that decides something: success, or a refusal by the rules of the trade. Throws GatewayException for
    /// all others, after which nobody knows what happened.
    <T extends AlipayResponse> Answer<T> call(AlipayRequest<T> request) throws GatewayException {
        var response = executed(request);
        // Not isSuccess(): that only says that there is no sub_code.
        boolean succeeded = SUCCESS.equals(response.getCode());
        var reason = Objects.requireNonNullElse(response.getSubCode(), "");
        boolean decided = succeeded
                || BUSINESS.equals(response.getCode()) && !reason.endsWith("SYSTEM_ERROR")
                || NO_BILL.contains(reason);
        if (!decided) {
            throw new GatewayException(request.getApiMethodName() + " was answered " + told(response));
        }
        return new Answer<>(response, succeeded, reason);
    }

    static GatewayException refused(String what, Answer<?> answer) {
        return new GatewayException(what + ": " + told((AlipayResponse) answer.response()));
    }

    private <T extends AlipayResponse> T executed(AlipayRequest<T> request) throws GatewayException {
        try {
            var response = client.execute(request);
            if (response == null) {
                throw new GatewayException(request.getApiMethodName() + " was not answered in a form that is known");
            }
            return response;
        } catch (AlipayApiException | RuntimeException e) { // The SDK throws what its parsers and signers throw.
            throw new GatewayException(request.getApiMethodName() + " failed", e);
        }
    }

    private static String told(AlipayResponse response) {
        return response.getCode() + " " + response.getSubCode() + " " + response.getSubMsg();
    }

    private static AlipayClient client(AlipayMerchant merchant) {
        var config = new AlipayConfig();
        config.setServerUrl(merchant.gateway().toString());
        config.setAppId(merchant.appId());
        config.setPrivateKey(merchant.privateKey());
        config.setAlipayPublicKey(merchant.publicKey());
        config.setConnectTimeout(CONNECT_MILLIS);
        config.setReadTimeout(READ_MILLIS);
        try {
            return new DefaultAlipayClient(config);
        } catch (AlipayApiException e) {
            throw new IllegalStateException("the SDK refuses keys that were checked", e);
        }
    }
}
