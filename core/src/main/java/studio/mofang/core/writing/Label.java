package studio.mofang.core.writing;

/// One text of the interface in the studio's two languages.
public record Label(String zh, String en) {
    static final Label NONE = new Label("", "");
}
