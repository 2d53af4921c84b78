package studio.mofang.desktop.editor;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringPropertyBase;
import org.jspecify.annotations.Nullable;

/// The text of a document. While it is typed in, it is only told that it changed, and copied out of the sheet when
/// somebody reads it: so a key in a long text costs what a key in a short one does. A listener to its value, unlike
/// one to its invalidation, reads it at every key.
public final class Manuscript extends ReadOnlyStringPropertyBase {
    private String text = "";
    private @Nullable Supplier<String> sheet;
    private @Nullable Consumer<String> pen;

    @Override
    public String get() {
        var unread = sheet;
        if (unread != null) {
            text = unread.get();
            sheet = null;
        }
        return text;
    }

    public void set(String next) {
        if (!next.equals(get())) {
            text = next;
            fireValueChangedEvent();
        }
    }

    /// The text is now what stands on `where`, until it is set or typed elsewhere.
    void typed(Supplier<String> where) {
        sheet = where;
        fireValueChangedEvent();
    }

    /// A block of Markdown where the caret stands, or at the end where no sheet shows the text.
    public void insert(String block) {
        var writing = pen;
        if (writing == null) {
            set(Insertion.of(get(), get().length(), block).in(get()));
        } else {
            writing.accept(block);
        }
    }

    /// Who writes at the caret while a sheet shows the text; absent when none does any more.
    void shownBy(@Nullable Consumer<String> writing) {
        pen = writing;
    }

    @Override
    public @Nullable Object getBean() {
        return null;
    }

    @Override
    public String getName() {
        return "text";
    }
}
