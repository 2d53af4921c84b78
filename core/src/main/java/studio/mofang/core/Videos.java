package studio.mofang.core;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The words of chapter 5: a video from a script, made by a task that outlives its request.
public interface Videos {
    /// `duration` is in seconds, `ratio` such as 9:16 (where absent) or 16:9. `offline` asks for a captioned
    /// slideshow made without any model, and then no model may be named. `creationId` is the creation that
    /// the script was taken from.
    record Request(
            @Nullable String script,
            @Nullable Integer duration,
            @Nullable Long modelId,
            @Nullable String ratio,
            @Nullable Boolean offline,
            @Nullable Long creationId) {
        public Request(@Nullable String script, @Nullable Integer duration, @Nullable Long modelId) {
            this(script, duration, modelId, null, null, null);
        }
    }

    /// How far a video is. `status` is processing, completed, failed or cancelled; `progress` goes from 0 to
    /// 100; `stage` is queued, submitting, waiting, rendering, saving or the status it ended in. `videoUrl`
    /// is good for a day, `mediaId` for good; both are absent once the file is deleted. `message` is a
    /// sentence for the person. `aiText` tells that the words it shows are a model's, also where none filmed
    /// them.
    record Task(
            String taskId,
            String status,
            @Nullable String videoUrl,
            long creditsUsed,
            int progress,
            String stage,
            String message,
            String title,
            String ratio,
            int duration,
            @Nullable Long creationId,
            @Nullable UUID mediaId,
            @Nullable UUID posterId,
            String provider,
            String modelName,
            boolean aiText,
            Instant createdAt,
            Instant updatedAt) {
        public boolean running() {
            return status.equals("processing");
        }
    }

    /// What the stream of tasks tells: `type` is task.
    record Event(String type, Task task) {}
}
