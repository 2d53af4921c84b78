package studio.mofang.client;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import studio.mofang.core.Accounts.Login;
import studio.mofang.core.Accounts.PasswordChange;
import studio.mofang.core.Accounts.Profile;
import studio.mofang.core.Accounts.Refreshed;
import studio.mofang.core.Accounts.Registration;
import studio.mofang.core.Accounts.SignIn;
import studio.mofang.core.Accounts.Tokens;

/// Chapter 1: register, sign in and out, who am I.
public final class AccountApi {
    private final ApiClient client;

    public AccountApi(ApiClient client) {
        this.client = client;
    }

    public Profile register(Registration registration) throws ApiException {
        return client.post("auth/register", registration, new TypeReference<>() {});
    }

    public Tokens login(Login login) throws ApiException {
        return client.post("auth/login", login, new TypeReference<>() {});
    }

    /// The client's bearer must be the refresh token.
    public Refreshed refresh() throws ApiException {
        return client.post("auth/refresh", Map.of(), new TypeReference<>() {});
    }

    public Profile me() throws ApiException {
        return client.get("auth/me", Map.of(), new TypeReference<>() {});
    }

    public void logout() throws ApiException {
        client.post("auth/logout", Map.of(), new TypeReference<Map<String, Object>>() {});
    }

    public void changePassword(PasswordChange change) throws ApiException {
        client.post("auth/password", change, new TypeReference<Map<String, Object>>() {});
    }

    public List<SignIn> sessions() throws ApiException {
        return client.get("auth/sessions", Map.of(), new TypeReference<>() {});
    }

    public void endSession(UUID id) throws ApiException {
        client.delete("auth/sessions/" + id, new TypeReference<Map<String, Object>>() {});
    }

    /// For admins: tokens are signed with a fresh key from now on; the ones signed before stay good for their time.
    public void rotateSigningKey() throws ApiException {
        client.post("auth/keys/rotate", Map.of(), new TypeReference<Map<String, Object>>() {});
    }
}
