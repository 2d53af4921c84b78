package studio.mofang.server.referral;

import java.util.Optional;
import studio.mofang.server.web.PageLanguage;

/// What somebody sees who scans a referral poster: what this is, and the code to give when registering.
final class InvitationPage {
    private static final String PAGE = """
            <!doctype html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <style>
            body { margin: 0; background: #f5f4f1; color: #23211e; text-align: center;
              font: 16px/1.7 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
            main { max-width: 26rem; margin: 12vh auto 0; padding: 2.5rem 1.5rem; background: #fff; border-radius: 16px; }
            h1 { margin: 0 0 .5rem; font-size: 1.5rem; }
            p { margin: .5rem 0; color: #6a655d; }
            .code { margin: 1.5rem 0; padding: 1rem; border-radius: 12px; background: #f5f4f1;
              font: 600 2rem/1 ui-monospace, Menlo, Consolas, monospace; letter-spacing: .12em; user-select: all; }
            </style>
            </head>
            <body><main><h1>%s</h1>
            <p>%s</p>
            %s
            </main></body>
            </html>
            """;

    private InvitationPage() {}

    /// `code` must hold nothing that HTML reads.
    static String html(Optional<String> code, PageLanguage language) {
        return PAGE.formatted(
                language.tag(),
                language.choose("墨坊 · 好友邀请", "Mofang Studio · Invitation"),
                language.choose("朋友邀请你使用墨坊", "A friend invites you to Mofang Studio"),
                language.choose("写作、配图、视频、发布，一个工作室完成。", "Writing, pictures, videos and publishing in one studio."),
                code.map(given -> invited(given, language)).orElseGet(() -> uninvited(language)));
    }

    private static String invited(String code, PageLanguage language) {
        return "<p>" + language.choose("在墨坊注册时填写这个推荐码：", "Give this referral code when you register in the studio:")
                + "</p><div class=\"code\">" + code + "</div><p>"
                + language.choose(
                        "还没有安装？请向邀请你的朋友索取安装包。", "Not installed yet? Ask the friend who invited you for the installer.")
                + "</p>";
    }

    private static String uninvited(PageLanguage language) {
        return "<p>"
                + language.choose(
                        "请向邀请你的朋友索取推荐码，在注册时填写。",
                        "Ask the friend who invited you for a referral code, and give it when you register.")
                + "</p>";
    }
}
