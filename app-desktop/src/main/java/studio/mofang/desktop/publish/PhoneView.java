package studio.mofang.desktop.publish;

import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.scene.web.WebView;
import org.jspecify.annotations.Nullable;

/// A phone's screen in its true width. The web engine is heavy: it is loaded when there is something to show, scripts
/// are off, and a page never navigates (ADR 26).
final class PhoneView extends StackPane {
    private static final double WIDTH = 375;
    private static final double ROUND = 44;

    private @Nullable WebView web;
    private String shown = "";

    PhoneView() {
        getStyleClass().add("phone");
        setMaxWidth(WIDTH + 20);
    }

    void show(String html) {
        if (html.equals(shown)) {
            return;
        }
        shown = html;
        view().getEngine().loadContent(html);
    }

    void clear() {
        if (web != null) {
            show("<html><body></body></html>");
        }
    }

    /// What the page says, for those who read it otherwise.
    String html() {
        return shown;
    }

    private WebView view() {
        var known = web;
        if (known != null) {
            return known;
        }
        var made = new WebView();
        made.getEngine().setJavaScriptEnabled(false);
        made.setContextMenuEnabled(false);
        made.setPrefWidth(WIDTH);
        made.setMinWidth(WIDTH);
        made.setMaxWidth(WIDTH);
        made.setMinHeight(200);
        var corners = new Rectangle(WIDTH, 0);
        corners.setArcWidth(ROUND);
        corners.setArcHeight(ROUND);
        corners.heightProperty().bind(made.heightProperty());
        made.setClip(corners);
        getChildren().setAll(made);
        web = made;
        return made;
    }
}
