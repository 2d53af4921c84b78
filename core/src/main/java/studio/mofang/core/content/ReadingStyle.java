package studio.mofang.core.content;

/// The stylesheet of exported pages: a measure of about 38 Chinese characters, generous leading, print and dark mode.
final class ReadingStyle {
    static final String CSS = """
            :root { color-scheme: light dark; }
            body { margin: 0; background: #fff; color: #24292f;
              font: 17px/1.85 "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif;
              text-rendering: optimizeLegibility; overflow-wrap: anywhere; line-break: strict; }
            article { max-width: 38em; margin: 0 auto; padding: 3em 1.2em 5em; }
            h1, h2, h3, h4 { line-height: 1.4; margin: 1.8em 0 .7em; text-wrap: balance; }
            h1 { font-size: 1.75em; margin-top: 0; }
            h2 { font-size: 1.35em; padding-bottom: .25em; border-bottom: 1px solid #d8dee4; }
            h3 { font-size: 1.15em; }
            p, ul, ol, table, pre, blockquote { margin: 0 0 1.1em; }
            p { text-align: justify; }
            li + li { margin-top: .3em; }
            a { color: #0a60c2; text-underline-offset: .2em; }
            blockquote { padding: .2em 1em; border-left: 4px solid #c8d1da; color: #57606a; }
            blockquote > :last-child { margin-bottom: 0; }
            code, pre { font-family: "JetBrains Mono", "Sarasa Mono SC", Consolas, monospace; font-size: .9em; }
            code { background: #f0f2f4; padding: .1em .35em; border-radius: 4px; }
            pre { background: #f6f8fa; padding: 1em; border-radius: 8px; overflow-x: auto; }
            pre code { background: none; padding: 0; }
            table { border-collapse: collapse; width: 100%; font-size: .95em; }
            th, td { border: 1px solid #d8dee4; padding: .5em .7em; text-align: left; vertical-align: top; }
            th { background: #f6f8fa; }
            img { max-width: 100%; height: auto; display: block; margin: 1em auto; }
            hr { border: 0; border-top: 1px solid #d8dee4; margin: 2em 0; }
            .ai-label { font-size: .85em; color: #57606a; background: #f6f8fa; padding: .5em .9em; border-radius: 6px; }
            @media (prefers-color-scheme: dark) {
              body { background: #16181d; color: #d7dbe0; }
              a { color: #6cb1ff; }
              h2, th, td, hr { border-color: #363b44; }
              blockquote { color: #9aa3ad; border-color: #444c56; }
              code, pre, th, .ai-label { background: #22262e; }
              .ai-label { color: #9aa3ad; }
            }
            @media print {
              body { font-size: 11pt; background: #fff; color: #000; }
              article { max-width: none; padding: 0; }
              h1, h2, h3 { break-after: avoid; }
              table, pre, blockquote, img { break-inside: avoid; }
            }
            """;

    private ReadingStyle() {}
}
