package studio.mofang.server.web;

import java.util.List;
import java.util.function.Function;
import studio.mofang.core.Page;

/// Which page of a list is asked for: `page` from 1, `page_size` from 1 to 100.
public record Paging(int page, int pageSize) {
    public static final int DEFAULT_SIZE = 20;
    public static final int MAX_SIZE = 100;
    static final int MAX_PAGE = 10_000_000;

    public long offset() {
        return (long) (page - 1) * pageSize;
    }

    public <T> Page<T> page(long total, List<T> items) {
        return new Page<>(total, page, pageSize, items);
    }

    public <R, T> Page<T> page(long total, List<R> rows, Function<R, T> wire) {
        return page(total, rows.stream().map(wire).toList());
    }
}
