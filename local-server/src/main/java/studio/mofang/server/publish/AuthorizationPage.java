package studio.mofang.server.publish;

import studio.mofang.server.publish.Authorizations.Outcome;

/// What the browser shows when it is back: how it ended, and that the studio goes on by itself.
final class AuthorizationPage {
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>墨坊 · 快手授权</title>
            <style>
            :root { color-scheme: light dark; --ink: #1f2328; --soft: #656d76; --paper: #ffffff; --ground: #f3f4f6; --sign: %s; }
            @media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --soft: #9aa4af; --paper: #161b22; --ground: #0d1117; } }
            body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--ground); color: var(--ink);
              font: 16px/1.7 -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
            main { max-width: 420px; margin: 24px; padding: 36px 40px; text-align: center; background: var(--paper); border-radius: 18px; }
            span { display: block; width: 56px; height: 56px; margin: 0 auto 14px; border-radius: 28px; font-size: 28px; line-height: 56px;
              color: #fff; background: var(--sign); }
            h1 { margin: 0 0 6px; font-size: 20px; }
            p { margin: 0; color: var(--soft); overflow-wrap: anywhere; }
            small { display: block; margin-top: 18px; color: var(--soft); }
            </style>
            </head>
            <body><main><span>%s</span><h1>%s</h1><p>%s</p><small>%s</small></main></body>
            </html>
            """;

    private AuthorizationPage() {}

    static String of(Outcome outcome) {
        return outcome.bound()
                ? PAGE.formatted(
                        "#1f883d",
                        "✓",
                        "授权成功",
                        escaped(outcome.sentence()),
                        "可以关掉这一页，回到墨坊继续。You can close this page; the studio goes on by itself.")
                : PAGE.formatted(
                        "#cf222e",
                        "!",
                        "没有绑定",
                        escaped(outcome.sentence()),
                        "请回到墨坊重试。Not connected: please try again in the studio.");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
