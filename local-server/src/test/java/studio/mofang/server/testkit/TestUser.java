package studio.mofang.server.testkit;

import studio.mofang.client.ApiClient;
import studio.mofang.core.Accounts.Tokens;

/// Somebody signed in, and the client that acts for them.
public record TestUser(Tokens tokens, ApiClient client) {
    public static final String PASSWORD = "password123";

    public long id() {
        return tokens.user().id();
    }
}
