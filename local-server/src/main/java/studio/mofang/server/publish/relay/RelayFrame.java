package studio.mofang.server.publish.relay;

import studio.mofang.server.web.PageLanguage;

/// What stands around every page of the relay: its looks and its one script.
final class RelayFrame {
    private static final String STYLE = """
            :root { color-scheme: light dark; --ink: #1d1b18; --soft: #6b665e; --line: #e2ded5; --paper: #ffffff; --ground: #f5f3ee; --accent: #b3392c; }
            @media (prefers-color-scheme: dark) { :root { --ink: #ece8e1; --soft: #a29c92; --line: #38352f; --paper: #211f1c; --ground: #171512; --accent: #c2462f; } }
            * { box-sizing: border-box; }
            body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.7 -apple-system, "PingFang SC", "HarmonyOS Sans SC", "MiSans", "Noto Sans SC", sans-serif; -webkit-text-size-adjust: 100%; }
            main { max-width: 560px; margin: 0 auto; padding: 16px 16px 48px; }
            header { padding: 8px 4px 12px; }
            header b { font-size: 20px; }
            header p { margin: 2px 0 0; color: var(--soft); font-size: 14px; }
            section { background: var(--paper); border: 1px solid var(--line); border-radius: 14px; padding: 14px 16px; margin: 0 0 12px; }
            .head { display: flex; align-items: center; justify-content: space-between; gap: 12px; min-height: 40px; margin-bottom: 8px; }
            .head span { color: var(--soft); font-size: 15px; }
            .head em { display: inline-block; width: 24px; height: 24px; margin-right: 8px; border-radius: 12px; background: var(--accent); color: #fff; font-style: normal; font-size: 14px; line-height: 24px; text-align: center; }
            button, .save { appearance: none; flex: none; border: 1px solid var(--line); border-radius: 999px; background: var(--ground); color: var(--ink); font: inherit; font-size: 15px; padding: 7px 18px; min-height: 44px; text-decoration: none; }
            button.main { width: 100%; background: var(--accent); border-color: var(--accent); color: #fff; padding: 12px; font-size: 17px; border-radius: 12px; }
            .copied { border-color: #2da44e; color: #2da44e; }
            .text { white-space: pre-wrap; overflow-wrap: anywhere; }
            h1 { font-size: 18px; line-height: 1.5; margin: 0; overflow-wrap: anywhere; }
            .pictures { display: grid; grid-template-columns: repeat(2, 1fr); gap: 10px; }
            figure { margin: 0; position: relative; }
            figure img, article img, video { width: 100%; height: auto; border-radius: 10px; display: block; -webkit-touch-callout: default; }
            figure i { position: absolute; left: 8px; top: 8px; min-width: 26px; height: 26px; border-radius: 13px; background: rgba(0,0,0,.62); color: #fff; font-style: normal; font-size: 14px; line-height: 26px; text-align: center; pointer-events: none; }
            article { overflow-wrap: anywhere; }
            input { width: 100%; font: inherit; padding: 11px 12px; border: 1px solid var(--line); border-radius: 10px; background: var(--ground); color: var(--ink); margin-bottom: 10px; }
            textarea.copy { position: fixed; left: -999px; top: 0; }
            """;

    /// The clipboard of a page without TLS is only reached the old way. `innerText` keeps paragraphs apart.
    private static final String SCRIPT = """
            function copy(button) {
              var source = document.getElementById(button.dataset.of);
              var area = document.createElement('textarea');
              area.className = 'copy';
              area.value = source.innerText;
              document.body.appendChild(area);
              area.select();
              area.setSelectionRange(0, area.value.length);
              var done = false;
              try { done = document.execCommand('copy'); } catch (e) { done = false; }
              area.remove();
              if (done) {
                button.textContent = button.dataset.done;
                button.classList.add('copied');
              } else {
                getSelection().selectAllChildren(source);
                button.textContent = button.dataset.select;
              }
            }
            document.querySelectorAll('button[data-of]').forEach(function (button) {
              button.addEventListener('click', function () { copy(button); });
            });
            """;

    private static final String FRAME = """
            <!DOCTYPE html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
            <title>墨坊</title>
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

    private RelayFrame() {}

    static String around(String body, PageLanguage language, String nonce) {
        return FRAME.formatted(language.tag(), nonce, STYLE, body, nonce, SCRIPT);
    }
}
