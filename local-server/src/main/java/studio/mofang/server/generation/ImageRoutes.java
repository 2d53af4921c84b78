package studio.mofang.server.generation;

import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.mofang.core.Images;
import studio.mofang.server.generation.ImageService.Begun;
import studio.mofang.server.media.StoredMedia;
import studio.mofang.server.model.ModelFailure;
import studio.mofang.server.web.Api;
import studio.mofang.server.web.Call;
import studio.mofang.server.web.Errors;
import studio.mofang.server.web.Limit;
import studio.mofang.server.web.Problem;
import studio.mofang.server.web.Reply;
import studio.mofang.server.web.RequestKey;

/// Chapter 4 of the contract. With `Accept: text/event-stream` the line is kept open while the picture is
/// drawn, and closing it ends the generation; the answer comes as the event `done`, a refusal as `error`.
final class ImageRoutes {
    private static final Logger log = LoggerFactory.getLogger(ImageRoutes.class);
    private static final String EVENTS = "text/event-stream";
    private static final String JSON = "application/json; charset=utf-8";

    private final ImageService images;
    private final GenerationService generations;

    ImageRoutes(ImageService images, GenerationService generations) {
        this.images = images;
        this.generations = generations;
    }

    void register(Api api) {
        api.post("/image/generate", Images.Request.class)
                .limit(Limit.GENERATE)
                .handlesIdempotency()
                .streams()
                .summary("文本生成图片")
                .answers(Images.Generated.class)
                .handle(this::generate);
    }

    private Reply generate(Call call, Images.Request request) {
        var form = ImageForm.of(request);
        var key = call.requestKey();
        var before = generations.answered(key);
        return before.isPresent() ? again(call, before.get()) : fresh(call, form, key);
    }

    private Reply fresh(Call call, ImageForm form, Optional<RequestKey> key) {
        Begun begun;
        try {
            begun = images.begin(call.userId(), form, key);
        } catch (Problem e) {
            return again(call, new Repeats(generations).meanwhile(key, e));
        }
        if (call.accepts(EVENTS)) {
            stream(call, begun);
            return new Reply.Streamed();
        }
        return new Reply.File(JSON, null, EventWriter.json(images.draw(begun)));
    }

    private void stream(Call call, Begun begun) {
        try {
            events(call, begun, EventWriter.open(call.context().res()));
        } catch (IOException e) {
            images.abandon(begun, new ModelFailure(ModelFailure.Kind.CANCELLED, "the client went away", e));
        }
    }

    private void events(Call call, Begun begun, EventWriter events) throws IOException {
        try {
            StoredMedia file = new LiveWork<StoredMedia>().relay(() -> images.file(begun), events);
            events.done(EventWriter.json(images.finish(begun, file)));
        } catch (Problem e) {
            events.error(Errors.envelope(call.context(), e));
        } catch (RuntimeException e) {
            var answer = Errors.envelope(call.context(), new Problem(studio.mofang.core.Fault.INTERNAL));
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
