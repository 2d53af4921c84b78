package studio.mofang.server.creation.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/// Turns what a person typed into a query: every part between blanks must occur, exactly as written save for case,
/// width and the sort of punctuation. The last word of a part may be a beginning, as it is while one types.
final class Queries {
    private static final int MOST_ENDINGS = 2000;

    private Queries() {}

    private record Piece(String term, int place, boolean beginning) {}

    /// Empty when nothing was typed that could be searched for.
    static Optional<Query> of(String typed, IndexReader reader) throws IOException {
        var all = new BooleanQuery.Builder();
        boolean any = false;
        for (var part : typed.strip().split("[\\s\\u3000]+")) {
            var pieces = pieces(part);
            if (!pieces.isEmpty()) {
                all.add(part(pieces, reader), Occur.FILTER);
                any = true;
            }
        }
        return any ? Optional.of(all.build()) : Optional.empty();
    }

    private static Query part(List<Piece> pieces, IndexReader reader) throws IOException {
        var only = pieces.getFirst();
        if (pieces.size() > 1) {
            return phrase(pieces, reader);
        }
        return only.beginning() ? new PrefixQuery(term(only.term())) : new TermQuery(term(only.term()));
    }

    private static Query phrase(List<Piece> pieces, IndexReader reader) throws IOException {
        var phrase = new MultiPhraseQuery.Builder();
        for (var piece : pieces) {
            var terms = piece.beginning() ? endings(piece.term(), reader) : new Term[] {term(piece.term())};
            phrase.add(terms, piece.place());
        }
        return phrase.build();
    }

    /// The last character of a run is already in the pair before it.
    private static List<Piece> pieces(String part) {
        var all = new ArrayList<Piece>();
        var grams = new Grams(part);
        Grams.Sort before = Grams.Sort.WORD;
        while (grams.next()) {
            boolean spoken = grams.sort() == Grams.Sort.LAST_OF_RUN && before == Grams.Sort.PAIR;
            if (!spoken) {
                all.add(new Piece(grams.term().toString(), grams.place(), false));
            }
            before = grams.sort();
        }
        return withOpenEnd(all, before);
    }

    private static List<Piece> withOpenEnd(List<Piece> pieces, Grams.Sort last) {
        if (!pieces.isEmpty() && !paired(pieces, last)) {
            var end = pieces.removeLast();
            pieces.add(new Piece(end.term(), end.place(), true));
        }
        return pieces;
    }

    private static boolean paired(List<Piece> pieces, Grams.Sort last) {
        var term = pieces.getLast().term();
        return last == Grams.Sort.LAST_OF_RUN && term.codePointCount(0, term.length()) == 2;
    }

    private static Term[] endings(String beginning, IndexReader reader) throws IOException {
        var found = new ArrayList<Term>();
        var terms = MultiTerms.getTerms(reader, Fields.TEXT);
        var prefix = new BytesRef(beginning);
        if (terms != null) {
            var each = terms.iterator();
            each.seekCeil(prefix);
            for (var at = each.term(); at != null && StringHelper.startsWith(at, prefix); at = each.next()) {
                found.add(new Term(Fields.TEXT, BytesRef.deepCopyOf(at)));
                if (found.size() == MOST_ENDINGS) {
                    break;
                }
            }
        }
        return found.isEmpty() ? new Term[] {term(beginning)} : found.toArray(Term[]::new);
    }

    private static Term term(String text) {
        return new Term(Fields.TEXT, text);
    }
}
