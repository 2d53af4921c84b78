package studio.mofang.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import studio.mofang.core.platform.html.ArticleHtml;
import studio.mofang.core.platform.html.Theme;

/// A 16,000-character article for 公众号, from Markdown to HTML with its styles inside the tags, beside marked and juice
/// on Node with the same styles. Both are warm: only the rendering is timed.
final class RenderBenchmark implements Benchmarks.Benchmark {
    private static final int LENGTH = 16_000;
    private static final int WARM = 300;
    private static final int SAMPLES = 101;
    private static final double MOST = 0.5;

    @Override
    public List<Measure> run(Path scratch) throws IOException, InterruptedException {
        var markdown = SampleArticle.of(LENGTH);
        var theme = Theme.all().getFirst();
        var theirs = NodeRendering.millis(scratch, markdown, theme);
        if (theirs.isEmpty()) {
            return List.of();
        }
        var ours = ours(markdown, theme);
        return List.of(Measure.atMost(
                "16,000 characters for 公众号, of marked + juice",
                "%.2f ms".formatted(ours.median()),
                "%.2f ms".formatted(theirs.get()),
                ours.median() / theirs.get(),
                MOST));
    }

    private static Samples ours(String markdown, Theme theme) {
        for (int i = 0; i < WARM; i++) {
            ArticleHtml.of(markdown, true, theme);
        }
        var samples = new Samples();
        for (int i = 0; i < SAMPLES; i++) {
            long start = System.nanoTime();
            var html = ArticleHtml.of(markdown, true, theme);
            samples.add((System.nanoTime() - start) / 1e6);
            if (html.length() < markdown.length()) {
                throw new IllegalStateException("the rendering lost text");
            }
        }
        return samples;
    }
}
