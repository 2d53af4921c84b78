package studio.mofang.desktop.editor;

import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringPropertyBase;
import org.jspecify.annotations.Nullable;

/// The text of a document. While it is typed in, it is only told that it changed, and copied out of the sheet when
/// somebody reads it: so a key in a long text costs what a key in a short one does. A listener to its value, unlike
/// one to its invalidation, reads it at every key.
public final class Manuscript extends ReadOnlyStringPropertyBase {
    private String text = "";
    private @Nullable Supplier<String> sheet;

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

    @Override
    public @Nullable Object getBean() {
        return null;
    }

    @Override
    public String getName() {
        return "text";
    }
}
