package studio.mofang.server.publish;

import java.time.Instant;
import studio.mofang.core.platform.Platform;
import studio.mofang.server.publish.KuaishouErrors.PermissionEnded;
import studio.mofang.server.publish.KuaishouErrors.TokenRefused;

/// A user's tokens at Kuaishou. Access lasts two days and is renewed when it is refused, with a refresh token
/// that is good for once: of all turns on all nodes one renews, and the others come again.
final class KuaishouTokens {
    private final KuaishouApi api;
    private final Bindings bindings;

    KuaishouTokens(KuaishouApi api, Bindings bindings) {
        this.api = api;
        this.bindings = bindings;
    }

    /// What is done with a token that may have to be renewed first.
    interface Call<T> {
        T with(KuaishouAccount account) throws PublishFailure;
    }

    /// Throws PermissionEnded once the person has to allow it anew; the account says so from then on.
    <T> T call(long userId, Call<T> call) throws PublishFailure {
        var boundAt = bindings.boundAt(userId, Platform.KUAISHOU)
                .orElseThrow(() -> PublishFailure.refused("快手账号已解除绑定，请重新绑定后重试"));
        try {
            return called(userId, boundAt, call);
        } catch (PermissionEnded e) {
            bindings.expire(userId, Platform.KUAISHOU, boundAt);
            throw e;
        }
    }

    private <T> T called(long userId, Instant boundAt, Call<T> call) throws PublishFailure {
        var account = account(userId);
        try {
            return call.with(account);
        } catch (TokenRefused _) {
            // Once.
            return calledAnew(renewed(userId, boundAt, account), call);
        }
    }

    /// A token that was just renewed and is refused too: there is no permission any more.
    private static <T> T calledAnew(KuaishouAccount account, Call<T> call) throws PublishFailure {
        try {
            return call.with(account);
        } catch (TokenRefused _) {
            throw new PermissionEnded();
        }
    }

    private KuaishouAccount renewed(long userId, Instant boundAt, KuaishouAccount refused) throws PublishFailure {
        if (!bindings.beginRenewal(userId, Platform.KUAISHOU)) {
            throw PublishFailure.later("快手的授权正在更新");
        }
        try {
            var now = account(userId);
            if (!now.accessToken().equals(refused.accessToken())) {
                return now;
            }
            var renewed = now.with(api.refreshed(now));
            bindings.renew(userId, Platform.KUAISHOU, boundAt, renewed.credentials());
            return renewed;
        } finally {
            bindings.endRenewal(userId, Platform.KUAISHOU);
        }
    }

    private KuaishouAccount account(long userId) {
        return KuaishouAccount.of(bindings.credentials(userId, Platform.KUAISHOU));
    }
}
