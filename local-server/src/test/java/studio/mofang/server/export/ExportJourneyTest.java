package studio.mofang.server.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.Request;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.mofang.client.ApiException;
import studio.mofang.client.CreationApi;
import studio.mofang.core.Creations.Draft;
import studio.mofang.server.testkit.Engine;
import studio.mofang.server.testkit.TestServer;
import studio.mofang.server.testkit.TestUser;

@ParameterizedClass
@EnumSource(Engine.class)
class ExportJourneyTest {
    private final TestServer server;

    ExportJourneyTest(Engine engine) {
        server = TestServer.shared(engine);
    }

    @Test
    void everyFormatCarriesTheText() throws Exception {
        var user = server.newUser();
        var api = new CreationApi(user.client());
        long id = made(api);

        assertThat(new String(api.export(id, "md"), StandardCharsets.UTF_8)).contains("# 年终/总结", "一年**过去**了");
        assertThat(new String(api.export(id, "html"), StandardCharsets.UTF_8)).contains("<strong>过去</strong>");
        var word = new XWPFDocument(new ByteArrayInputStream(api.export(id, "docx")));
        assertThat(word.getParagraphs()).extracting("text").contains("年终/总结", "一年过去了");
    }

    @Test
    void theFileIsNamedAfterTheTitle() throws Exception {
        var user = server.newUser();
        long id = made(new CreationApi(user.client()));

        assertThat(disposition(user, id))
                .isEqualTo("attachment; filename*=UTF-8''%E5%B9%B4%E7%BB%88%20%E6%80%BB%E7%BB%93.md");
    }

    @Test
    void anUnknownFormatIsRefusedAndAnothersTextIsNotThere() throws Exception {
        var api = new CreationApi(server.newUser().client());
        var theirs = made(new CreationApi(server.newUser().client()));
        long mine = made(api);

        assertCode(400, api, mine, "pdf");
        assertCode(400, api, mine, "");
        assertCode(404, api, theirs, "md");
    }

    private static long made(CreationApi api) throws ApiException {
        return api.create(new Draft(null, null, null, "年终/总结", "一年**过去**了", null, null))
                .id();
    }

    private String disposition(TestUser user, long id) throws IOException {
        var request = new Request.Builder()
                .url(server.url() + "/api/v1/creations/" + id + "/export?format=md")
                .header("Authorization", "Bearer " + user.tokens().accessToken())
                .build();
        try (var answer = server.http().newCall(request).execute()) {
            return answer.header("Content-Disposition", "");
        }
    }

    private static void assertCode(int code, CreationApi api, long id, String format) {
        assertThatThrownBy(() -> api.export(id, format))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
