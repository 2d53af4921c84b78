package studio.mofang.server.creation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.core.Creations.Provenance;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestClock;
import studio.mofang.server.testkit.TestStore;

@ParameterizedClass
@EnumSource(Engine.class)
class GeneratedDraftTest {
    private static final Provenance PROVENANCE = new Provenance(
            "dashscope", "qwen-max", "写一篇\"文章\"", 10, List.of(), Instant.now().truncatedTo(ChronoUnit.SECONDS));

    private final TestStore store;
    private final CreationService creations;
    private final long user;

    GeneratedDraftTest(Engine engine) {
        store = new TestStore(engine);
        creations = new CreationService(store.database(), new TestClock(), _ -> {}, _ -> {});
        user = store.newUser();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aGeneratedTextBecomesACreationWithItsProvenance() {
        var made = creations.generated(user, draft("第一稿 one two", null));

        assertThat(creations.living(user, made.id())).isEqualTo(made);
        assertThat(made.provenance()).isEqualTo(PROVENANCE);
        assertThat(made.wordCount()).isEqualTo(5);
        assertThat(made.version()).isEqualTo(1);
    }

    @Test
    void aGeneratedTextForACreationIsItsNextVersion() {
        var made = creations.generated(user, draft("第一稿", null));

        var again = creations.generated(user, draft("第二稿", made.id()));

        assertThat(again.id()).isEqualTo(made.id());
        assertThat(again.version()).isEqualTo(2);
        assertThat(creations.living(user, made.id()).content()).isEqualTo("第二稿");
    }

    @Test
    void anothersCreationIsNeverWrittenTo() {
        var theirs = creations.generated(store.newUser(), draft("别人的", null));

        var mine = creations.generated(user, draft("我的", theirs.id()));

        assertThat(mine.id()).isNotEqualTo(theirs.id());
    }

    @Test
    void aTextForACreationInTheTrashBringsItBack() {
        var made = creations.generated(user, draft("第一稿", null));
        creations.trash().delete(user, made.id());

        var again = creations.generated(user, draft("第二稿", made.id()));

        assertThat(creations.living(user, made.id())).isEqualTo(again);
    }

    private static GeneratedDraft draft(String content, @Nullable Long creationId) {
        return new GeneratedDraft("writing", "wechat_article", "标题", content, PROVENANCE, creationId);
    }
}
