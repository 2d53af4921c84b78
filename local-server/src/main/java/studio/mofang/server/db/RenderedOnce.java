package studio.mofang.server.db;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/// A statement whose SQL is written once and then kept, for the few paths that run thousands of times a second: jOOQ
/// writes a statement anew each time it runs, which costs more than finding the row (ADR 18). It stays typed: jOOQ
/// builds the statement and reads the answer. Its parameters are numbers, texts, UUIDs and instants, in the order in
/// which the SQL has them; whatever is always the same must be written inline.
public final class RenderedOnce {
    private final Function<DSLContext, ? extends Query> statement;
    private volatile @Nullable Rendered rendered;

    /// The same statement reads differently on the two engines.
    private record Rendered(SQLDialect dialect, String sql, List<Field<?>> fields) {
        static Rendered of(DSLContext sql, Query query) {
            var fields = query instanceof ResultQuery<?> rows ? List.of(rows.fields()) : List.<Field<?>>of();
            return new Rendered(sql.dialect(), sql.render(query), fields);
        }

        Field<?>[] array() {
            return fields.toArray(Field<?>[]::new);
        }
    }

    /// `statement` is asked once, with whatever values; each of them becomes a parameter.
    public RenderedOnce(Function<DSLContext, ? extends Query> statement) {
        this.statement = statement;
    }

    /// Of a query, or of a change that returns the row it made.
    public <T> Optional<T> fetchOptional(DSLContext sql, Function<Record, T> row, Object... values) {
        var known = rendered(sql);
        return sql.connectionResult(connection -> {
            try (var prepared = connection.prepareStatement(known.sql())) {
                bind(prepared, values);
                try (var rows = prepared.executeQuery()) {
                    return sql.fetchOptional(rows, known.array()).map(row);
                }
            }
        });
    }

    /// The number of rows that changed.
    public int execute(DSLContext sql, Object... values) {
        var known = rendered(sql);
        return sql.connectionResult(connection -> {
            try (var prepared = connection.prepareStatement(known.sql())) {
                bind(prepared, values);
                return prepared.executeUpdate();
            }
        });
    }

    private Rendered rendered(DSLContext sql) {
        var known = rendered;
        if (known == null || known.dialect() != sql.dialect()) {
            known = Rendered.of(sql, statement.apply(sql));
            rendered = known;
        }
        return known;
    }

    private static void bind(PreparedStatement prepared, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            prepared.setObject(i + 1, values[i] instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : values[i]);
        }
    }
}
