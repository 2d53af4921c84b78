package studio.mofang.client;

import org.jspecify.annotations.Nullable;

/// Where a call takes its bearer token from: a fixed secret of the embedded server, or a session that renews itself.
public interface Bearer {
    /// Absent while nobody is signed in.
    @Nullable
    String token();

    /// Asked once after the server refused `refused` with 401; true when another try with `token()` makes sense.
    default boolean renew(String refused) {
        return false;
    }

    static Bearer fixed(String token) {
        return () -> token;
    }

    static Bearer none() {
        return () -> null;
    }
}
