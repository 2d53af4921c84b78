package studio.mofang.server.payment;

import com.wechat.pay.java.core.exception.ServiceException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Calls of WeChat Pay's SDK, made safe. It throws its own exceptions, IllegalArgumentException for stale answers and
/// Gson's for pages of HTML: all of them are a GatewayException here.
final class WechatPayCalls {
    private static final int SERVER_ERROR = 500;
    private static final int TOO_MANY = 429;

    private WechatPayCalls() {}

    static <T> T call(String what, Supplier<T> call) throws GatewayException {
        try {
            var answer = call.get();
            if (answer == null) {
                throw new GatewayException(what + " was answered with nothing");
            }
            return answer;
        } catch (RuntimeException e) {
            throw new GatewayException(what + " failed", e);
        }
    }

    static boolean refusedFor(GatewayException e, Set<String> codes) {
        return refusal(e)
                .filter(refusal -> codes.contains(String.valueOf(refusal.getErrorCode())))
                .isPresent();
    }

    /// What WeChat Pay itself has refused, by its rules; absent when it may or may not have done what it was asked.
    static Optional<ServiceException> refusal(GatewayException e) {
        return e.getCause() instanceof ServiceException refusal
                        && refusal.getHttpStatusCode() < SERVER_ERROR
                        && refusal.getHttpStatusCode() != TOO_MANY
                        && refusal.getErrorCode() != null
                ? Optional.of(refusal)
                : Optional.empty();
    }
}
