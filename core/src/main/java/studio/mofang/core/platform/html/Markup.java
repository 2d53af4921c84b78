package studio.mofang.core.platform.html;

import java.util.Map;

/// HTML in the making. What is written as text or as an attribute cannot become a tag.
final class Markup {
    private final StringBuilder html = new StringBuilder();
    private final Map<Part, String> styles;

    Markup(Theme theme) {
        styles = theme.attributes();
    }

    Markup open(String tag, Part part) {
        html.append('<').append(tag).append(styles.get(part)).append('>');
        return this;
    }

    /// A tag that no theme paints.
    Markup open(String tag) {
        html.append('<').append(tag).append('>');
        return this;
    }

    /// An ordered list; one that goes on from another begins at its number.
    Markup openList(Part part, int start) {
        html.append("<ol");
        if (start != 1) {
            html.append(" start=\"").append(start).append('"');
        }
        html.append(styles.get(part)).append('>');
        return this;
    }

    /// With one more declaration than the theme has for the part.
    Markup open(String tag, Part part, String more) {
        if (more.isEmpty()) {
            return open(tag, part);
        }
        var style = styles.getOrDefault(part, "");
        html.append('<').append(tag);
        if (style.isEmpty()) {
            html.append(" style=\"").append(more).append('"');
        } else {
            html.append(style, 0, style.length() - 1).append(';').append(more).append('"');
        }
        html.append('>');
        return this;
    }

    Markup close(String tag) {
        html.append("</").append(tag).append('>');
        return this;
    }

    Markup lineBreak() {
        html.append("<br>");
        return this;
    }

    Markup rule() {
        return open("hr", Part.RULE);
    }

    Markup picture(String source, String description) {
        html.append("<img src=\"");
        text(source);
        html.append("\" alt=\"");
        text(description);
        html.append('"').append(styles.get(Part.IMG)).append('>');
        return this;
    }

    Markup link(String address) {
        html.append("<a href=\"");
        text(address);
        html.append('"').append(styles.get(Part.LINK)).append('>');
        return this;
    }

    boolean styled(Part part) {
        return !styles.getOrDefault(part, "").isEmpty();
    }

    Markup text(String text) {
        for (var at = 0; at < text.length(); at++) {
            var sign = text.charAt(at);
            switch (sign) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                default -> html.append(sign);
            }
        }
        return this;
    }

    /// Lines that keep their breaks; with `indented` also the spaces that begin them, and those between columns.
    Markup lines(String text, boolean indented) {
        var wide = indented ? text.replace("\t", "    ").replaceAll("(?m)(?<=^| ) ", "\u00A0") : text;
        var lines = wide.split("\n", -1);
        for (var at = 0; at < lines.length; at++) {
            if (at > 0) {
                lineBreak();
            }
            text(lines[at]);
        }
        return this;
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
