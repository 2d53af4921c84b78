package studio.mofang.server.creation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.ApiException;
import studio.mofang.client.CreationApi;
import studio.mofang.client.CreationApi.Query;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.Creations.Draft;
import studio.mofang.core.Creations.TagCount;
import studio.mofang.core.Page;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestServer;
import studio.mofang.server.testkit.TestUser;

@ParameterizedClass
@EnumSource(Engine.class)
class CreationJourneyTest {
    private final TestServer server;
    private TestUser user;
    private CreationApi api;

    CreationJourneyTest(Engine engine) {
        server = TestServer.shared(engine);
    }

    @BeforeEach
    void signIn() throws ApiException {
        user = server.newUser();
        api = new CreationApi(user.client());
    }

    @Test
    void aCreationIsMadeReadChangedAndDeleted() throws ApiException {
        var made = api.create(draft("如何提高工作效率", "时间管理 is half the work"));

        assertThat(api.creation(made.id())).isEqualTo(made);
        assertThat(made.type()).isEqualTo("writing");
        assertThat(made.toolType()).isEqualTo("wechat_article");
        assertThat(made.wordCount()).isEqualTo(8);

        var changed = api.change(made.id(), change("新标题", null));
        assertThat(changed.title()).isEqualTo("新标题");
        assertThat(changed.content()).isEqualTo(made.content());
        assertThat(changed.version()).isEqualTo(2);

        api.delete(made.id());
        assertCode(404, () -> api.creation(made.id()));
        assertCode(404, () -> api.change(made.id(), change("再改", null)));
        assertCode(404, () -> api.delete(made.id()));
    }

    @Test
    void theListIsPagedNewestFirstAndNarrowed() throws ApiException {
        for (int i = 1; i <= 5; i++) {
            api.create(draft("第" + i + "篇", "正文"));
        }
        api.create(new Draft(null, "image", null, "一张图", "描述", List.of("海报"), null));

        var page = list(Map.of("page", 2, "page_size", 2));
        assertThat(page.total()).isEqualTo(6);
        assertThat(page.items()).extracting(Creation::title).containsExactly("第4篇", "第3篇");
        assertThat(list(Map.of("type", "image")).items())
                .extracting(Creation::title)
                .containsExactly("一张图");
        assertThat(list(Map.of("tool_type", "wechat_article")).total()).isEqualTo(5);
        assertThat(list(Map.of("tag", "海报")).total()).isEqualTo(1);
        assertThat(list(Map.of("tag", "没有")).items()).isEmpty();
        assertThat(list(Map.of("type", "image", "tool_type", "wechat_article")).total())
                .isZero();
    }

    @Test
    void sortedByUpdateTheLastChangedIsFirst() throws ApiException {
        var first = api.create(draft("第一篇", "正文"));
        api.create(draft("第二篇", "正文"));

        api.change(first.id(), change(null, "改过的正文"));

        assertThat(list(Map.of("sort", "updated")).items())
                .extracting(Creation::title)
                .containsExactly("第一篇", "第二篇");
        assertThat(list(Map.of()).items()).extracting(Creation::title).containsExactly("第二篇", "第一篇");
    }

    @Test
    void aBriefListGivesTheBeginningsOnly() throws ApiException {
        api.create(draft("长文", "字".repeat(199) + "😀" + "尾".repeat(500)));

        assertThat(list(Map.of("brief", "true")).items().getFirst().content()).isEqualTo("字".repeat(199) + "😀");
        assertThat(list(Map.of()).items().getFirst().content()).hasSize(199 + 2 + 500);
    }

    @Test
    void theSameUuidIsTheSameCreation() throws ApiException {
        var uuid = UUID.randomUUID();
        var made = api.create(new Draft(uuid, null, null, "一", "甲", null, null));

        var again = api.create(new Draft(uuid, null, null, "二", "乙", null, null));

        assertThat(again).isEqualTo(made);
        assertThat(made.uuid()).isEqualTo(uuid);
        assertThat(new CreationApi(server.newUser().client())
                        .create(new Draft(uuid, null, null, "三", "丙", null, null))
                        .id())
                .isNotEqualTo(made.id());
    }

    @Test
    void aChangeOfAnOldVersionIsRefusedWithThePresentOne() throws Exception {
        var made = api.create(draft("标题", "初稿"));
        api.change(made.id(), change(null, "别处改的"));

        var stale = new Draft(null, null, null, null, "我改的", null, 1L);
        assertCode(409, () -> api.change(made.id(), stale));
        var answer = server.put(user, "/api/v1/creations/" + made.id(), stale);
        assertThat(answer.path("data").path("version").asLong()).isEqualTo(2);
        assertThat(answer.path("data").path("content").asText()).isEqualTo("别处改的");

        var merged = api.change(made.id(), new Draft(null, null, null, null, "合并的", null, 2L));
        assertThat(merged.version()).isEqualTo(3);
        assertThat(api.change(made.id(), change(null, "最后写的算")).version()).isEqualTo(4);
    }

    @Test
    void anUnchangedSaveMakesNoVersion() throws ApiException {
        var made = api.create(new Draft(null, null, null, "标题", "正文", List.of("乙", "甲"), null));

        var saved = api.change(made.id(), new Draft(null, null, null, "标题", "正文", List.of("甲", "乙"), null));

        assertThat(saved).isEqualTo(made);
        assertThat(api.versions(made.id(), 1, 20).total()).isEqualTo(1);
    }

    @Test
    void theTrashGivesBackAndLetsGo() throws ApiException {
        var made = api.create(new Draft(null, null, null, "标题", "正文", List.of("随笔"), null));
        assertCode(404, () -> api.restore(made.id()));
        assertCode(404, () -> api.purge(made.id()));

        api.delete(made.id());
        assertThat(list(Map.of()).total()).isZero();
        assertThat(api.tags()).isEmpty();
        var trash = list(Map.of("trash", "true", "tag", "随笔")).items();
        assertThat(trash).extracting(Creation::id).containsExactly(made.id());
        assertThat(trash.getFirst().deletedAt()).isNotNull();
        assertThat(api.trashed(made.id()).content()).isEqualTo("正文");

        assertThat(api.restore(made.id())).isEqualTo(made);
        assertThat(api.tags()).containsExactly(new TagCount("随笔", 1));

        api.delete(made.id());
        api.purge(made.id());
        assertThat(list(Map.of("trash", "true")).total()).isZero();
        assertCode(404, () -> api.restore(made.id()));
        assertCode(409, () -> api.create(new Draft(made.uuid(), null, null, "又来", "", null, null)));
    }

    @Test
    void tagsAreNormalisedAndCounted() throws ApiException {
        var made = api.create(new Draft(null, null, null, "一", "", List.of(" #ＡＩ ", "AI", "时间  管理", ""), null));
        api.create(new Draft(null, null, null, "二", "", List.of("AI"), null));

        assertThat(made.tags()).containsExactly("AI", "时间 管理");
        assertThat(api.tags()).containsExactly(new TagCount("AI", 2), new TagCount("时间 管理", 1));

        var untagged = api.change(made.id(), new Draft(null, null, null, null, null, List.of(), null));
        assertThat(untagged.tags()).isEmpty();
        assertThat(untagged.version()).isEqualTo(2);
        assertThat(api.tags()).containsExactly(new TagCount("AI", 1));
    }

    @Test
    void whatIsTooLongOrUnknownIsRefusedByName() {
        var many = IntStream.rangeClosed(1, 21).mapToObj(i -> "标签" + i).toList();
        assertRefused("title", new Draft(null, null, null, "题".repeat(201), "", null, null));
        assertRefused("content", new Draft(null, null, null, "", "文".repeat(1_000_001), null, null));
        assertRefused("tags", new Draft(null, null, null, "", "", many, null));
        assertRefused("tags", new Draft(null, null, null, "", "", List.of("长".repeat(31)), null));
        assertRefused("type", new Draft(null, "poem", null, "", "", null, null));
        assertRefused("tool_type", new Draft(null, null, "poem", "", "", null, null));
        assertCode(400, () -> list(Map.of("type", "poem")));
        assertCode(400, () -> list(Map.of("sort", "title")));
        assertCode(400, () -> list(Map.of("page_size", 101)));
    }

    @Test
    void aMillionCharactersCanBeSaved() throws ApiException {
        var text = "字".repeat(1_000_000);

        var made = api.create(draft("长篇", text));

        assertThat(api.creation(made.id()).content()).isEqualTo(text);
        assertThat(made.wordCount()).isEqualTo(1_000_000);
    }

    @Test
    void whatNoDatabaseTakesIsTakenOut() throws ApiException {
        var made = api.create(draft("标\u0000题", "正\u0000文😀"));

        assertThat(api.creation(made.id()).title()).isEqualTo("标题");
        assertThat(api.creation(made.id()).content()).isEqualTo("正文😀");
    }

    @Test
    void anothersCreationDoesNotExist() throws ApiException {
        var theirs = new CreationApi(server.newUser().client())
                .create(draft("别人的", "秘密"))
                .id();

        assertCode(404, () -> api.creation(theirs));
        assertCode(404, () -> api.change(theirs, change("我的", null)));
        assertCode(404, () -> api.delete(theirs));
        assertCode(404, () -> api.restore(theirs));
        assertCode(404, () -> api.purge(theirs));
        assertCode(404, () -> api.versions(theirs, 1, 20));
        assertCode(404, () -> api.version(theirs, 1));
        assertCode(404, () -> api.restoreVersion(theirs, 1));
        assertCode(404, () -> api.nameVersion(theirs, 1, "我的"));
        assertCode(404, () -> api.export(theirs, "md"));
        assertThat(api.list(new Query("秘密", null, null, null, false, 1, 20)).items())
                .isEmpty();
    }

    private Page<Creation> list(Map<String, ?> query) throws ApiException {
        return user.client().get("creations", query, new TypeReference<>() {});
    }

    private void assertRefused(String field, Draft draft) {
        assertThatThrownBy(() -> api.create(draft))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        e -> assertThat(e.errors()).extracting("field").contains(field));
    }

    private static Draft draft(String title, String content) {
        return new Draft(null, null, "wechat_article", title, content, null, null);
    }

    private static Draft change(@Nullable String title, @Nullable String content) {
        return new Draft(null, null, null, title, content, null, null);
    }

    private static void assertCode(int code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
