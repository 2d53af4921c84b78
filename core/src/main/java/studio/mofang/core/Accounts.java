package studio.mofang.core;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The words of chapter 1 of the contract: who somebody is and how they prove it.
public interface Accounts {
    record Registration(
            @Nullable String username,
            @Nullable String email,
            @Nullable String password,
            @Nullable String referralCode) {}

    record Login(@Nullable String username, @Nullable String password) {}

    record PasswordChange(
            @Nullable String oldPassword, @Nullable String newPassword) {}

    record Profile(
            long id,
            String username,
            String email,
            long creditBalance,
            boolean isMember,
            @Nullable String membershipType,
            @Nullable Instant membershipEndDate,
            String referralCode,
            String role) {}

    record Tokens(String accessToken, String refreshToken, String tokenType, Profile user) {}

    record Refreshed(String accessToken, String tokenType) {}

    /// A place where somebody is signed in; `current` is the one that asks.
    record SignIn(UUID id, String device, Instant createdAt, Instant lastUsedAt, boolean current) {}
}
