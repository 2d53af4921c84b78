package studio.mofang.server.slides;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.mofang.core.deck.Stage.Role;

/// One layout of a template: its part, and which of its placeholders take what. What it has no placeholder
/// for becomes a box of the slide itself.
record Layout(String part, Map<Role, Holder> holders, List<Holder> heads, List<Holder> bodies) {
    /// The layouts that a deck asks for.
    enum Kind {
        COVER,
        CONTENTS,
        SECTION,
        CONTENT,
        COLUMNS,
        CARDS2,
        CARDS3,
        CARDS4,
        TABLE,
        CHART,
        CHART_TEXT,
        QUOTE,
        CLOSING
    }

    /// A placeholder: its type, empty for one of anything, and its number.
    record Holder(String type, int index) {
        String xml() {
            return "<p:ph" + (type.isEmpty() ? "" : " type=\"" + type + "\"")
                    + (index == 0 ? "" : " idx=\"" + index + "\"") + "/>";
        }
    }

    Layout {
        holders = Map.copyOf(holders);
        heads = List.copyOf(heads);
        bodies = List.copyOf(bodies);
    }

    Layout(String part, Map<Role, Holder> holders) {
        this(part, holders, List.of(), List.of());
    }

    Optional<Holder> holder(Role role) {
        return Optional.ofNullable(holders.get(role));
    }
}
