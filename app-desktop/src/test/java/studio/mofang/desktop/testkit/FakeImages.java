package studio.mofang.desktop.testkit;

import static studio.mofang.desktop.testkit.Wire.done;
import static studio.mofang.desktop.testkit.Wire.read;
import static studio.mofang.desktop.testkit.Wire.refused;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import studio.mofang.core.Creations.Provenance;
import studio.mofang.core.Fault;
import studio.mofang.core.Images.Generated;
import studio.mofang.core.Images.Request;
import studio.mofang.core.Media;

/// Chapter 4: every prompt becomes a small picture, by whoever is asked.
final class FakeImages {
    private final FakeCreations creations;
    private final FakeMedia media;
    private final List<Request> asked = new ArrayList<>();
    private Fault unwilling;
    private boolean stalled;
    private boolean stopping;

    FakeImages(FakeCreations creations, FakeMedia media) {
        this.creations = creations;
        this.media = media;
    }

    /// Until `null`.
    void fails(Fault fault) {
        unwilling = fault;
    }

    /// The next pictures take longer than anybody waits.
    void stalls() {
        stalled = true;
    }

    /// The server stops, and leaves the next pictures to their provider.
    void stops() {
        stopping = true;
    }

    List<Request> asked() {
        return List.copyOf(asked);
    }

    MockResponse answer(RecordedRequest request) {
        var wanted = read(request, new TypeReference<Request>() {});
        asked.add(wanted);
        var offline = Boolean.TRUE.equals(wanted.offline());
        if (unwilling != null && !offline) {
            return refused(unwilling);
        }
        if (stopping) {
            return refused(Fault.AI_CALL_FAILED, "图片仍在服务商处生成，重新打开后会出现在作品库，届时才扣积分", "goes_on");
        }
        var file = media.keep(Pictures.png(wanted.prompt().hashCode(), wanted.size()));
        var provider = offline ? "offline" : "qwen";
        var credits = offline ? 0 : 20;
        var title = wanted.prompt().lines().findFirst().orElseThrow();
        var provenance = new Provenance(provider, "wan2.6-t2i", wanted.prompt(), credits, List.of(), Instant.now());
        var made = creations.made(null, "image", title, "![" + title + "](" + Media.reference(file) + ")", provenance);
        var answer = done(
                new Generated("/media/" + file, credits, made.id(), made.uuid(), file, 64, 64, provider, "wan2.6-t2i"));
        return stalled
                ? answer.newBuilder().throttleBody(4, 1, TimeUnit.SECONDS).build()
                : answer;
    }
}
