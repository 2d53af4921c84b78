package studio.mofang.desktop.testkit;

import static studio.mofang.desktop.testkit.Wire.json;
import static studio.mofang.desktop.testkit.Wire.ok;
import static studio.mofang.desktop.testkit.Wire.read;
import static studio.mofang.desktop.testkit.Wire.refused;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import studio.mofang.core.Creations.Choice;
import studio.mofang.core.Creations.Delta;
import studio.mofang.core.Creations.Field;
import studio.mofang.core.Creations.Generated;
import studio.mofang.core.Creations.Provenance;
import studio.mofang.core.Creations.Tool;
import studio.mofang.core.Creations.WritingRequest;
import studio.mofang.core.Envelope;
import studio.mofang.core.Fault;

/// Chapter 3: two tools, and a model that writes in pieces what a test tells it to.
final class FakeWriting {
    private final FakeCreations creations;
    private List<String> pieces = List.of("# 晨间写作\n\n", "**清晨**的第一个小时,", "属于自己。\n");
    private String provider = "offline";
    private Fault unwilling;
    private boolean stalled;

    FakeWriting(FakeCreations creations) {
        this.creations = creations;
    }

    /// What the next generations write, and who.
    void writes(String by, String... text) {
        provider = by;
        pieces = List.of(text);
    }

    /// The next generations send their pieces and then neither end nor fail.
    void stalls() {
        stalled = true;
    }

    /// Until `null`.
    void fails(Fault fault) {
        unwilling = fault;
    }

    MockResponse answer(RecordedRequest request, String[] parts) {
        if (parts.length == 2) {
            return ok(tools());
        }
        return unwilling == null ? generated(request) : refused(unwilling);
    }

    private MockResponse generated(RecordedRequest request) {
        var wanted = read(request, new TypeReference<WritingRequest>() {});
        var text = String.join("", pieces);
        var body = new StringBuilder();
        pieces.forEach(piece -> body.append("event: delta\ndata: ")
                .append(json(new Delta(piece)))
                .append("\n\n"));
        if (stalled) {
            // One piece at once, the rest dribbles: long enough for whoever wants to stop it.
            return stream(body.toString())
                    .throttleBody(64, 400, TimeUnit.MILLISECONDS)
                    .build();
        }
        var id = wanted.creationId();
        var before = wanted.continueFrom() == null ? "" : creations.content(id) + "\n\n";
        var provenance = new Provenance(provider, "composer", null, 0, List.of(), Instant.now());
        var made = creations.made(id, "writing", wanted.title(), before + text, provenance);
        var answer = new Generated(made.id(), made.uuid(), text, 0, provider, "composer");
        body.append("event: done\ndata: ")
                .append(json(Envelope.success("生成成功", answer)))
                .append("\n\n");
        return stream(body.toString()).build();
    }

    private static MockResponse.Builder stream(String body) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "text/event-stream")
                .body(body);
    }

    private static List<Tool> tools() {
        var length = new Field(
                "length",
                "篇幅",
                "choice",
                false,
                null,
                List.of(new Choice("short", "短文"), new Choice("long", "长文")),
                "short");
        return List.of(
                new Tool("wechat_article", "公众号文章", "生成适合微信公众号的文章", 10, List.of(length)),
                new Tool(
                        "translation",
                        "多语言翻译",
                        "按领域和语体翻译文章",
                        10,
                        List.of(new Field("source_text", "原文", "multiline", true, null, List.of(), null))));
    }
}
