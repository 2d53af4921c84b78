package studio.mofang.server.slides;

import java.util.Map;
import studio.mofang.core.deck.Stage;
import studio.mofang.server.slides.Layout.Kind;

/// A presentation without slides: its file, where its parts go, and its layouts.
record Template(byte[] file, Stage stage, Map<Kind, Layout> layouts) {
    Template {
        layouts = Map.copyOf(layouts);
    }

    Layout layout(Kind kind) {
        var layout = layouts.get(kind);
        if (layout == null) {
            throw new IllegalStateException("this template has no layout for " + kind);
        }
        return layout;
    }
}
