package studio.mofang.server.creation;

import static studio.mofang.server.db.gen.Tables.CREATION;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;

/// Reads rows of `creation`, with whole texts or with their beginnings only.
final class StoredRows {
    private static final List<Field<?>> BESIDE_TEXT = List.of(
            CREATION.ID,
            CREATION.UUID,
            CREATION.TYPE,
            CREATION.TOOL_TYPE,
            CREATION.STATE,
            CREATION.TITLE,
            CREATION.WORD_COUNT,
            CREATION.PROVENANCE,
            CREATION.VERSION,
            CREATION.CAUSE,
            CREATION.VERSION_NAME,
            CREATION.HAND,
            CREATION.VERSION_SINCE,
            CREATION.CHANGE_SEQ,
            CREATION.CREATED_AT,
            CREATION.UPDATED_AT,
            CREATION.DELETED_AT);
    static final List<Field<?>> WHOLE = with(CREATION.CONTENT);
    static final List<Field<?>> BRIEF = with(CREATION.EXCERPT);

    private StoredRows() {}

    static Stored whole(Record row) {
        return stored(row, CREATION.CONTENT);
    }

    static Stored brief(Record row) {
        return stored(row, CREATION.EXCERPT);
    }

    private static Stored stored(Record row, Field<String> content) {
        return new Stored(
                of(row, CREATION.ID),
                of(row, CREATION.UUID),
                new Kind(of(row, CREATION.TYPE), row.get(CREATION.TOOL_TYPE)),
                State.of(of(row, CREATION.STATE)),
                text(row, of(row, content)),
                edition(row),
                new Times(of(row, CREATION.CREATED_AT), of(row, CREATION.UPDATED_AT), row.get(CREATION.DELETED_AT)),
                of(row, CREATION.CHANGE_SEQ));
    }

    private static Text text(Record row, String content) {
        return new Text(
                of(row, CREATION.TITLE),
                content,
                of(row, CREATION.WORD_COUNT),
                Provenances.read(row.get(CREATION.PROVENANCE)));
    }

    private static Edition edition(Record row) {
        return new Edition(
                of(row, CREATION.VERSION),
                Cause.of(of(row, CREATION.CAUSE)),
                row.get(CREATION.VERSION_NAME),
                of(row, CREATION.HAND),
                of(row, CREATION.VERSION_SINCE));
    }

    private static <T> T of(Record row, Field<T> field) {
        return Objects.requireNonNull(row.get(field), field.getName());
    }

    private static List<Field<?>> with(Field<String> content) {
        return Stream.<Field<?>>concat(BESIDE_TEXT.stream(), Stream.of(content)).toList();
    }
}
