package studio.mofang.desktop.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/// What stood in a document at one moment, as the drawer keeps it: a few lines of `name=value`, an empty line, the
/// text.
///
/// @param version the server's that this was written on; 0 where the server never answered
/// @param stored whether that version is exactly this
record Sheet(UUID uuid, long version, boolean stored, String title, List<String> tags, String provider, String text) {
    private static final String FIRST_LINE = "mofang sheet 1";

    Sheet {
        tags = List.copyOf(tags);
    }

    String written() {
        var lines = new ArrayList<String>();
        lines.add(FIRST_LINE);
        lines.add("uuid=" + uuid);
        lines.add("version=" + version);
        lines.add("stored=" + stored);
        lines.add("title=" + escaped(title));
        lines.add("provider=" + escaped(provider));
        tags.forEach(tag -> lines.add("tag=" + escaped(tag)));
        return lines.stream().collect(Collectors.joining("\n", "", "\n\n")) + text;
    }

    /// Throws IllegalArgumentException for what is no sheet. Early ones name no version.
    static Sheet read(String written) {
        var end = written.indexOf("\n\n");
        if (end < 0 || !written.startsWith(FIRST_LINE + "\n")) {
            throw new IllegalArgumentException("not a sheet of the drawer");
        }
        var head = written.substring(0, end).lines().skip(1).toList();
        var version = value(head, "version");
        return new Sheet(
                UUID.fromString(value(head, "uuid")),
                version.isEmpty() ? 0 : Long.parseLong(version),
                Boolean.parseBoolean(value(head, "stored")),
                value(head, "title"),
                values(head, "tag"),
                value(head, "provider"),
                written.substring(end + 2));
    }

    private static String value(List<String> head, String name) {
        return values(head, name).stream().findFirst().orElse("");
    }

    private static List<String> values(List<String> head, String name) {
        return head.stream()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> line.substring(name.length() + 1).translateEscapes())
                .toList();
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }
}
