package studio.mofang.server.creation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.ApiException;
import studio.mofang.client.CreationApi;
import studio.mofang.client.CreationApi.Query;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.Creations.Draft;
import studio.mofang.core.Page;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestServer;

@ParameterizedClass
@EnumSource(Engine.class)
class SearchJourneyTest {
    private final TestServer server;
    private CreationApi api;

    SearchJourneyTest(Engine engine) {
        server = TestServer.shared(engine);
    }

    @BeforeEach
    void signIn() throws ApiException {
        api = new CreationApi(server.newUser().client());
    }

    @Test
    void wordsOfAnyLengthAreFoundInTitleAndText() throws ApiException {
        make("时间管理的艺术", "高效工作从清单开始");
        make("另一篇", "他说:时间,管理不了你。Working with OpenAI GPT4");

        assertThat(titles("时间管理")).containsExactly("时间管理的艺术");
        assertThat(titles("时间")).containsExactly("另一篇", "时间管理的艺术");
        assertThat(titles("清单开")).containsExactly("时间管理的艺术");
        assertThat(titles("艺")).containsExactly("时间管理的艺术");
        assertThat(titles("始")).containsExactly("时间管理的艺术");
        assertThat(titles("间管理的艺")).containsExactly("时间管理的艺术");
        assertThat(titles("openai")).containsExactly("另一篇");
        assertThat(titles("ＯＰＥＮ")).containsExactly("另一篇");
        assertThat(titles("时间 管理")).containsExactly("另一篇", "时间管理的艺术");
        assertThat(titles("时间 openai")).containsExactly("另一篇");
        assertThat(titles("时间,管理")).containsExactly("另一篇");
        assertThat(titles("没有")).isEmpty();
        assertThat(titles("!?")).isEmpty();
    }

    @Test
    void anEditIsVisibleAtTheNextSearch() throws ApiException {
        var made = make("标题", "原来的说法");

        api.change(made.id(), new Draft(null, null, null, null, "崭新的措辞", null, null));

        assertThat(titles("措辞")).containsExactly("标题");
        assertThat(titles("说法")).isEmpty();
    }

    @Test
    void theTrashIsSearchedByItself() throws ApiException {
        var made = make("标题", "独特内容");
        api.delete(made.id());

        assertThat(titles("独特")).isEmpty();
        assertThat(api.list(new Query("独特", null, null, null, true, 1, 20)).total())
                .isEqualTo(1);
        api.purge(made.id());
        assertThat(api.list(new Query("独特", null, null, null, true, 1, 20)).total())
                .isZero();
    }

    @Test
    void hitsArePagedCountedAndNarrowed() throws ApiException {
        for (int i = 1; i <= 5; i++) {
            make("第" + i + "篇", "同样的词语");
        }
        api.create(new Draft(null, "image", null, "图", "词语", List.of("封面"), null));

        var second = api.list(new Query("词语", null, null, null, false, 2, 2));
        assertThat(second.total()).isEqualTo(6);
        assertThat(second.items()).extracting(Creation::title).containsExactly("第4篇", "第3篇");
        assertThat(found(new Query("词语", "image", null, null, false, 1, 20))).containsExactly("图");
        assertThat(found(new Query("词语", null, null, "封面", false, 1, 20))).containsExactly("图");
        assertThat(found(new Query("词语", null, "story_novel", null, false, 1, 20)))
                .isEmpty();
    }

    @Test
    void nobodyFindsAnothersTexts() throws ApiException {
        make("标题", "只有我知道");

        var other = new CreationApi(server.newUser().client());

        assertThat(other.list(new Query("知道", null, null, null, false, 1, 20)).total())
                .isZero();
    }

    private Creation make(String title, String content) throws ApiException {
        return api.create(new Draft(null, null, null, title, content, null, null));
    }

    private List<String> titles(String words) throws ApiException {
        return found(new Query(words, null, null, null, false, 1, 20));
    }

    private List<String> found(Query query) throws ApiException {
        Page<Creation> page = api.list(query);
        return page.items().stream().map(Creation::title).toList();
    }
}
