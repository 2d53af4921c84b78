package studio.mofang.core;

import java.util.List;

/// One page of a list, newest first; `page` counts from 1 and `total` counts all rows, not those of this page.
public record Page<T>(long total, int page, int pageSize, List<T> items) {
    public Page {
        items = List.copyOf(items);
    }
}
