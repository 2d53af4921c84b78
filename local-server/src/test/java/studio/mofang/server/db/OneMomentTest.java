package studio.mofang.server.db;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.mofang.server.db.gen.Tables.APP_USER;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestStore;

class OneMomentTest {
    @ParameterizedTest
    @EnumSource(Engine.class)
    void nothingComesBetweenReadsOfOneMoment(Engine engine) {
        try (var store = new TestStore(engine)) {
            store.newUser();

            boolean same = store.database().readOneMoment(sql -> {
                int before = sql.fetchCount(APP_USER);
                CompletableFuture.runAsync(store::newUser).join();
                return before == sql.fetchCount(APP_USER);
            });

            assertThat(same).isTrue();
            assertThat(store.database().<Integer>read(sql -> sql.fetchCount(APP_USER)))
                    .isEqualTo(2);
        }
    }
}
