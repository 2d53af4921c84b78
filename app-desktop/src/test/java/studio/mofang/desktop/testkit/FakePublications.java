package studio.mofang.desktop.testkit;

import static studio.mofang.desktop.testkit.Wire.ok;
import static studio.mofang.desktop.testkit.Wire.refused;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import studio.mofang.core.BeijingTime;
import studio.mofang.core.Fault;
import studio.mofang.core.Page;
import studio.mofang.core.Publications;
import studio.mofang.core.Publications.Authorization;
import studio.mofang.core.Publications.AuthorizationState;
import studio.mofang.core.Publications.Publication;
import studio.mofang.core.Publications.Relay;
import studio.mofang.core.Publications.Target;

/// Publications and accounts of chapter 8: those that a test has put there, and whatever it says of a permission.
public final class FakePublications {
    public static final String PAGE = "https://open.kuaishou.com/oauth2/authorize?state=s";

    private final List<Publication> all = new ArrayList<>();
    private final Deque<AuthorizationState> states = new ArrayDeque<>();
    private boolean bound;

    public synchronized void add(long id, String title, Instant when, String state) {
        var target = new Target("wechat", "微信公众号", state, null, null, null, 0, null, when);
        all.add(new Publication(id, new UUID(0, id), state, 1, 1, title, when, when, List.of(target)));
    }

    /// The next answers to what has become of a permission; the last one stays.
    public synchronized void becomes(String... next) {
        states.clear();
        for (var state : next) {
            var reason = state.equals(AuthorizationState.FAILED) ? "没有同意授权" : null;
            states.add(new AuthorizationState("kuaishou", state, reason));
        }
    }

    synchronized MockResponse answer(RecordedRequest request, String[] parts) {
        return switch (parts[1]) {
            case "platforms" -> parts.length == 2 ? ok(List.of(account())) : permission(parts);
            case "history" -> history(request);
            case "schedule" -> schedule(request);
            default -> one(parts);
        };
    }

    private MockResponse permission(String[] parts) {
        if (parts[2].equals("authorize")) {
            return ok(new Authorization("kuaishou", PAGE, "http://127.0.0.1:1/oauth/kuaishou", Instant.now()));
        }
        var state = states.size() > 1 ? states.poll() : states.peek();
        if (state == null) {
            return refused(Fault.NOT_FOUND);
        }
        bound = state.state().equals(AuthorizationState.BOUND);
        return ok(state);
    }

    private Publications.Platform account() {
        var name = bound ? "快手小馆" : null;
        return new Publications.Platform(
                "kuaishou", "快手", "api", true, bound, name, null, null, null, false, "", "", List.of(), null);
    }

    private MockResponse history(RecordedRequest request) {
        var url = request.getUrl();
        var state = url.queryParameter("state");
        int page = Integer.parseInt(Objects.requireNonNull(url.queryParameter("page")));
        int size = Integer.parseInt(Objects.requireNonNull(url.queryParameter("page_size")));
        var found = all.stream()
                .filter(one -> state == null || one.status().equals(state))
                .sorted(Comparator.comparing(Publication::createdAt).reversed())
                .toList();
        var items = found.stream().skip((page - 1L) * size).limit(size).toList();
        return ok(new Page<>(found.size(), page, size, items));
    }

    private MockResponse schedule(RecordedRequest request) {
        var from = BeijingTime.read(Objects.requireNonNull(request.getUrl().queryParameter("from")));
        var until = BeijingTime.read(Objects.requireNonNull(request.getUrl().queryParameter("until")));
        return ok(all.stream()
                .filter(one -> !Objects.requireNonNull(one.scheduleTime()).isBefore(from)
                        && Objects.requireNonNull(one.scheduleTime()).isBefore(until))
                .sorted(Comparator.comparing(one -> Objects.requireNonNull(one.scheduleTime())))
                .toList());
    }

    private MockResponse one(String[] parts) {
        return switch (parts.length > 2 ? parts[2] : "") {
            case "relay" -> ok(new Relay("http://192.168.1.2:1/t/", Instant.now(), "o-1"));
            case "cancel" -> ok(changed(Long.parseLong(parts[1]), "cancelled"));
            case "reschedule" -> ok(changed(Long.parseLong(parts[1]), "scheduled"));
            default -> refused(Fault.NOT_FOUND);
        };
    }

    private Publication changed(long id, String state) {
        var before =
                all.stream().filter(one -> one.publishId() == id).findFirst().orElseThrow();
        all.remove(before);
        add(id, before.title(), Objects.requireNonNull(before.scheduleTime()), state);
        return all.getLast();
    }
}
