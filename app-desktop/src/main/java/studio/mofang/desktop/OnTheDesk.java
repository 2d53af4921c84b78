package studio.mofang.desktop;

import java.util.OptionalLong;
import studio.mofang.desktop.editor.EditorModel;
import studio.mofang.desktop.publish.OpenText;

/// What the editor has open, as the publish pane asks for it.
record OnTheDesk(EditorModel editor) implements OpenText {
    @Override
    public OptionalLong id() {
        return editor.documentProperty().get().id();
    }

    @Override
    public void saved(Runnable then) {
        editor.documentProperty().get().flush(_ -> then.run());
    }
}
