package studio.mofang.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static studio.mofang.server.db.gen.Tables.APP_USER;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.mofang.client.AccountApi;
import studio.mofang.client.ApiException;
import studio.mofang.client.Bearer;
import studio.mofang.core.Accounts.PasswordChange;
import studio.mofang.server.ServerConfig.Storage;
import studio.mofang.server.db.Database;
import studio.mofang.server.db.Store;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.Eventually;
import studio.mofang.server.testkit.TestServer;
import studio.mofang.server.testkit.TestUser;

/// Rule X8: what one node decides about a user counts on every node within five seconds, and at once on its own.
class TwoNodesTest {
    private static final Duration WITHIN = Duration.ofSeconds(5);

    private static final Storage STORAGE = Engine.POSTGRES.freshStorage();
    private static TestServer here;
    private static TestServer there;
    private static Database database;

    @BeforeAll
    static void start() throws IOException {
        here = TestServer.with(TestServer.config(Engine.POSTGRES, STORAGE));
        there = TestServer.with(TestServer.config(Engine.POSTGRES, onAnotherMachine(STORAGE)));
        database = Store.open(onAnotherMachine(STORAGE));
    }

    @AfterAll
    static void stop() {
        here.close();
        there.close();
        database.close();
    }

    @Test
    void signingOutCountsOnBoth() throws Exception {
        var user = knownOnBoth();

        new AccountApi(user.client()).logout();

        assertRefusedAtOnce(here, user);
        assertRefusedSoon(there, user);
    }

    @Test
    void aChangedPasswordEndsTheOtherDevicesOnBoth() throws Exception {
        var user = knownOnBoth();
        var other = here.signIn(user.tokens().user().username(), TestUser.PASSWORD);
        assertThat(me(there, other)).isEqualTo(user.id());

        new AccountApi(user.client()).changePassword(new PasswordChange(TestUser.PASSWORD, "another-pass-9"));

        assertRefusedAtOnce(here, other);
        assertRefusedSoon(there, other);
        assertThat(me(there, user)).isEqualTo(user.id());
    }

    @Test
    void anEndedSessionEndsOnBoth() throws Exception {
        var user = knownOnBoth();
        var other = here.signIn(user.tokens().user().username(), TestUser.PASSWORD);
        assertThat(me(there, other)).isEqualTo(user.id());
        var api = new AccountApi(user.client());
        var id = api.sessions().stream()
                .filter(one -> !one.current())
                .findFirst()
                .orElseThrow()
                .id();

        api.endSession(id);

        assertRefusedAtOnce(here, other);
        assertRefusedSoon(there, other);
    }

    @Test
    void whoIsBannedIsOutOnBoth() throws Exception {
        var user = knownOnBoth();

        database.write(tx -> tx.update(APP_USER)
                .set(APP_USER.DISABLED_AT, here.clock().instant())
                .where(APP_USER.ID.eq(user.id()))
                .execute());

        assertRefusedSoon(here, user);
        assertRefusedSoon(there, user);
    }

    @Test
    void whoIsNoAdminAnyMoreMayNoMoreThanOthersOnBoth() throws Exception {
        var user = knownOnBoth();
        role(user, "admin");
        Eventually.holds(WITHIN, "admin here", () -> admin(here, user));
        Eventually.holds(WITHIN, "admin there", () -> admin(there, user));

        role(user, "user");

        Eventually.holds(WITHIN, "no admin here", () -> !admin(here, user));
        Eventually.holds(WITHIN, "no admin there", () -> !admin(there, user));
    }

    @Test
    void aKeyThatOneNodeMadeIsKnownToTheOther() throws Exception {
        new AccountApi(here.admin().client()).rotateSigningKey();
        var user = here.newUser();

        Eventually.holds(Duration.ofSeconds(6), "the other node reads the new key", () -> answers(there, user));
    }

    private static TestUser knownOnBoth() throws Exception {
        var user = here.newUser();
        assertThat(me(here, user)).isEqualTo(user.id());
        // Another test may just have changed the key.
        Eventually.holds(WITHIN, "known there", () -> answers(there, user));
        return user;
    }

    private static long me(TestServer node, TestUser user) throws ApiException {
        return api(node, user).me().id();
    }

    private static boolean answers(TestServer node, TestUser user) {
        try {
            return me(node, user) == user.id();
        } catch (ApiException e) {
            assertThat(e.code()).isEqualTo(401);
            return false;
        }
    }

    private static boolean admin(TestServer node, TestUser user) {
        try {
            api(node, user).rotateSigningKey();
            return true;
        } catch (ApiException e) {
            assertThat(e.code()).isEqualTo(403);
            return false;
        }
    }

    private static AccountApi api(TestServer node, TestUser user) {
        return new AccountApi(node.client(Bearer.fixed(user.tokens().accessToken())));
    }

    private static void role(TestUser user, String role) {
        database.write(tx -> tx.update(APP_USER)
                .set(APP_USER.ROLE, role)
                .where(APP_USER.ID.eq(user.id()))
                .execute());
    }

    private static void assertRefusedAtOnce(TestServer node, TestUser user) {
        assertThatThrownBy(() -> me(node, user))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.code()).isEqualTo(401));
    }

    private static void assertRefusedSoon(TestServer node, TestUser user) throws Exception {
        Eventually.holds(WITHIN, "the other node refuses", () -> !answers(node, user));
    }

    private static Storage onAnotherMachine(Storage storage) throws IOException {
        return new Storage(
                Files.createTempDirectory("mofang-node"),
                storage.databaseUrl(),
                storage.databaseUser(),
                storage.databasePassword(),
                storage.vaultKey(),
                storage.bucket());
    }
}
