package studio.mofang.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.AccountApi;
import studio.mofang.client.ApiException;
import studio.mofang.client.Bearer;
import studio.mofang.core.Accounts.SignIn;
import studio.mofang.server.testkit.Crowd;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestServer;
import studio.mofang.server.testkit.TestUser;

@ParameterizedClass
@EnumSource(Engine.class)
class SessionsJourneyTest {
    private final TestServer server;

    SessionsJourneyTest(Engine engine) {
        server = TestServer.shared(engine);
    }

    @Test
    void signedInDevicesAreListedAndEndOneByOne() throws ApiException {
        var here = server.newUser();
        var there = server.signIn(here.tokens().user().username(), TestUser.PASSWORD);
        var elsewhere = server.signIn(here.tokens().user().username(), TestUser.PASSWORD);
        var api = new AccountApi(here.client());
        assertThat(api.sessions()).hasSize(3).filteredOn(SignIn::current).hasSize(1);
        var ending = new AccountApi(there.client())
                .sessions().stream().filter(SignIn::current).findFirst().orElseThrow();

        api.endSession(ending.id());

        assertRefused(401, () -> new AccountApi(there.client()).me());
        assertRefused(401, () -> refreshing(there).refresh());
        assertThat(api.sessions()).hasSize(2).noneMatch(one -> one.id().equals(ending.id()));
        assertThat(new AccountApi(elsewhere.client()).me().id()).isEqualTo(here.id());
    }

    @Test
    void whatEndedAlreadyOrIsSomebodyElsesIsNotThere() throws ApiException {
        var mine = server.newUser();
        var yours = server.newUser();
        var your = new AccountApi(yours.client()).sessions().getFirst().id();

        assertRefused(404, () -> new AccountApi(mine.client()).endSession(your));
        assertThat(new AccountApi(yours.client()).me().id()).isEqualTo(yours.id());

        new AccountApi(yours.client()).logout();
        var again = server.signIn(yours.tokens().user().username(), TestUser.PASSWORD);
        assertRefused(404, () -> new AccountApi(again.client()).endSession(your));
    }

    @Test
    void aNewSigningKeySignsFromNowOnAndTheOldTokensStayGood() throws ApiException, ParseException {
        var before = server.newUser();

        new AccountApi(server.admin().client()).rotateSigningKey();

        var after = server.signIn(before.tokens().user().username(), TestUser.PASSWORD);
        assertThat(new AccountApi(before.client()).me().id()).isEqualTo(before.id());
        assertThat(new AccountApi(after.client()).me().id()).isEqualTo(before.id());
        assertThat(kid(after.tokens().accessToken()))
                .isNotEqualTo(kid(before.tokens().accessToken()));
        assertThat(kid(refreshing(before).refresh().accessToken()))
                .isEqualTo(kid(after.tokens().accessToken()));
    }

    @Test
    void onlyAnAdminChangesTheSigningKey() throws ApiException {
        var user = server.newUser();

        assertRefused(403, () -> new AccountApi(user.client()).rotateSigningKey());
        assertRefused(401, () -> new AccountApi(server.client(Bearer.none())).rotateSigningKey());
    }

    @Test
    void tokensOfAFormerKeyEndInTheirTimeAndNotBefore() throws ApiException {
        try (var own = TestServer.with(TestServer.config(Engine.H2, Engine.H2.freshStorage()))) {
            var user = own.newUser();
            new AccountApi(own.admin().client()).rotateSigningKey();
            own.clock().advance(Duration.ofMinutes(119));
            assertThat(new AccountApi(user.client()).me().id()).isEqualTo(user.id());

            own.clock().advance(Duration.ofMinutes(2));

            assertRefused(401, () -> new AccountApi(user.client()).me());
            var refreshing =
                    new AccountApi(own.client(Bearer.fixed(user.tokens().refreshToken())));
            assertThat(refreshing.refresh().accessToken()).isNotEmpty();
            own.clock().advance(Duration.ofDays(7));
            assertRefused(401, refreshing::refresh);
        }
    }

    /// Two windows of one person may do so (rule X7).
    @Test
    void whoRefreshesTwiceAtOnceStaysSignedIn() throws ApiException {
        var user = server.newUser();

        var refreshed = Crowd.of(2, () -> refreshing(user).refresh());

        for (var each : refreshed) {
            var api = new AccountApi(server.client(Bearer.fixed(each.accessToken())));
            assertThat(api.me().id()).isEqualTo(user.id());
        }
        assertThat(refreshing(user).refresh().accessToken()).isNotEmpty();
    }

    private AccountApi refreshing(TestUser user) {
        return new AccountApi(server.client(Bearer.fixed(user.tokens().refreshToken())));
    }

    private static String kid(String token) throws ParseException {
        return SignedJWT.parse(token).getHeader().getKeyID();
    }

    private static void assertRefused(int code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
