package studio.mofang.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import studio.mofang.core.Json;
import studio.mofang.core.deck.Bullet;
import studio.mofang.core.deck.Deck;
import studio.mofang.core.deck.DeckTheme;
import studio.mofang.core.deck.Figures;
import studio.mofang.core.deck.Figures.Kind;
import studio.mofang.core.deck.Figures.Series;
import studio.mofang.core.deck.Grid;
import studio.mofang.core.deck.Slide;
import studio.mofang.server.slides.DeckFiles;

/// A deck of twenty slides with text, notes, four charts and four tables, the cover and the closing
/// counted, written over and over in one process, beside PptxGenJS on Node with the same deck.
final class SlidesBenchmark implements Benchmarks.Benchmark {
    private static final String NEIGHBOUR = "pptxgenjs@4.0.1";
    private static final int WARM = 400;
    private static final int ROUNDS = 60;
    private static final int TEXTS = 10;
    private static final int ROWS = 6;

    @Override
    public List<Measure> run(Path scratch) throws IOException, InterruptedException {
        var slides = slides();
        var theirs = neighbour(scratch, slides);
        if (theirs.isEmpty()) {
            return List.of();
        }
        var ours = ours(slides);
        return List.of(Measure.atMost(
                "a deck of 20 slides, times PptxGenJS",
                "%.1f ms".formatted(ours),
                "PptxGenJS %.1f ms".formatted(theirs.get()),
                ours / theirs.get(),
                1.5));
    }

    private static double ours(List<Slide> slides) {
        var files = new DeckFiles();
        var deck = new Deck("二十页的演示", slides);
        var samples = new Samples();
        for (int i = 0; i < WARM + ROUNDS; i++) {
            long start = System.nanoTime();
            var file = files.write(deck, DeckTheme.BUSINESS);
            if (i >= WARM && file.length > 0) {
                samples.add((System.nanoTime() - start) / 1e6);
            }
        }
        return samples.median();
    }

    /// The median milliseconds of PptxGenJS; empty, and said so, where there is no Node or no registry.
    private static Optional<Double> neighbour(Path scratch, List<Slide> slides)
            throws IOException, InterruptedException {
        var npm = System.getProperty("os.name", "").startsWith("Windows") ? "npm.cmd" : "npm";
        var install = List.of(npm, "install", "--no-audit", "--no-fund", "--prefix", scratch.toString(), NEIGHBOUR);
        if (!ends(install, scratch.resolve("npm.log"))) {
            Benchmarks.say("Skipping the deck: it needs Node and npm to fetch " + NEIGHBOUR);
            return Optional.empty();
        }
        var script = scratch.resolve("deck.cjs");
        try (var in = SlidesBenchmark.class.getResourceAsStream("deck.cjs")) {
            Files.write(script, Objects.requireNonNull(in).readAllBytes());
        }
        var deck = scratch.resolve("deck.json");
        Files.writeString(deck, json(slides));
        var out = scratch.resolve("node.log");
        var node = List.of("node", script.toString(), deck.toString(), String.valueOf(WARM), String.valueOf(ROUNDS));
        if (!ends(node, out)) {
            throw new IOException("PptxGenJS did not write the deck: " + Files.readString(out));
        }
        var samples = new Samples();
        Files.readAllLines(out).stream()
                .filter(line -> line.matches("[0-9.]+"))
                .map(Double::valueOf)
                .forEach(samples::add);
        return Optional.of(samples.median());
    }

    private static boolean ends(List<String> command, Path log) throws InterruptedException {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return process.waitFor(5, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }

    private static List<Slide> slides() {
        var words = new Words(11);
        var slides = new ArrayList<Slide>();
        for (int i = 0; i < TEXTS; i++) {
            var bullets = new ArrayList<Bullet>();
            for (int line = 0; line < 6; line++) {
                bullets.add(new Bullet(line % 3 == 0 ? 0 : 1, words.text(22)));
            }
            slides.add(new Slide.Content(words.text(12), bullets, words.text(120)));
        }
        for (var kind : Kind.values()) {
            slides.add(new Slide.Chart(words.text(10), figures(kind, words), List.of(), words.text(120)));
            slides.add(new Slide.Table(words.text(10), grid(words), words.text(120)));
        }
        return slides;
    }

    private static Figures figures(Kind kind, Words words) {
        var categories = new ArrayList<String>();
        var first = new ArrayList<Double>();
        var second = new ArrayList<Double>();
        for (int i = 0; i < ROWS; i++) {
            categories.add(words.text(4));
            first.add(10.0 + i * 3);
            second.add(8.5 + i * 4);
        }
        return new Figures(kind, categories, List.of(new Series("去年", first), new Series("今年", second)), "");
    }

    private static Grid grid(Words words) {
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < ROWS; i++) {
            rows.add(List.of(words.text(6), words.text(12), String.valueOf(i * 37), words.text(8)));
        }
        return new Grid(List.of("名称", "说明", "数量", "备注"), rows);
    }

    private static String json(List<Slide> slides) {
        var tree = Json.shared().createObjectNode();
        tree.put("title", "二十页的演示");
        var list = tree.putArray("slides");
        list.addObject()
                .put("title", "二十页的演示")
                .put("notes", "")
                .put("type", "text")
                .putArray("bullets");
        slides.forEach(slide -> add(list, slide));
        list.addObject()
                .put("title", "谢谢观看")
                .put("notes", "")
                .put("type", "text")
                .putArray("bullets");
        return tree.toString();
    }

    private static void add(ArrayNode list, Slide slide) {
        var item = list.addObject().put("title", slide.title()).put("notes", slide.notes());
        switch (slide) {
            case Slide.Content content ->
                item.put("type", "text").set("bullets", Json.shared().valueToTree(content.bullets()));
            case Slide.Table table -> {
                item.put("type", "table")
                        .set("head", Json.shared().valueToTree(table.grid().head()));
                item.set("rows", Json.shared().valueToTree(table.grid().rows()));
            }
            case Slide.Chart chart -> {
                item.put("type", "chart")
                        .put("kind", chart.figures().kind().name().toLowerCase(Locale.ROOT))
                        .set(
                                "categories",
                                Json.shared().valueToTree(chart.figures().categories()));
                item.set("series", Json.shared().valueToTree(chart.figures().series()));
            }
            default -> throw new IllegalArgumentException("the benchmark has no such slide: " + slide);
        }
    }
}
