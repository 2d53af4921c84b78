package studio.mofang.desktop.editor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import studio.mofang.desktop.editor.Comparison.Piece;
import studio.mofang.desktop.editor.Comparison.Where;

/// A version to read, as it looks where it is written; what only it has and what only the present text has is marked.
final class VersionText extends StyleClassedTextArea {
    VersionText() {
        super(false);
        getStyleClass().addAll("markdown", "version-text");
        setWrapText(true);
        setEditable(false);
    }

    void show(ReadingModel.Read read, boolean marked) {
        var pieces = marked ? read.comparison().pieces() : List.of(new Piece(Where.BOTH, read.text()));
        var all = new StringBuilder();
        pieces.forEach(piece -> all.append(piece.text()));
        replaceText(all.toString());
        layOutAsMarkdown();
        if (!all.isEmpty()) {
            setStyleSpans(0, getStyleSpans(0, getLength()).overlay(marks(pieces), VersionText::both));
        }
        getUndoManager().forgetHistory();
        moveTo(0);
        requestFollowCaret();
    }

    private void layOutAsMarkdown() {
        var inside = false;
        for (var i = 0; i < getParagraphs().size(); i++) {
            var line = MarkdownLine.of(getParagraph(i).getText(), inside);
            setParagraphStyle(i, line.block().styles());
            if (line.spans().length() > 0) {
                setStyleSpans(i, 0, line.spans());
            }
            inside = line.block().opensCode();
        }
    }

    private static StyleSpans<Collection<String>> marks(List<Piece> pieces) {
        var marks = new StyleSpansBuilder<Collection<String>>();
        for (var piece : pieces) {
            marks.add(style(piece.where()), piece.text().length());
        }
        return marks.create();
    }

    private static List<String> style(Where where) {
        return switch (where) {
            case BOTH -> List.of();
            case THEN -> List.of("only-then");
            case NOW -> List.of("only-now");
        };
    }

    private static Collection<String> both(Collection<String> line, Collection<String> mark) {
        if (mark.isEmpty()) {
            return line;
        }
        var all = new ArrayList<>(line);
        all.addAll(mark);
        return List.copyOf(all);
    }
}
