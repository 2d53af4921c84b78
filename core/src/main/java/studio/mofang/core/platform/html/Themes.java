package studio.mofang.core.platform.html;

import java.util.List;
import java.util.Map;

/// The themes for 公众号. What all share comes first; each adds its colours and the way it marks headings and quotes.
/// Sizes are those that read well on a phone: 16 px, 1.8 lines.
final class Themes {
    private static final String GROUND = """
            page { font-size:16px; line-height:1.8; letter-spacing:.5px; color:$ink; text-align:justify; word-break:break-word }
            p { margin:0 0 18px }
            h1 { margin:36px 0 18px; font-size:22px; line-height:1.4; font-weight:bold; text-align:left; color:$head }
            h2 { margin:34px 0 16px; font-size:19px; line-height:1.4; font-weight:bold; text-align:left; color:$head }
            h3 { margin:26px 0 12px; font-size:17px; line-height:1.5; font-weight:bold; text-align:left; color:$head }
            h4 { margin:20px 0 10px; font-size:16px; font-weight:bold; text-align:left; color:$head }
            strong { color:$strong; font-weight:bold }
            del { color:#999 }
            code { padding:2px 5px; font-size:14px; font-family:Menlo,Consolas,monospace; color:$accent; background:$soft; border-radius:3px }
            pre { margin:0 0 18px; padding:14px 16px; overflow-x:auto; background:$code; border-radius:6px; text-align:left }
            pre_code { display:block; font-size:13px; line-height:1.65; font-family:Menlo,Consolas,monospace; letter-spacing:0; color:$codeink; white-space:nowrap; word-break:normal }
            quote { margin:0 0 18px; padding:10px 16px; color:$quiet; background:$soft; border-left:3px solid $accent }
            quote_p { margin:4px 0 }
            list { margin:0 0 18px; padding-left:24px }
            sublist { margin:4px 0 0; padding-left:22px }
            item { margin:6px 0 }
            scroll { margin:0 0 18px; overflow-x:auto }
            table { width:100%; border-collapse:collapse; font-size:14px; line-height:1.6; text-align:left }
            th { padding:8px 10px; min-width:64px; font-weight:bold; color:$head; background:$soft; border:1px solid $line }
            td { padding:8px 10px; border:1px solid $line }
            rule { margin:30px auto; border:0; border-top:1px solid $line }
            figure { margin:0 0 18px; text-align:center }
            img { max-width:100%; border-radius:4px }
            caption { margin-top:6px; font-size:13px; line-height:1.5; color:#999; text-align:center }
            link { color:$accent }
            mark { font-size:11px; color:$accent }
            notes { margin-top:36px; padding-top:14px; border-top:1px solid $line }
            notes_title { margin:0 0 8px; font-size:14px; font-weight:bold; color:$quiet }
            note { margin:0 0 4px; font-size:12px; line-height:1.6; color:#999; text-align:left; word-break:break-all }
            label { margin:0 0 20px; padding:6px 12px; font-size:12px; line-height:1.6; color:#888; background:#f6f6f6; border-radius:4px; text-align:left }
            """;

    private static final Theme PLAIN = Theme.parse(
            "plain",
            "简洁",
            colours("#2b2b2b", "#111111", "#1f5fbf", "#f5f6f8", "#e3e6ea"),
            GROUND,
            "h2 { padding-bottom:8px; border-bottom:1px solid #e3e6ea } strong { none; font-weight:bold; color:#111111 }");

    private static final Theme PINE =
            Theme.parse("pine", "墨绿", colours("#2f3a37", "#12493c", "#1b7a5f", "#f0f6f3", "#d5e5de"), GROUND, """
            h1 { text-align:center }
            h2 { padding-left:12px; border-left:5px solid $accent }
            h3_words { padding-bottom:2px; border-bottom:2px solid $line }
            """);

    private static final Theme ORANGE =
            Theme.parse("orange", "橙心", colours("#3b3632", "#c2510c", "#d9600f", "#fff5ec", "#f6dcc6"), GROUND, """
            h1 { text-align:center }
            h2 { border-bottom:2px solid $accent }
            h2_words { display:inline-block; padding:4px 14px; color:#fff; background:$accent; border-radius:6px 6px 0 0 }
            quote { none; margin:0 0 18px; padding:12px 16px; color:$quiet; background:$soft; border:1px solid $line; border-radius:8px }
            """);

    private static final Theme INDIGO =
            Theme.parse("indigo", "靛青", colours("#2e3440", "#1e2f5c", "#3454a4", "#f1f4fb", "#d8e0f2"), GROUND, """
            h1 { text-align:center }
            h2 { text-align:center }
            h2_words { display:inline-block; padding:3px 16px; border-top:2px solid $accent; border-bottom:2px solid $accent }
            h3 { padding-left:10px; border-left:3px solid $accent }
            rule { width:40%; border-top:2px solid $accent }
            """);

    private static final Theme CRIMSON =
            Theme.parse("crimson", "绛红", colours("#3a3030", "#8c1d23", "#a8262d", "#fbf3f1", "#ecd6d2"), GROUND, """
            page { line-height:1.9 }
            h1 { text-align:center; letter-spacing:2px }
            h2 { text-align:center; letter-spacing:1px }
            h2_words { padding-bottom:4px; border-bottom:1px solid $accent }
            quote { none; margin:0 0 18px; padding:8px 20px; color:$quiet; border-top:1px solid $line; border-bottom:1px solid $line }
            rule { width:30%; border-top:1px solid $accent }
            """);

    /// No painted grounds and only colours that read on white and on black: it survives the phone's dark mode, which
    /// turns colours around by its own lights.
    private static final Theme NIGHT = Theme.parse(
            "night",
            "夜读",
            Map.of(
                    "ink",
                    "inherit",
                    "head",
                    "inherit",
                    "accent",
                    "#2a8f72",
                    "strong",
                    "inherit",
                    "soft",
                    "transparent",
                    "line",
                    "rgba(136,136,136,.45)",
                    "quiet",
                    "#888888",
                    "codeink",
                    "inherit",
                    "code",
                    "rgba(136,136,136,.12)"),
            GROUND,
            """
            h2 { padding-left:10px; border-left:4px solid $accent }
            code { none; padding:2px 5px; font-size:14px; font-family:Menlo,Consolas,monospace; color:$accent; border:1px solid $line; border-radius:3px }
            quote { none; margin:0 0 18px; padding:2px 16px; color:$quiet; border-left:3px solid $accent }
            label { none; margin:0 0 20px; padding:4px 0; font-size:12px; line-height:1.6; color:#888888; border-bottom:1px solid $line; text-align:left }
            """);

    static final List<Theme> ALL = List.of(PLAIN, PINE, ORANGE, INDIGO, CRIMSON, NIGHT);

    private Themes() {}

    private static Map<String, String> colours(String ink, String head, String accent, String soft, String line) {
        return Map.of(
                "ink", ink, "head", head, "accent", accent, "strong", accent, "soft", soft, "line", line, "quiet",
                "#666666", "codeink", "#383a42", "code", "#f6f8fa");
    }
}
