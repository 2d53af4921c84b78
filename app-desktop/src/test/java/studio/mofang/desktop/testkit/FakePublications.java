package studio.mofang.desktop.testkit;

import static studio.mofang.desktop.testkit.Wire.ok;
import static studio.mofang.desktop.testkit.Wire.read;
import static studio.mofang.desktop.testkit.Wire.refused;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Fault;
import studio.mofang.core.Page;
import studio.mofang.core.Publications.Answer;
import studio.mofang.core.Publications.Publication;
import studio.mofang.core.Publications.Request;
import studio.mofang.core.Publications.Target;

/// What is published, as far as the screens look at it: every answer of the person changes a state.
public final class FakePublications {
    private static final Map<String, String> AFTER =
            Map.of("retry", "publishing", "cancel", "cancelled", "confirm", "published", "reschedule", "scheduled");

    private final List<Publication> all = new ArrayList<>();

    /// What had its time while nobody was there.
    public Publication missed(String title) {
        return add(title, List.of("wechat"), "missed", Instant.now().minusSeconds(3600));
    }

    MockResponse answer(RecordedRequest request, String[] parts) {
        if (parts.length == 1) {
            return published(read(request, new TypeReference<>() {}));
        }
        return switch (parts[1]) {
            case "history" -> ok(listed(request.getUrl().queryParameter("state")));
            case "schedule" ->
                ok(all.stream().filter(one -> one.scheduleTime() != null).toList());
            case "platforms" -> ok(List.of());
            default ->
                AFTER.containsKey(parts[2])
                        ? answered(Long.parseLong(parts[1]), parts[2], read(request, new TypeReference<>() {}))
                        : refused(Fault.NOT_FOUND);
        };
    }

    private MockResponse published(Request request) {
        var when = request.scheduleTime();
        return ok(add("题", request.platforms(), when == null ? "pending" : "scheduled", when));
    }

    private Page<Publication> listed(@Nullable String state) {
        var found = all.reversed().stream()
                .filter(one -> state == null || one.status().equals(state))
                .toList();
        return new Page<>(found.size(), 1, 50, found);
    }

    private MockResponse answered(long id, String deed, Answer answer) {
        var known = all.stream().filter(one -> one.publishId() == id).findFirst();
        if (known.isEmpty()) {
            return refused(Fault.NOT_FOUND);
        }
        var codes = known.get().platforms().stream().map(Target::platform).toList();
        var changed = made(id, known.get().title(), codes, AFTER.get(deed), answer.scheduleTime());
        all.replaceAll(one -> one.publishId() == id ? changed : one);
        return ok(changed);
    }

    private Publication add(String title, List<String> codes, String state, @Nullable Instant when) {
        var made = made(all.size() + 1, title, codes, state, when);
        all.add(made);
        return made;
    }

    private static Publication made(long id, String title, List<String> codes, String state, @Nullable Instant when) {
        var now = Instant.now();
        var targets = codes.stream()
                .map(code -> new Target(code, code, state, null, null, null, 0, null, now))
                .toList();
        return new Publication(id, new UUID(0, id), state, 1, 1, title, when, now, targets);
    }
}
