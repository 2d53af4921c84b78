package studio.mofang.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.AccountApi;
import studio.mofang.client.ApiException;
import studio.mofang.client.Bearer;
import studio.mofang.core.Accounts.PasswordChange;
import studio.mofang.core.Accounts.Registration;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestServer;
import studio.mofang.server.testkit.TestUser;

@ParameterizedClass
@EnumSource(Engine.class)
class AccountJourneyTest {
    private final TestServer server;

    AccountJourneyTest(Engine engine) {
        server = TestServer.shared(engine);
    }

    @Test
    void aRegisteredUserSignsInAndIsWhoTheySay() throws ApiException {
        var user = server.newUser();

        var me = new AccountApi(user.client()).me();

        assertThat(me).isEqualTo(user.tokens().user());
        assertThat(me.role()).isEqualTo("user");
        assertThat(me.creditBalance()).isZero();
    }

    @Test
    void aTakenNameIsRefusedWithoutRegardToCase() throws ApiException {
        var name = server.newUser().tokens().user().username();
        var again = new Registration(name.toUpperCase(), "other-" + name + "@example.com", TestUser.PASSWORD, null);

        assertThatThrownBy(() -> anonymous().register(again))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.code()).isEqualTo(409));
    }

    @Test
    void everyRefusedFieldIsNamed() {
        assertThatThrownBy(() -> anonymous().register(new Registration("a", "nowhere", "short", null)))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        e -> assertThat(e.errors()).extracting("field").contains("username", "email", "password"));
    }

    @Test
    void anAddressOfTwentyThousandPartsIsRefusedAsAnyOtherThatIsTooLong() {
        var endless = new Registration("longmail", "a@b" + ".c".repeat(20_000), TestUser.PASSWORD, null);

        assertThatThrownBy(() -> anonymous().register(endless))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        e -> assertThat(e.errors()).extracting("field").containsOnly("email"));
    }

    /// H2 counts two for each of these characters, and its lower case makes İ longer.
    @Test
    void rareCharactersCountOnceInANameAndAnAddress() throws ApiException {
        var unique = String.valueOf(System.nanoTime() % 1_000_000);
        var name = "𠮷".repeat(32 - unique.length()) + unique;
        var address = "İ".repeat(60) + "@" + "𠮷".repeat(120) + "." + "İ".repeat(60) + unique + ".cn";

        anonymous().register(new Registration(name, address, TestUser.PASSWORD, null));

        var me = new AccountApi(server.signIn(name, TestUser.PASSWORD).client()).me();
        assertThat(me.username()).isEqualTo(name);
        assertThat(me.email()).isEqualTo(address);
    }

    @Test
    void aRefreshTokenStaysGoodWhenUsedAndIsNoAccessToken() throws ApiException {
        var tokens = server.newUser().tokens();
        var refreshing = new AccountApi(server.client(Bearer.fixed(tokens.refreshToken())));

        assertThat(refreshing.refresh().accessToken()).isNotEmpty();
        assertThat(refreshing.refresh().accessToken()).isNotEmpty();
        assertThatThrownBy(refreshing::me)
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.code()).isEqualTo(401));
    }

    @Test
    void signingOutEndsBothTokens() throws ApiException {
        var user = server.newUser();

        new AccountApi(user.client()).logout();

        assertUnauthenticated(new AccountApi(user.client()));
        var refreshing = new AccountApi(server.client(Bearer.fixed(user.tokens().refreshToken())));
        assertThatThrownBy(refreshing::refresh)
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.code()).isEqualTo(401));
    }

    @Test
    void changingThePasswordEndsTheOtherDevices() throws ApiException {
        var here = server.newUser();
        var there = server.signIn(here.tokens().user().username(), TestUser.PASSWORD);

        new AccountApi(here.client()).changePassword(new PasswordChange(TestUser.PASSWORD, "another-pass-9"));

        assertThat(new AccountApi(here.client()).me().id()).isEqualTo(here.id());
        assertUnauthenticated(new AccountApi(there.client()));
    }

    @Test
    void anAccessTokenEndsAfterTwoHours() throws ApiException {
        try (var own = TestServer.with(TestServer.config(Engine.H2, Engine.H2.freshStorage()))) {
            var user = own.newUser();

            own.clock().advance(Duration.ofMinutes(121));

            assertUnauthenticated(new AccountApi(user.client()));
            var refreshing =
                    new AccountApi(own.client(Bearer.fixed(user.tokens().refreshToken())));
            assertThat(refreshing.refresh().accessToken()).isNotEmpty();
        }
    }

    private AccountApi anonymous() {
        return new AccountApi(server.client(Bearer.none()));
    }

    private static void assertUnauthenticated(AccountApi api) {
        assertThatThrownBy(api::me)
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.code()).isEqualTo(401));
    }
}
