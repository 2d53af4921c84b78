package studio.mofang.desktop.editor;

import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.beans.InvalidationListener;
import javafx.geometry.Insets;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.fxmisc.richtext.model.PlainTextChange;
import org.jspecify.annotations.Nullable;

/// Where Markdown is written: a column of comfortable width in the middle, its marks shown quietly, restyled line by
/// line as they change.
final class MarkdownArea extends StyleClassedTextArea {
    private static final double COLUMN = 720;
    private static final double LEAST_MARGIN = 40;
    private static final double NEAR_THE_END = 60;

    private final InvalidationListener fromModel = _ -> changed();
    private @Nullable Manuscript text;
    private BooleanSupplier taken = () -> false;
    private boolean showing;
    private boolean typing;
    /// From asking to see the end until it is laid out.
    private boolean following;

    MarkdownArea() {
        super(false);
        getStyleClass().add("markdown");
        setWrapText(true);
        widthProperty().addListener((_, _, width) -> centre(width.doubleValue()));
        multiPlainChanges().subscribe(changes -> {
            changes.forEach(this::restyle);
            typed();
        });
    }

    /// Shows another document, whose own history of undoing begins now.
    void edit(Manuscript document) {
        if (text != null) {
            text.removeListener(fromModel);
            text.shownBy(null);
            // Its last keys are still to be read from this area.
            text.get();
        }
        text = null;
        replaceText(document.get());
        getUndoManager().forgetHistory();
        moveTo(0);
        requestFollowCaret();
        text = document;
        document.addListener(fromModel);
        document.shownBy(this::write);
    }

    /// Who looks first at what is to be pasted; what it takes is not pasted as text.
    void beforePasting(BooleanSupplier taking) {
        taken = taking;
    }

    @Override
    public void paste() {
        if (!isEditable() || !taken.getAsBoolean()) {
            super.paste();
        }
    }

    /// A block at the caret, undone by itself.
    private void write(String block) {
        var insertion = Insertion.of(getText(), getCaretPosition(), block);
        getUndoManager().preventMerge();
        insertText(insertion.at(), insertion.text());
        getUndoManager().preventMerge();
        moveTo(insertion.caret());
        requestFollowCaret();
    }

    private void typed() {
        if (text != null && !showing) {
            typing = true;
            text.typed(this::getText);
            typing = false;
        }
    }

    private void changed() {
        if (text != null && !typing) {
            show(text.get());
        }
    }

    private void show(String wanted) {
        if (wanted.equals(getText())) {
            return;
        }
        showing = true;
        if (wanted.startsWith(getText())) {
            append(wanted.substring(getLength()));
        } else {
            replaceText(wanted);
        }
        showing = false;
    }

    /// What is written at the end is followed as long as the end was in sight: who scrolled up to read stays there.
    private void append(String piece) {
        following = following || endInSight();
        appendText(piece);
        if (following) {
            moveTo(getLength());
            requestFollowCaret();
        }
    }

    private boolean endInSight() {
        return getTotalHeightEstimate() - getEstimatedScrollY() - getHeight() < NEAR_THE_END;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        following = false;
    }

    private void centre(double width) {
        var margin = Math.max(LEAST_MARGIN, (width - COLUMN) / 2);
        setPadding(new Insets(8, margin, 0, margin));
    }

    private void restyle(PlainTextChange change) {
        var first = offsetToPosition(change.getPosition(), Bias.Backward).getMajor();
        var last = offsetToPosition(Math.min(change.getInsertionEnd(), getLength()), Bias.Backward)
                .getMajor();
        var inside = first > 0 && opensCode(first - 1);
        for (var i = first; i < getParagraphs().size(); i++) {
            var before = opensCode(i);
            var line = MarkdownLine.of(getParagraph(i).getText(), inside);
            style(i, line);
            inside = line.block().opensCode();
            if (i >= last && inside == before) {
                return;
            }
        }
    }

    private void style(int paragraph, MarkdownLine line) {
        var styles = line.block().styles();
        if (!List.copyOf(getParagraph(paragraph).getParagraphStyle()).equals(styles)) {
            setParagraphStyle(paragraph, styles);
        }
        // Setting what is there already makes and lays out the whole line once more.
        if (line.spans().length() > 0 && !line.spans().equals(getStyleSpans(paragraph))) {
            setStyleSpans(paragraph, 0, line.spans());
        }
    }

    private boolean opensCode(int paragraph) {
        return MarkdownLine.Block.opensCode(getParagraph(paragraph).getParagraphStyle());
    }
}
