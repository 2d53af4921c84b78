package studio.mofang.server.video;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.content.AiLabel;
import studio.mofang.server.model.ImageSize;
import studio.mofang.server.model.VideoModel;

/// A row of `video_task`.
record VideoTask(
        long userId, String id, Wish wish, Maker maker, Pay pay, Course course, Result result, Instant createdAt) {
    /// Where a task stands. Only the first three are left once, and never come back.
    enum State {
        QUEUED,
        SUBMITTING,
        SUBMITTED,
        DONE,
        FAILED,
        CANCELLED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /// What is asked for.
    record Wish(String script, String title, int seconds, ImageSize size, boolean marked, Source source) {
        VideoModel.Order order() {
            return new VideoModel.Order(script, seconds, size, marked);
        }

        String ratio() {
            return size.width() == size.height() ? "1:1" : size.width() > size.height() ? "16:9" : "9:16";
        }
    }

    /// What its script was made from, as far as that is known, and the label that those words have already.
    record Source(@Nullable Long creationId, Optional<AiLabel> label) {
        static final Source UNKNOWN = new Source(null, Optional.empty());
    }

    /// Who makes it. Without `modelId` no model of the list does.
    record Maker(@Nullable Long modelId, String provider, String modelName) {}

    /// What it costs this user; the hold is absent where that is nothing.
    record Pay(int price, Optional<UUID> hold) {}

    /// How far it is. `claim` is of whoever works on it.
    record Course(
            State state,
            @Nullable String ticket,
            String stage,
            int progress,
            Stumbles stumbles,
            @Nullable UUID claim,
            Instant deadline,
            long version,
            Instant updatedAt) {}

    /// What has gone wrong: questions since the last one that was answered, and fetches that brought nothing.
    record Stumbles(int looks, int fetches) {
        static final Stumbles NONE = new Stumbles(0, 0);

        Stumbles look() {
            return new Stumbles(looks + 1, fetches);
        }

        Stumbles fetch() {
            return new Stumbles(looks, fetches + 1);
        }

        Stumbles answered() {
            return new Stumbles(0, fetches);
        }
    }

    /// What came of it.
    record Result(
            @Nullable String failure,
            @Nullable Long creationId,
            @Nullable UUID mediaId,
            @Nullable UUID posterId) {}

    boolean active() {
        return switch (course.state()) {
            case QUEUED, SUBMITTING, SUBMITTED -> true;
            case DONE, FAILED, CANCELLED -> false;
        };
    }

    /// The label that its video owes: whoever sets a model's words in pictures did not write them.
    AiLabel label() {
        var ours = AiLabel.generated(maker.provider() + "/" + maker.modelName(), id);
        return maker.modelId() == null ? wish.source().label().orElse(ours) : ours;
    }

    /// The line of the ledger.
    String description() {
        return "生成视频《" + wish.title() + "》";
    }
}
