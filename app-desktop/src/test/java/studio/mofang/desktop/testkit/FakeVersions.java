package studio.mofang.desktop.testkit;

import static studio.mofang.desktop.testkit.Wire.ok;
import static studio.mofang.desktop.testkit.Wire.read;
import static studio.mofang.desktop.testkit.Wire.refused;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.Creations.Version;
import studio.mofang.core.Creations.VersionName;
import studio.mofang.core.Fault;
import studio.mofang.core.Page;

/// The states that creations had: every change keeps the one before, the newest first. Autosaves never take each
/// other's place here.
final class FakeVersions {
    private final Map<Long, List<Version>> all = new TreeMap<>();

    /// A creation as it is now; the same words under the same number are no new state.
    void add(Creation now, String cause) {
        var states = all.computeIfAbsent(now.id(), _ -> new ArrayList<>());
        if (states.isEmpty() || states.getFirst().version() < now.version()) {
            states.addFirst(version(now, states.isEmpty() ? "created" : cause));
        }
    }

    /// `restoring` puts a state in the place of the present one.
    MockResponse answer(RecordedRequest request, Creation now, String[] parts, Function<Version, Creation> restoring) {
        var states = all.get(now.id());
        if (parts.length == 3) {
            return ok(page(request, states));
        }
        var wanted = Long.parseLong(parts[3]);
        var found = states.stream().filter(state -> state.version() == wanted).findFirst();
        if (found.isEmpty()) {
            return refused(Fault.NOT_FOUND);
        }
        var state = found.get();
        if (parts.length == 5) {
            return ok(state == states.getFirst() ? now : restoring.apply(state));
        }
        if (request.getMethod().equals("PUT")) {
            VersionName name = read(request, new TypeReference<>() {});
            var named = named(state, name.name());
            states.replaceAll(each -> each == state ? named : each);
            return ok(named);
        }
        return ok(state);
    }

    private static Page<Version> page(RecordedRequest request, List<Version> states) {
        var page = Integer.parseInt(Objects.requireNonNull(request.getUrl().queryParameter("page")));
        var size = Integer.parseInt(Objects.requireNonNull(request.getUrl().queryParameter("page_size")));
        var items = states.stream()
                .skip((page - 1L) * size)
                .limit(size)
                .map(FakeVersions::withoutText)
                .toList();
        return new Page<>(states.size(), page, size, items);
    }

    private static Version version(Creation now, String cause) {
        return new Version(now.version(), now.title(), now.content(), cause, null, now.wordCount(), Instant.now());
    }

    private static Version named(Version state, String name) {
        return new Version(
                state.version(),
                state.title(),
                state.content(),
                state.cause(),
                name,
                state.wordCount(),
                state.createdAt());
    }

    private static Version withoutText(Version state) {
        return new Version(
                state.version(),
                state.title(),
                null,
                state.cause(),
                state.name(),
                state.wordCount(),
                state.createdAt());
    }
}
