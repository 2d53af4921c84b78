package studio.mofang.server.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.ApiException;
import studio.mofang.client.ModelApi;
import studio.mofang.client.WritingApi;
import studio.mofang.core.AiModels.Draft;
import studio.mofang.core.AiModels.Model;
import studio.mofang.core.Creations.WritingRequest;
import studio.mofang.core.Envelope.FieldError;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.FakeOpenAi;
import studio.mofang.server.testkit.FakeProvider;
import studio.mofang.server.testkit.TestServer;
import studio.mofang.server.testkit.TestUser;

@ParameterizedClass
@EnumSource(Engine.class)
class ModelJourneyTest {
    private final Engine engine;
    private final TestServer server;
    private final TestUser admin;
    private final ModelApi models;
    private final FakeOpenAi fake = new FakeOpenAi();

    ModelJourneyTest(Engine engine) throws ApiException {
        this.engine = engine;
        server = TestServer.shared(engine);
        admin = server.admin();
        models = new ModelApi(admin.client());
    }

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void aFreshServerHasTheModelsOfTheSamples() throws ApiException {
        var listed = list(server.newUser(), Map.of());

        assertThat(listed.subList(0, 4)).extracting(Model::id).containsExactly(1L, 2L, 3L, 4L);
        assertThat(listed.subList(0, 4)).extracting(Model::kind).containsExactly("text", "image", "video", "slides");
        assertThat(listed.subList(0, 4)).extracting(Model::creditsCost).containsExactly(10, 20, 50, 30);
        assertThat(listed.getFirst().modelName()).isEqualTo("qwen-max");
        assertThat(listed.getFirst().hasKey()).isFalse();
    }

    @Test
    void anImageModelTellsWhichCoversItDraws() throws ApiException {
        var base = "https://dashscope.aliyuncs.com/api/v1";

        assertThat(image("wan2.6-t2i", base).coverSizes())
                .containsExactly("1880x800", "1080x1080", "1080x1440", "1080x1920", "1280x720");
        assertThat(image("wan2.2-t2i-flash", base).coverSizes()).containsExactly("1080x1080", "1080x1440", "1280x720");
        assertThat(image("qwen-image-plus", base).coverSizes())
                .as("fixed sizes, and what is like them but smaller")
                .contains("1080x1080", "1280x720")
                .doesNotContain("1880x800");
        assertThat(models.add(new Draft(
                                "画",
                                "custom",
                                "gpt-image-1",
                                "image",
                                "sk-xxx",
                                "https://api.openai.com/v1",
                                null,
                                8,
                                null))
                        .coverSizes())
                .as("smaller, in the same shape")
                .containsExactly("1024x1024");
        assertThat(models.add(new Draft("文", "qwen", "qwen-plus", null, "sk-xxx", base, null, 8, null))
                        .coverSizes())
                .isEmpty();
    }

    private Model image(String name, String base) throws ApiException {
        return models.add(new Draft(name, "qwen", name, "image", "sk-xxx", base, null, 8, null));
    }

    @Test
    void theSampleOfTheContractIsAdded() throws ApiException {
        var config = Map.<String, Object>of("temperature", 0.7, "max_tokens", 2000);
        var base = "https://dashscope.aliyuncs.com/api/v1";

        var added = models.add(new Draft("通义千问Plus", "qwen", "qwen-plus", null, "sk-xxx", base, config, 8, null));

        assertThat(added.id()).isGreaterThan(4);
        assertThat(added.kind()).isEqualTo("text");
        assertThat(added.isActive()).isTrue();
        assertThat(added.hasKey()).isTrue();
        assertThat(added.keyHint()).isNull();
        assertThat(added.creditsCost()).isEqualTo(8);
        assertThat(added.config().get("max_tokens")).isEqualTo(2000);
    }

    @Test
    void aChangeKeepsWhatItDoesNotName() throws ApiException {
        var added = models.add(draft("原名", FakeProvider.KEY));

        var renamed = models.change(added.id(), new Draft("新名", null, null, null, null, null, null, null, false));

        assertThat(renamed.name()).isEqualTo("新名");
        assertThat(renamed.isActive()).isFalse();
        assertThat(renamed.modelName()).isEqualTo(added.modelName());
        assertThat(renamed.keyHint()).isEqualTo(FakeProvider.KEY.substring(FakeProvider.KEY.length() - 4));
        assertThat(keyless(renamed.id()).hasKey()).isFalse();
    }

    @Test
    void theListIsFiltered() throws ApiException {
        var added = models.add(new Draft("停用的", "deepseek", "deepseek-chat", null, null, null, null, 3, false));

        assertThat(list(admin, Map.of("provider", "deepseek", "is_active", "false")))
                .extracting(Model::id)
                .contains(added.id());
        assertThat(list(admin, Map.of("is_active", "true")))
                .extracting(Model::id)
                .contains(1L)
                .doesNotContain(added.id());
        assertThat(list(admin, Map.of("kind", "image"))).extracting(Model::kind).containsOnly("image");
        assertCode(400, () -> list(admin, Map.of("is_active", "perhaps")));
        assertCode(400, () -> list(admin, Map.of("kind", "poem")));
    }

    @Test
    void aRemovedModelIsGone() throws ApiException {
        var added = models.add(draft("短命", null));

        models.remove(added.id());

        assertCode(404, () -> models.remove(added.id()));
        assertCode(404, () -> models.change(added.id(), draft("还在吗", null)));
        assertCode(404, () -> models.test(added.id()));
    }

    @Test
    void onlyAnAdminChangesModels() throws ApiException {
        var theirs = new ModelApi(server.newUser().client());

        assertCode(403, () -> theirs.add(draft("不行", null)));
        assertCode(403, () -> theirs.change(1, draft("不行", null)));
        assertCode(403, () -> theirs.remove(1));
        assertCode(403, () -> theirs.test(1));
    }

    @Test
    void everyRefusedFieldIsNamed() {
        var config = Map.<String, Object>of("temperature", 9, "max_tokens", "many");
        var draft = new Draft(" ", "Qwen!", "", "poem", "钥匙", "ftp://example.com", config, -1, null);

        assertFields(
                () -> models.add(draft),
                "provider",
                "kind",
                "credits_cost",
                "name",
                "model_name",
                "config.temperature",
                "config.max_tokens",
                "api_base",
                "api_key");
    }

    @Test
    void thisMachineIsReachedOnlyWhereAnAdminAllowsItAndNeverFromAHostedServer() throws ApiException {
        for (var base :
                List.of("http://127.0.0.1:9/v1", "http://localhost:9/v1", "http://[::1]:9", "http://10.0.0.8/v1")) {
            assertFields(() -> models.add(local(base, false)), "api_base");
        }
        var ollama = new Draft("本地大模型", "ollama", "qwen3:8b", null, null, null, null, 0, null);
        assertFields(() -> models.add(ollama), "api_base");
        if (engine == Engine.POSTGRES) {
            assertFields(() -> models.add(local("http://127.0.0.1:9/v1", true)), "api_base");
        } else {
            assertThat(models.add(local("http://127.0.0.1:9/v1", true)).hasKey())
                    .isTrue();
        }
    }

    @Test
    void aStoredKeyGoesToNoOtherAddress() throws ApiException {
        var added = models.add(
                new Draft("自带", "custom", "m", null, FakeProvider.KEY, "https://api.example.com/v1", null, 8, false));

        assertFields(() -> models.change(added.id(), moved("https://evil.example.com/v1", null)), "api_key");
        assertFields(() -> models.change(added.id(), moved("http://api.example.com/v1", null)), "api_key");
        assertFields(() -> models.change(added.id(), moved("https://api.example.com:8443/v1", null)), "api_key");
        assertFields(
                () -> models.change(added.id(), new Draft(null, "other", null, null, null, null, null, null, null)),
                "api_key");
        assertThat(models.change(added.id(), moved("https://api.example.com/v2", null))
                        .hasKey())
                .isTrue();
        assertThat(models.change(added.id(), moved("https://evil.example.com/v1", "sk-another"))
                        .apiBase())
                .isEqualTo("https://evil.example.com/v1");
        assertThat(models.change(added.id(), moved("https://api.example.com/v1", ""))
                        .hasKey())
                .isFalse();
    }

    @Test
    void tryingAModelTellsWhatIsWrongWithIt() throws ApiException {
        assertThat(models.test(1).message()).contains("API Key");
        var unreachable = models.add(draft("连不上", FakeProvider.KEY));
        assertThat(models.test(unreachable.id()).ok()).isFalse();
        if (engine == Engine.H2) {
            var good = models.add(local(fake.base(), true));
            assertThat(models.test(good.id()).ok()).isTrue();
            fake.next(fake.refuses(402, "", ""));
            assertThat(models.test(good.id()).message()).contains("余额不足");
            var wrong = models.change(good.id(), new Draft(null, null, null, null, "sk-wrong", null, null, null, null));
            assertThat(models.test(wrong.id()).message()).contains("API Key");
        }
    }

    @Test
    void aCompatibleEndpointWritesForItsOwnerWithoutCredits() throws ApiException {
        if (engine == Engine.POSTGRES) {
            return; // a hosted server may not reach the fake on this machine
        }
        var model = models.add(local(fake.base(), true));
        var request = new WritingRequest("好文章", null, null, model.id(), null, null, null);

        var generated = new WritingApi(admin.client()).generate("news_article", request);

        assertThat(generated.content()).isEqualTo(FakeOpenAi.TEXT);
        assertThat(generated.provider()).isEqualTo("custom");
        assertThat(generated.creditsUsed()).isZero();
        assertThat(model.ownKey()).isTrue();
        assertThat(fake.received().getFirst().authorization()).isEqualTo("Bearer " + FakeProvider.KEY);
    }

    private Model keyless(long id) throws ApiException {
        return models.change(id, new Draft(null, null, null, null, "", null, null, null, null));
    }

    private static Draft moved(String base, @Nullable String key) {
        return new Draft(null, null, null, null, key, base, null, null, null);
    }

    private static Draft draft(String name, @Nullable String key) {
        return new Draft(name, "qwen", "qwen-plus", null, key, null, null, 8, false);
    }

    private static Draft local(String base, boolean allowed) {
        var config = Map.<String, Object>of("allow_local", allowed);
        return new Draft("本机", "custom", "local-model", null, FakeProvider.KEY, base, config, 8, null);
    }

    private static List<Model> list(TestUser user, Map<String, String> query) throws ApiException {
        return user.client().get("models", query, new TypeReference<>() {});
    }

    private static void assertCode(int code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static void assertFields(ThrowingCallable call, String... fields) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ApiException.class,
                        e -> assertThat(e.errors())
                                .extracting(FieldError::field)
                                .containsExactlyInAnyOrder(fields));
    }
}
