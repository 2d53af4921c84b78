package studio.mofang.desktop;

import java.util.UUID;
import java.util.function.Consumer;
import studio.mofang.desktop.editor.EditorModel;
import studio.mofang.desktop.image.OpenArticle;
import studio.mofang.desktop.publish.PublishModel;

/// What the editor has open, as the pane of pictures puts pictures into it; `visit` brings a pane to the front.
record DeskArticle(EditorModel editor, PublishModel publish, Consumer<String> visit) implements OpenArticle {
    @Override
    public State state() {
        if (!editor.textOpen()) {
            return State.NONE;
        }
        return editor.generatingProperty().get() ? State.BUSY : State.OPEN;
    }

    @Override
    public String title() {
        return editor.documentProperty().get().titleProperty().get();
    }

    @Override
    public void insert(UUID picture) {
        editor.insert(picture);
        visit.accept("editor");
    }

    @Override
    public void start(UUID picture) {
        editor.startAfresh();
        insert(picture);
    }

    @Override
    public void cover(UUID picture) {
        publish.cover(picture);
        visit.accept("publish");
    }
}
