package studio.mofang.server.creation.search;

import java.util.List;

/// The ids of the wanted part of the hits in their order, and how many there are in all.
public record Hits(long total, List<Long> ids) {
    public Hits {
        ids = List.copyOf(ids);
    }
}
