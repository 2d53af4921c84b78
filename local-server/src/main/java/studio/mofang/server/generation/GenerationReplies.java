package studio.mofang.server.generation;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.mofang.core.Fault;
import studio.mofang.server.model.ModelFailure;
import studio.mofang.server.web.Call;
import studio.mofang.server.web.Errors;
import studio.mofang.server.web.Problem;
import studio.mofang.server.web.Reply;
import studio.mofang.server.web.RequestKey;

/// Tells a client of a generation: whole, or with `Accept: text/event-stream` in pieces, as events `delta`,
/// then `done` with the documented answer, or `error`; closing the stream ends the generation. The same
/// request gets the same answer.
public final class GenerationReplies {
    private static final Logger log = LoggerFactory.getLogger(GenerationReplies.class);
    private static final String EVENTS = "text/event-stream";
    private static final String JSON = "application/json; charset=utf-8";

    private final GenerationService generations;

    public GenerationReplies(GenerationService generations) {
        this.generations = generations;
    }

    /// How a generation begins; it is told whether it will be streamed. Throws the Problem of whatever
    /// speaks against it; nothing is held then.
    public interface Beginning extends Function<Boolean, Begun<?>> {}

    public Reply reply(Call call, Beginning beginning) {
        var key = call.requestKey();
        var before = generations.answered(key);
        return before.isPresent() ? again(call, before.get()) : fresh(call, beginning, key);
    }

    private Reply fresh(Call call, Beginning beginning, Optional<RequestKey> key) {
        boolean streamed = call.accepts(EVENTS);
        Begun<?> begun;
        try {
            begun = beginning.apply(streamed);
        } catch (Problem e) {
            return again(call, new Repeats(generations).meanwhile(key, e));
        }
        return streamed ? stream(call.context(), begun) : whole(begun);
    }

    private <T> Reply whole(Begun<T> begun) {
        var answer = begun.finish(begun.make(_ -> {}));
        return new Reply.File(JSON, null, EventWriter.json(answer));
    }

    private Reply stream(Context context, Begun<?> begun) {
        try {
            events(context, begun, EventWriter.open(context.res()));
        } catch (IOException e) {
            begun.abandon(new ModelFailure(ModelFailure.Kind.CANCELLED, "the client went away", e));
        }
        return new Reply.Streamed();
    }

    private <T> void events(Context context, Begun<T> begun, EventWriter events) throws IOException {
        try {
            var made = new LiveText<T>().relay(begun, events);
            events.done(EventWriter.json(begun.finish(made)));
        } catch (Problem e) {
            events.error(Errors.envelope(context, e));
        } catch (RuntimeException e) {
            var answer = Errors.envelope(context, new Problem(Fault.INTERNAL));
            log.error("Generation {} failed under request {}", begun.id(), answer.requestId(), e);
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
