package studio.mofang.server.video;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import studio.mofang.core.Json;
import studio.mofang.core.Videos;
import studio.mofang.server.db.Database;
import studio.mofang.server.web.Paging;
import studio.mofang.server.web.Socket;

/// Tells listeners what changes about their tasks, whichever node works on them: the table is asked twice a
/// second while anybody listens.
final class TaskStreams implements Socket.Handler {
    private static final Duration OVERLAP = Duration.ofSeconds(3);
    private static final int MOST = 500;
    private static final int SHOWN_AT_FIRST = 20;

    private final Database database;
    private final VideoService videos;
    private final InstantSource clock;
    private final VideoTaskRepository tasks = new VideoTaskRepository();
    private final Map<Socket, Map<String, Long>> listeners = new ConcurrentHashMap<>();
    private volatile Instant asked = Instant.EPOCH;

    TaskStreams(Database database, VideoService videos, InstantSource clock) {
        this.database = database;
        this.videos = videos;
        this.clock = clock;
    }

    /// How things stand, first.
    @Override
    public void opened(Socket socket) {
        var told = new ConcurrentHashMap<String, Long>();
        listeners.put(socket, told);
        var newest = database.read(sql -> tasks.newest(sql, socket.userId(), new Paging(1, SHOWN_AT_FIRST)));
        newest.reversed().forEach(task -> tell(socket, told, task));
    }

    @Override
    public void closed(Socket socket) {
        listeners.remove(socket);
    }

    void sweep() {
        if (listeners.isEmpty()) {
            asked = Instant.EPOCH;
            return;
        }
        var since = asked.equals(Instant.EPOCH) ? clock.instant() : asked;
        asked = clock.instant();
        Set<Long> users = listeners.keySet().stream().map(Socket::userId).collect(Collectors.toSet());
        var changed = database.read(sql -> tasks.changedSince(sql, users, since.minus(OVERLAP), MOST));
        for (var task : changed) {
            listeners.forEach((socket, told) -> {
                if (socket.userId() == task.userId()) {
                    tell(socket, told, task);
                }
            });
        }
    }

    private void tell(Socket socket, Map<String, Long> told, VideoTask task) {
        long version = task.course().version();
        var before = told.put(task.id(), version);
        if (before == null || before < version) {
            socket.send(json(new Videos.Event("task", videos.wire(task))));
        }
    }

    private static String json(Videos.Event event) {
        try {
            return Json.shared().writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write an event", e);
        }
    }
}
