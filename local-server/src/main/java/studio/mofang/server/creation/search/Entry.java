package studio.mofang.server.creation.search;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A creation as the index knows it, after the change numbered `seq`. One that is `gone` only takes its old entry away.
public record Entry(
        long id,
        long seq,
        boolean gone,
        boolean trash,
        Labels labels,
        Instant createdAt,
        Instant updatedAt,
        String title,
        String content) {

    /// What lists are narrowed by.
    public record Labels(String type, @Nullable String toolType, List<String> tags) {
        public Labels {
            tags = List.copyOf(tags);
        }
    }
}
