package studio.mofang.desktop.image;

import java.util.UUID;

/// The text that is open in the editor, as the pane of pictures asks for it.
public interface OpenArticle {
    /// Whether a picture can go into it.
    State state();

    /// May be blank.
    String title();

    /// At its caret, where it can be undone; the editor comes to the front.
    void insert(UUID picture);

    /// A new text that begins with the picture.
    void start(UUID picture);

    /// Wherever a platform shows a cover; publishing comes to the front.
    void cover(UUID picture);

    /// `BUSY` while a model writes it.
    enum State {
        NONE,
        BUSY,
        OPEN
    }
}
