package studio.mofang.server.creation.search;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// The fields of the index. Texts are not kept in it, only where their terms stand.
final class Fields {
    static final String TEXT = "text";
    static final String ID = "id";
    static final String SEQ = "seq";
    static final String CREATED = "created";
    static final String UPDATED = "updated";
    private static final String KEY = "key";
    private static final String USER = "user";
    private static final String PLACE = "place";
    private static final String TYPE = "type";
    private static final String TOOL = "tool";
    private static final String TAG = "tag";
    private static final FieldType POSITIONS = positions();

    private Fields() {}

    static Document document(long userId, Entry entry) {
        var document = new Document();
        document.add(new StringField(KEY, Long.toString(entry.id()), Store.NO));
        document.add(new StringField(USER, Long.toString(userId), Store.NO));
        document.add(new StringField(PLACE, place(userId, entry.trash()), Store.NO));
        document.add(new StringField(TYPE, entry.labels().type(), Store.NO));
        if (entry.labels().toolType() != null) {
            document.add(new StringField(TOOL, entry.labels().toolType(), Store.NO));
        }
        entry.labels().tags().forEach(tag -> document.add(new StringField(TAG, tag, Store.NO)));
        document.add(new NumericDocValuesField(ID, entry.id()));
        document.add(new NumericDocValuesField(SEQ, entry.seq()));
        document.add(new NumericDocValuesField(CREATED, micros(entry.createdAt())));
        document.add(new NumericDocValuesField(UPDATED, micros(entry.updatedAt())));
        document.add(new Field(TEXT, new GramStream(entry.title() + "\n" + entry.content()), POSITIONS));
        return document;
    }

    static Term key(long id) {
        return new Term(KEY, Long.toString(id));
    }

    static Term user(long userId) {
        return new Term(USER, Long.toString(userId));
    }

    static Query within(long userId, Wanted.Scope scope, Query words) {
        var query = new BooleanQuery.Builder()
                .add(words, Occur.FILTER)
                .add(new TermQuery(new Term(PLACE, place(userId, scope.trash()))), Occur.FILTER);
        if (scope.type() != null) {
            query.add(new TermQuery(new Term(TYPE, scope.type())), Occur.FILTER);
        }
        if (scope.toolType() != null) {
            query.add(new TermQuery(new Term(TOOL, scope.toolType())), Occur.FILTER);
        }
        if (scope.tag() != null) {
            query.add(new TermQuery(new Term(TAG, scope.tag())), Occur.FILTER);
        }
        return query.build();
    }

    private static String place(long userId, boolean trash) {
        return userId + (trash ? ":trash" : ":living");
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    private static FieldType positions() {
        var type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.freeze();
        return type;
    }
}
