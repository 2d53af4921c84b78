package studio.mofang.server.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of `app_user`. `passwordHash` is absent for the local owner, who cannot sign in from elsewhere.
record User(
        long id,
        UUID uuid,
        String username,
        String email,
        @Nullable String passwordHash,
        String role,
        String referralCode,
        @Nullable Instant disabledAt) {
    static final String ROLE_ADMIN = "admin";
    static final String ROLE_USER = "user";

    boolean admin() {
        return role.equals(ROLE_ADMIN);
    }

    boolean disabled() {
        return disabledAt != null;
    }
}
