package studio.mofang.server.account;

import org.jspecify.annotations.Nullable;

/// Told of everybody who registers, in the transaction that registers them. What it throws undoes the registration.
@FunctionalInterface
public interface Newcomers {
    /// `referrer` is who invited, when the registration carried a referral code.
    void joined(long userId, String username, @Nullable Long referrer);
}
