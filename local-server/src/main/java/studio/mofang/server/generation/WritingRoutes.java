package studio.mofang.server.generation;

import com.fasterxml.jackson.core.type.TypeReference;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.mofang.core.Creations;
import studio.mofang.core.Creations.WritingRequest;
import studio.mofang.core.Fault;
import studio.mofang.core.writing.WritingTool;
import studio.mofang.core.writing.WritingTools;
import studio.mofang.server.generation.WritingService.Begun;
import studio.mofang.server.model.ModelFailure;
import studio.mofang.server.web.Api;
import studio.mofang.server.web.Call;
import studio.mofang.server.web.Errors;
import studio.mofang.server.web.Limit;
import studio.mofang.server.web.Problem;
import studio.mofang.server.web.Reply;
import studio.mofang.server.web.RequestKey;

/// Chapter 3 of the contract. With `Accept: text/event-stream` the text comes in pieces: events `delta`,
/// then `done` with the documented answer, or `error`; closing the stream ends the generation.
public final class WritingRoutes {
    private static final Logger log = LoggerFactory.getLogger(WritingRoutes.class);
    private static final String EVENTS = "text/event-stream";
    private static final String JSON = "application/json; charset=utf-8";

    private final WritingService writing;
    private final GenerationService generations;

    public WritingRoutes(WritingService writing, GenerationService generations) {
        this.writing = writing;
        this.generations = generations;
    }

    public void register(Api api) {
        api.get("/writing/tools")
                .summary("获取写作工具列表")
                .answers(new TypeReference<List<Creations.Tool>>() {})
                .handle((_, _) -> Reply.of(
                        WritingTools.all().stream().map(WritingTool::wire).toList()));
        api.post("/writing/{tool_type}/generate", WritingRequest.class)
                .limit(Limit.GENERATE)
                .handlesIdempotency()
                .summary("生成内容")
                .answers(Creations.Generated.class)
                .handle(this::generate);
    }

    private Reply generate(Call call, WritingRequest request) {
        var tool = WritingTools.find(call.path("tool_type"))
                .orElseThrow(() -> new Problem(Fault.NOT_FOUND, "没有「" + call.path("tool_type") + "」这个写作工具"));
        var asked = new Writing(tool, WritingForm.brief(tool, request), request);
        var key = call.requestKey();
        var before = generations.answered(key);
        return before.isPresent() ? again(call, before.get()) : fresh(call, asked, key);
    }

    private Reply fresh(Call call, Writing asked, Optional<RequestKey> key) {
        boolean streamed = call.accepts(EVENTS);
        Begun begun;
        try {
            begun = writing.begin(call.userId(), asked, key, streamed);
        } catch (Problem e) {
            return again(call, new Repeats(generations).meanwhile(key, e));
        }
        return streamed ? stream(call.context(), begun) : whole(begun);
    }

    private Reply whole(Begun begun) {
        var answer = writing.write(begun, _ -> {});
        return new Reply.File(JSON, null, EventWriter.json(answer));
    }

    private Reply stream(Context context, Begun begun) {
        try {
            events(context, begun, EventWriter.open(context.res()));
        } catch (IOException e) {
            writing.abandon(begun, new ModelFailure(ModelFailure.Kind.CANCELLED, "the client went away", e));
        }
        return new Reply.Streamed();
    }

    private void events(Context context, Begun begun, EventWriter events) throws IOException {
        try {
            var written = new LiveText().relay(writing, begun, events);
            events.done(EventWriter.json(writing.finish(begun, written)));
        } catch (Problem e) {
            events.error(Errors.envelope(context, e));
        } catch (RuntimeException e) {
            var answer = Errors.envelope(context, new Problem(Fault.INTERNAL));
            log.error("Generation {} failed under request {}", begun.run().id(), answer.requestId(), e);
            events.error(answer);
        }
    }

    /// The answer that the same request got before.
    private static Reply again(Call call, byte[] answer) {
        if (!call.accepts(EVENTS)) {
            return new Reply.File(JSON, null, answer);
        }
        try {
            EventWriter.open(call.context().res()).done(answer);
        } catch (IOException e) {
            log.debug("The client went away before its repeated answer", e);
        }
        return new Reply.Streamed();
    }
}
