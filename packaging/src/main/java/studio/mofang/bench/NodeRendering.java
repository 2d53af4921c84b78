package studio.mofang.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import studio.mofang.core.platform.html.Theme;

/// marked and juice on Node, fetched by npm in these very versions when the measurement is made.
final class NodeRendering {
    private static final int MINUTES = 5;

    /// On Windows npm is a batch file, which must be called by its whole name.
    private static final String NPM = System.getProperty("os.name", "").startsWith("Windows") ? "npm.cmd" : "npm";

    private static final String PACKAGE = """
            {"private": true, "type": "module", "dependencies": {"marked": "18.2.1", "juice": "12.2.0"}}
            """;
    private static final String SCRIPT = """
            import { readFileSync } from 'node:fs';
            import { marked } from 'marked';
            import juice from 'juice';
            const markdown = readFileSync('article.md', 'utf8');
            const style = '<style>' + readFileSync('theme.css', 'utf8') + '</style>';
            const render = () => juice(style + '<section>' + marked.parse(markdown) + '</section>');
            for (let i = 0; i < 100; i++) render();
            const samples = [];
            for (let i = 0; i < 101; i++) {
              const start = process.hrtime.bigint();
              const html = render();
              samples.push(Number(process.hrtime.bigint() - start) / 1e6);
              if (!html.includes('style=')) throw new Error('no styles were written');
            }
            samples.sort((a, b) => a - b);
            console.log('MEDIAN ' + samples[50]);
            """;

    /// The theme's parts as the tags that marked writes.
    private static final Map<String, String> TAGS = Map.ofEntries(
            Map.entry("page", "section"),
            Map.entry("p", "p"),
            Map.entry("h1", "h1"),
            Map.entry("h2", "h2"),
            Map.entry("h3", "h3"),
            Map.entry("strong", "strong"),
            Map.entry("code", "code"),
            Map.entry("pre", "pre"),
            Map.entry("pre_code", "pre code"),
            Map.entry("quote", "blockquote"),
            Map.entry("quote_p", "blockquote p"),
            Map.entry("list", "ul,ol"),
            Map.entry("sublist", "li ul,li ol"),
            Map.entry("item", "li"),
            Map.entry("table", "table"),
            Map.entry("th", "th"),
            Map.entry("td", "td"),
            Map.entry("link", "a"));

    private NodeRendering() {}

    /// The median of many renderings in milliseconds; empty, and said so, where Node is not installed or cannot fetch.
    static Optional<Double> millis(Path folder, String markdown, Theme theme) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("package.json"), PACKAGE);
        Files.writeString(folder.resolve("render.js"), SCRIPT);
        Files.writeString(folder.resolve("article.md"), markdown);
        Files.writeString(folder.resolve("theme.css"), css(theme));
        var npm = run(folder, NPM, "install", "--ignore-scripts", "--no-audit", "--no-fund", "--silent");
        if (npm.isEmpty()) {
            return Optional.empty();
        }
        return run(folder, "node", "render.js")
                .flatMap(output -> output.lines()
                        .filter(line -> line.startsWith("MEDIAN "))
                        .findFirst())
                .map(line -> Double.parseDouble(line.substring("MEDIAN ".length())));
    }

    private static String css(Theme theme) {
        return TAGS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(tag -> theme.styles().containsKey(tag.getKey()))
                .map(tag -> tag.getValue() + "{" + theme.styles().get(tag.getKey()) + "}")
                .collect(Collectors.joining("\n"));
    }

    /// What a program printed; empty, with a line that says why, where it is missing or failed.
    private static Optional<String> run(Path folder, String... command) throws InterruptedException {
        var name = command[0];
        try {
            var output = folder.resolve(name + ".log");
            var process = new ProcessBuilder(List.of(command))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                Benchmarks.say("render is not measured: " + name + " took more than " + MINUTES + " minutes");
                return Optional.empty();
            }
            var said = Files.readString(output, StandardCharsets.UTF_8);
            if (process.exitValue() != 0) {
                Benchmarks.say("render is not measured: " + name + " failed: " + said.strip());
                return Optional.empty();
            }
            return Optional.of(said);
        } catch (IOException e) {
            Benchmarks.say("render is not measured: " + name + " is not installed (" + e.getMessage() + ")");
            return Optional.empty();
        }
    }
}
