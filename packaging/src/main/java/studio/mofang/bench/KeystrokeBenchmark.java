package studio.mofang.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import studio.mofang.packaging.AppImage;

/// A key typed into a document of one megabyte: from the key to the picture being ready, in the real editor of the
/// real studio, started in a process of its own by `KeystrokeProbe`.
final class KeystrokeBenchmark implements Benchmarks.Benchmark {
    private static final double ONE_FRAME = 16;

    @Override
    public List<Measure> run(Path scratch) throws IOException, InterruptedException {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(AppImage.JAVA_OPTIONS);
        words.addAll(Display.flags());
        words.addAll(List.of(
                "-cp",
                ClassPath.ofJars(),
                "studio.mofang.bench.KeystrokeProbe",
                scratch.resolve("data").toString()));
        var process = Display.on(words)
                .redirectError(scratch.resolve("stderr.log").toFile())
                .start();
        var times = new Samples();
        var work = new Samples();
        int count = 0;
        try (var lines = new BufferedReader(process.inputReader(StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("KEY ")) {
                    var figures = line.split(" ");
                    times.add(Double.parseDouble(figures[1]));
                    work.add(Double.parseDouble(figures[2]));
                    count++;
                }
            }
        }
        if (process.waitFor() != 0 || count == 0) {
            throw new IOException("no key was measured, see " + scratch.resolve("stderr.log"));
        }
        return List.of(
                measure("a key in a 1 MB document, p95 ms", times), measure("the same, processor time, p95 ms", work));
    }

    private static Measure measure(String name, Samples samples) {
        return Measure.atMost(
                name, "p50 %.1f ms".formatted(samples.median()), "one frame", samples.percentile(95), ONE_FRAME);
    }
}
