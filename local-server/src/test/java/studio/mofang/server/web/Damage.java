package studio.mofang.server.web;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/// One thing that is wrong with a body: at the `where`-th of its values stands something else. What stands there is raw
/// JSON, for some of it no library would write.
record Damage(int where, String what) {
    private static final String MARK = "the-damage-goes-here";

    static final List<String> KINDS = List.of(
            "null",
            "true",
            "[]",
            "{}",
            "[[[[]]]]",
            "{\"a\":{\"b\":[null]}}",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\u202e\\u200b\\ufeff\"",
            "\"😀👨‍👩‍👧‍👦\"",
            "\"'; drop table app_user; --\"",
            "\"<script>alert(1)</script>\"",
            "\"../../../etc/passwd\"",
            "\"file:///etc/passwd\"",
            "\"http://169.254.169.254/latest/meta-data\"",
            "\"media:00000000-0000-0000-0000-000000000000\"",
            "\"![](media:1)\\n# \\n```\"",
            "\"%s%n${jndi:ldap://x}\"",
            "\"" + "长".repeat(3000) + "\"",
            "\"" + "𠮷".repeat(30) + "\"",
            "\"a@b" + ".c".repeat(20_000) + "\"",
            "\"2026-02-30T25:61:61\"",
            "\"0000-01-01T00:00:00\"",
            "\"+999999999-12-31T23:59:59\"",
            "\"-999999999-01-01T00:00:00+18:00\"",
            "\"2026-01-01T00:00:00Z\"",
            "0",
            "-1",
            "0.001",
            "1e3",
            "1e400",
            "-1e400",
            "1E-400",
            "999999999999",
            "9223372036854775807",
            "9223372036854775808",
            "123456789012345678901234567890123456789012345678901234567890",
            "NaN",
            "01",
            "\"1\"",
            "\"９\"");

    /// The body with this damage done; the value is taken around where there are fewer.
    String doneTo(JsonNode body) {
        var damaged = body.deepCopy();
        var places = new ArrayList<Runnable>();
        collect(damaged, places);
        if (places.isEmpty()) {
            return what;
        }
        places.get(where % places.size()).run();
        return damaged.toString().replace('"' + MARK + '"', what);
    }

    @Override
    public String toString() {
        var shown = what.length() > 60 ? what.substring(0, 60) + "…" : what;
        return where + ":" + new String(JsonStringEncoder.getInstance().quoteAsString(shown));
    }

    private static void collect(JsonNode node, List<Runnable> places) {
        if (node instanceof ObjectNode object) {
            for (var field : object.properties()) {
                places.add(() -> object.put(field.getKey(), MARK));
                collect(field.getValue(), places);
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int place = i;
                places.add(() -> array.set(place, MARK));
                collect(array.get(i), places);
            }
        }
    }
}
