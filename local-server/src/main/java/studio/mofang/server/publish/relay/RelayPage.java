package studio.mofang.server.publish.relay;

import java.util.stream.Collectors;

/// The page on the phone: what is to be posted, in the order in which the platform's app asks for it.
final class RelayPage {
    private static final String STYLE = """
            :root { color-scheme: light dark; --ink: #1f2328; --soft: #656d76; --line: #d8dee4; --paper: #ffffff; --ground: #f3f4f6; --accent: #0969da; }
            @media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --soft: #9aa4af; --line: #30363d; --paper: #161b22; --ground: #0d1117; --accent: #58a6ff; } }
            * { box-sizing: border-box; }
            body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.7 -apple-system, "PingFang SC", "HarmonyOS Sans SC", "MiSans", "Noto Sans SC", sans-serif; -webkit-text-size-adjust: 100%; }
            main { max-width: 560px; margin: 0 auto; padding: 16px 16px 48px; }
            header { padding: 8px 4px 12px; }
            header b { font-size: 20px; }
            header p { margin: 2px 0 0; color: var(--soft); font-size: 14px; }
            section { background: var(--paper); border: 1px solid var(--line); border-radius: 14px; padding: 14px 16px; margin: 0 0 12px; }
            .head { display: flex; align-items: center; justify-content: space-between; gap: 12px; margin-bottom: 8px; }
            .head span { color: var(--soft); font-size: 14px; }
            button, .save { appearance: none; border: 1px solid var(--line); border-radius: 999px; background: var(--ground); color: var(--ink); font: inherit; font-size: 15px; padding: 7px 18px; min-height: 40px; text-decoration: none; }
            button.main { width: 100%; background: var(--accent); border-color: var(--accent); color: #fff; padding: 12px; font-size: 17px; border-radius: 12px; }
            .copied { border-color: #2da44e; color: #2da44e; }
            .text { white-space: pre-wrap; overflow-wrap: anywhere; }
            h1 { font-size: 18px; line-height: 1.5; margin: 0; overflow-wrap: anywhere; }
            .pictures { display: grid; grid-template-columns: repeat(2, 1fr); gap: 10px; }
            figure { margin: 0; position: relative; }
            figure img, article img, video { width: 100%; height: auto; border-radius: 10px; display: block; }
            figure i { position: absolute; left: 8px; top: 8px; min-width: 26px; height: 26px; border-radius: 13px; background: rgba(0,0,0,.62); color: #fff; font-style: normal; font-size: 14px; line-height: 26px; text-align: center; }
            article { overflow-wrap: anywhere; }
            input { width: 100%; font: inherit; padding: 11px 12px; border: 1px solid var(--line); border-radius: 10px; background: var(--ground); color: var(--ink); margin-bottom: 10px; }
            textarea.copy { position: fixed; left: -999px; top: 0; }
            """;

    /// The clipboard of a page without TLS is only reached the old way.
    private static final String SCRIPT = """
            function copy(button) {
              var area = document.createElement('textarea');
              area.className = 'copy';
              area.value = document.getElementById(button.dataset.of).textContent;
              document.body.appendChild(area);
              area.select();
              area.setSelectionRange(0, area.value.length);
              var done = false;
              try { done = document.execCommand('copy'); } catch (e) { done = false; }
              area.remove();
              if (done) {
                button.textContent = '已复制';
                button.classList.add('copied');
              } else {
                getSelection().selectAllChildren(document.getElementById(button.dataset.of));
                button.textContent = '请长按复制';
              }
            }
            document.querySelectorAll('button[data-of]').forEach(function (button) {
              button.addEventListener('click', function () { copy(button); });
            });
            """;

    private static final String FRAME = """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
            <title>墨坊 · 手机接力</title>
            <style nonce="%s">
            %s</style>
            </head>
            <body><main>
            %s</main>
            <script nonce="%s">
            %s</script>
            </body>
            </html>
            """;

    private RelayPage() {}

    static String of(RelayPack pack, String nonce) {
        var name = escaped(pack.platform());
        var page = new StringBuilder();
        page.append("<header><b>发到")
                .append(name)
                .append("</b><p>依次保存图片、复制文字，然后在")
                .append(name);
        page.append("里发布。这一页只有你能打开，电脑上关掉就失效。</p></header>\n");
        files(page, pack);
        copyable(page, "title", "标题", "h1", pack.title());
        if (pack.html() == null) {
            copyable(page, "text", "正文", "div class=\"text\"", pack.text());
        } else {
            page.append("<section>").append(head("text", "正文"));
            page.append("<article id=\"text\">").append(pack.html()).append("</article></section>\n");
        }
        if (!pack.tags().isEmpty()) {
            var tags = pack.tags().stream().map(tag -> "#" + tag).collect(Collectors.joining(" "));
            copyable(page, "tags", "话题", "div class=\"text\"", tags);
        }
        page.append("""
                <section><form method="post" action="done">
                <div class="head"><span>发好了?</span></div>
                <input name="link" type="url" inputmode="url" maxlength="1000" placeholder="作品链接（可不填）">
                <button class="main">已发布</button>
                </form></section>
                """);
        return framed(page.toString(), nonce);
    }

    static String thanks(String nonce) {
        return framed("<header><b>已记录</b><p>电脑上的墨坊已把它标为已发布，可以关掉这一页了。</p></header>\n", nonce);
    }

    private static void files(StringBuilder page, RelayPack pack) {
        if (pack.video() != null) {
            page.append(
                    "<section><div class=\"head\"><span>视频</span><a class=\"save\" href=\"video\" download>保存视频</a>");
            page.append("</div><video src=\"video\" controls playsinline preload=\"metadata\"></video></section>\n");
        }
        if (pack.pictures().isEmpty()) {
            return;
        }
        page.append("<section><div class=\"head\"><span>图片 ")
                .append(pack.pictures().size());
        page.append(" 张 · 按顺序长按保存</span></div><div class=\"pictures\">\n");
        for (int number = 0; number < pack.pictures().size(); number++) {
            page.append("<figure><img src=\"picture/")
                    .append(number)
                    .append("\" alt=\"第 ")
                    .append(number + 1);
            page.append(" 张\"><i>").append(number + 1).append("</i></figure>\n");
        }
        page.append("</div></section>\n");
    }

    private static void copyable(StringBuilder page, String id, String label, String element, String words) {
        var name = element.split(" ")[0];
        page.append("<section>")
                .append(head(id, label))
                .append('<')
                .append(element)
                .append(" id=\"")
                .append(id);
        page.append("\">").append(escaped(words)).append("</").append(name).append("></section>\n");
    }

    private static String head(String id, String label) {
        return "<div class=\"head\"><span>" + label + "</span><button type=\"button\" data-of=\"" + id
                + "\">复制</button></div>";
    }

    private static String framed(String body, String nonce) {
        return FRAME.formatted(nonce, STYLE, body, nonce, SCRIPT);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
