package studio.mofang.server.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.server.testkit.Crowd;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestStore;

/// A day belongs to one node, also when several have seen that it is due.
class StatementClaimTest {
    private static final int NODES = 8;

    private final StatementRepository statements = new StatementRepository();

    @ParameterizedTest
    @EnumSource(Engine.class)
    void ofNodesThatSawTheSameDayOneTakesIt(Engine engine) {
        var store = TestStore.shared(engine);
        var now = store.clock().instant();
        var later = now.plusSeconds(3600);
        var date = LocalDate.of(2020, 1, 1);
        store.database().write(tx -> {
            statements.insert(tx, "claimed", date, now);
            statements.insert(tx, "claimed", date, now);
            return date;
        });
        var seen = store.database().read(sql -> statements.due(sql, List.of("claimed"), now, 10));
        assertThat(seen).hasSize(1);

        var taken = Crowd.of(NODES, () -> store.database().write(tx -> statements.claim(tx, seen.getFirst(), later)));

        assertThat(taken).filteredOn(Boolean::booleanValue).hasSize(1);
        var due = store.database().read(sql -> statements.due(sql, List.of("claimed"), now, 10));
        assertThat(due).isEmpty();
    }
}
