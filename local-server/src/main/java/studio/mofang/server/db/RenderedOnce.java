package studio.mofang.server.db;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;

/// A query of one row whose SQL is written once and then kept, for the few paths that run thousands of times a second:
/// jOOQ writes a statement anew each time it runs, which costs more than finding the row (ADR 18). It stays typed:
/// jOOQ builds the statement and reads the answer. Its conditions compare numbers only, in the order they are given.
public final class RenderedOnce {
    private final Function<DSLContext, Select<?>> query;
    private volatile @Nullable Rendered rendered;

    private record Rendered(String sql, List<Field<?>> fields) {
        Field<?>[] array() {
            return fields.toArray(Field<?>[]::new);
        }
    }

    /// `query` is asked once, with whatever numbers; each of them becomes a parameter.
    public RenderedOnce(Function<DSLContext, Select<?>> query) {
        this.query = query;
    }

    public <T> Optional<T> fetchOptional(DSLContext sql, Function<Record, T> row, long... numbers) {
        var known = rendered(sql);
        return sql.connectionResult(connection -> {
            try (var statement = connection.prepareStatement(known.sql())) {
                bind(statement, numbers);
                try (var rows = statement.executeQuery()) {
                    return sql.fetchOptional(rows, known.array()).map(row);
                }
            }
        });
    }

    private Rendered rendered(DSLContext sql) {
        var known = rendered;
        if (known == null) {
            var select = query.apply(sql);
            known = new Rendered(sql.render(select), List.of(select.fields()));
            rendered = known;
        }
        return known;
    }

    private static void bind(PreparedStatement statement, long... numbers) throws SQLException {
        for (int i = 0; i < numbers.length; i++) {
            statement.setLong(i + 1, numbers[i]);
        }
    }
}
