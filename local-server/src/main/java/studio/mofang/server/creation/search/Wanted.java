package studio.mofang.server.creation.search;

import org.jspecify.annotations.Nullable;

/// What is searched for: words, all of which must occur; where; and which part of the hits, newest first.
public record Wanted(String words, Scope scope, boolean byUpdate, long offset, int limit) {
    /// What is absent does not narrow the search.
    public record Scope(
            boolean trash,
            @Nullable String type,
            @Nullable String toolType,
            @Nullable String tag) {}
}
