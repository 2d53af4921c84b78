package studio.mofang.desktop.editor;

import javafx.util.Duration;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.jspecify.annotations.Nullable;
import studio.mofang.desktop.kit.Desk;

/// Makes the editor's screen, anew in each language; the sheet that is written on stays the same, and with it the caret
/// and what can be undone.
public final class EditorScreens {
    /// At the start the sheet is drawn first, so that it can be written on; the tools beside it follow.
    private static final Duration AFTER_THE_SHEET = Duration.millis(50);

    private final EditorModel model;
    private @Nullable VirtualizedScrollPane<MarkdownArea> sheet;

    public EditorScreens(EditorModel model) {
        this.model = model;
    }

    public EditorScreen screen(Desk desk, Runnable openSettings) {
        if (sheet != null) {
            return new EditorScreen(desk, model, sheet, Duration.ZERO, openSettings);
        }
        sheet = new VirtualizedScrollPane<>(area());
        return new EditorScreen(desk, model, sheet, AFTER_THE_SHEET, openSettings);
    }

    private MarkdownArea area() {
        var area = new MarkdownArea();
        area.editableProperty().bind(model.generatingProperty().not());
        model.documentProperty().subscribe(next -> area.edit(next.textProperty()));
        return area;
    }
}
