package studio.mofang.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Runs all measurements, or those named after the folder, and prints the table; a copy lies in `bench.md`.
final class Benchmarks {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private Benchmarks() {}

    /// One kind of measurement, with a scratch folder of its own.
    interface Benchmark {
        List<Measure> run(Path scratch) throws IOException, InterruptedException;
    }

    private record Named(String name, Benchmark benchmark) {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var target = Path.of(args[0]);
        var wanted = Set.of(args).size() == 1 ? Set.<String>of() : Set.of(args);
        OUT.println(Display.begin());
        var measures = new ArrayList<Measure>();
        for (var one : all()) {
            if (wanted.isEmpty() || wanted.contains(one.name())) {
                OUT.println("Measuring " + one.name() + " …");
                var scratch = target.resolve("bench").resolve(one.name());
                var found = one.benchmark().run(fresh(scratch));
                found.forEach(measure -> OUT.println(measure.row()));
                measures.addAll(found);
                delete(scratch);
            }
        }
        print(target, measures);
    }

    /// For a measurement that cannot be taken here, and says why.
    static void say(String line) {
        OUT.println(line);
    }

    private static List<Named> all() {
        return List.of(
                new Named("start", new StartBenchmark()),
                new Named("http", new HttpBenchmark()),
                new Named("ledger", new LedgerBenchmark()),
                new Named("keystroke", new KeystrokeBenchmark()),
                new Named("search", new SearchBenchmark()),
                new Named("render", new RenderBenchmark()),
                new Named("slides", new SlidesBenchmark()));
    }

    private static void print(Path target, List<Measure> measures) throws IOException {
        var table = new ArrayList<String>();
        table.add("| what | ours | baseline | figure | bar | |");
        table.add("|---|---|---|---|---|---|");
        measures.forEach(measure -> table.add(measure.row()));
        table.forEach(OUT::println);
        Files.write(target.resolve("bench.md"), table);
    }

    private static Path fresh(Path folder) throws IOException {
        delete(folder);
        return Files.createDirectories(folder);
    }

    /// A hundred thousand creations and two caches are gigabytes that nobody wants to find in their tree.
    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
