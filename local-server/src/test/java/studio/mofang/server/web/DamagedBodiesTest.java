package studio.mofang.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import studio.mofang.client.ApiException;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestServer;
import studio.mofang.server.web.Operations.Answer;
import studio.mofang.server.web.Operations.Operation;

/// Bodies that are right but for one value reach deep into every route: never a fault of ours, never a leak, always the
/// envelope.
class DamagedBodiesTest {
    /// Refused as they stand: nothing to authorize, nobody's signature, a paid order, a schedule that is none.
    private static final Set<String> REFUSED = Set.of(
            "/api/v1/auth/login",
            "/api/v1/auth/password",
            "/api/v1/operation/users/{user_id}",
            "/api/v1/credit/payment/callback",
            "/api/v1/credit/orders/{order_id}/refund",
            "/api/v1/creations/{id}/versions/{version}",
            "/api/v1/publish/platforms/bind",
            "/api/v1/publish/platforms/authorize",
            "/api/v1/publish/{id}/cancel",
            "/api/v1/publish/{id}/retry",
            "/api/v1/publish/{id}/confirm",
            "/api/v1/publish/{id}/reschedule",
            "/api/v1/publish/{id}/relay");

    private static Subject h2;
    private static Subject postgres;

    /// A server with somebody who may do everything and owns one of each.
    private record Subject(
            TestServer server, String bearer, Belongings belongings, SampleBody sample, List<Operation> operations) {
        static Subject on(Engine engine) throws IOException, ApiException {
            var server = TestServer.with(TestServer.config(engine, engine.freshStorage()));
            var admin = server.admin();
            var belongings = Belongings.of(admin);
            return new Subject(
                    server,
                    "Bearer " + admin.tokens().accessToken(),
                    belongings,
                    new SampleBody(belongings.creation()),
                    Operations.of(server).stream()
                            .filter(operation -> !operation.body().isMissingNode())
                            .toList());
        }

        Answer send(Operation operation, String body) throws IOException {
            return Operations.send(
                    server, operation.method(), path(operation), bearer, body.getBytes(StandardCharsets.UTF_8));
        }

        String path(Operation operation) {
            return belongings
                    .named(operation.path())
                    .orElseGet(() -> operation
                            .path()
                            .replace("{tool_type}", "wechat_article")
                            .replaceAll("\\{\\w+}", "1"));
        }
    }

    @BeforeContainer
    static void start() throws IOException, ApiException {
        h2 = Subject.on(Engine.H2);
        postgres = Subject.on(Engine.POSTGRES);
    }

    @AfterContainer
    static void stop() {
        h2.server().close();
        postgres.server().close();
    }

    /// Otherwise the damaged ones would stop at the first check.
    @Example
    void whatIsNotDamagedIsAcceptedAndAnsweredAsDeclared() throws IOException {
        var wrong = new ArrayList<String>();
        for (var operation : h2.operations()) {
            var body = h2.sample().of(operation.path(), operation.body()).toString();
            var answer = h2.send(operation, body);
            if (answer.status() >= 400 && !REFUSED.contains(operation.path())) {
                wrong.add(operation.path() + " " + body + " → " + answer);
            }
            operation.undeclared(answer).forEach(one -> wrong.add(operation.path() + one));
        }
        assertThat(wrong).isEmpty();
    }

    @Property(tries = 600, shrinking = ShrinkingMode.OFF)
    void noDamageMakesAFaultOfOursOnH2(@ForAll @IntRange(max = 999) int which, @ForAll("damage") Damage damage)
            throws IOException {
        check(h2, which, damage);
    }

    @Property(tries = 600, shrinking = ShrinkingMode.OFF)
    void noDamageMakesAFaultOfOursOnPostgres(@ForAll @IntRange(max = 999) int which, @ForAll("damage") Damage damage)
            throws IOException {
        check(postgres, which, damage);
    }

    @Provide
    Arbitrary<Damage> damage() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 40).withoutEdgeCases(), Arbitraries.of(Damage.KINDS))
                .as(Damage::new);
    }

    private static void check(Subject subject, int which, Damage damage) throws IOException {
        var operation = subject.operations().get(which % subject.operations().size());
        var body = damage.doneTo(subject.sample().of(operation.path(), operation.body()));
        var answer = subject.send(operation, body);
        assertThat(Complaints.about(operation.path(), answer))
                .as("%s %s %s → %s", operation.method(), operation.path(), body, answer)
                .isEmpty();
    }
}
