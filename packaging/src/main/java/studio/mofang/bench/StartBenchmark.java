package studio.mofang.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import studio.mofang.packaging.AppImage;
import studio.mofang.packaging.StartupCache;

/// From the start of the process to the window shown and to the editor usable, and the memory it then takes, against a
/// bare JavaFX window; with and without an AOT cache (JEP 514). Medians of five, the two programs taking turns. The
/// studio's data exist already, as on every day but the first.
final class StartBenchmark implements Benchmarks.Benchmark {
    private static final int ROUNDS = 5;
    private static final String STUDIO = "studio.mofang.desktop.Main";
    /// The memory once all is quiet, of the studio with its server, before leaving takes more.
    private static final String AT_REST = "RSS at rest";
    private static final String BARE = "studio.mofang.bench.BareWindow";

    /// What one run said of itself, and the memory it had at the end.
    private record Run(Map<String, Long> figures) {
        long figure(String name) {
            var known = figures.get(name);
            if (known == null) {
                throw new IllegalStateException("the program ended without saying " + name);
            }
            return known;
        }
    }

    @Override
    public List<Measure> run(Path scratch) throws IOException, InterruptedException {
        var measures = new ArrayList<Measure>();
        start(scratch, STUDIO, List.of("-Dmofang.bench=true"));
        measures.addAll(compare(scratch, "", List.of(), List.of(), new double[] {1.8, 2.8}));
        var bareCache = scratch.resolve("bare.aot");
        var studioCache = scratch.resolve("studio.aot");
        start(scratch, BARE, List.of("-XX:AOTCacheOutput=" + bareCache));
        start(Files.createDirectories(scratch.resolve("training")), STUDIO, StartupCache.training(studioCache));
        measures.addAll(compare(
                scratch,
                ", AOT cache",
                List.of("-XX:AOTCache=" + bareCache),
                List.of("-XX:AOTCache=" + studioCache),
                new double[] {1.3, 2.0}));
        return measures;
    }

    private static List<Measure> compare(
            Path scratch, String kind, List<String> bareFlags, List<String> studioFlags, double[] limits)
            throws IOException, InterruptedException {
        var bare = new Samples();
        var shown = new Samples();
        var usable = new Samples();
        var bareMemory = new Samples();
        var studioMemory = new Samples();
        for (int round = 0; round < ROUNDS; round++) {
            var plain = start(scratch, BARE, bareFlags);
            bare.add(plain.figure("SHOWN"));
            bareMemory.add(plain.figure(AT_REST));
            var flags = new ArrayList<>(studioFlags);
            flags.add("-Dmofang.bench=true");
            var studio = start(scratch, STUDIO, flags);
            shown.add(studio.figure("SHOWN"));
            usable.add(studio.figure("USABLE"));
            studioMemory.add(studio.figure(AT_REST));
        }
        return List.of(
                millis("start to window shown" + kind, shown, bare, limits[0]),
                millis("start to editor usable" + kind, usable, bare, limits[1]),
                Measure.atMost(
                        "resident memory after start" + kind,
                        Math.round(studioMemory.median() / 1024) + " MB",
                        "bare window " + Math.round(bareMemory.median() / 1024) + " MB",
                        studioMemory.median() / bareMemory.median(),
                        1.9));
    }

    private static Measure millis(String name, Samples ours, Samples bare, double limit) {
        return Measure.atMost(
                name,
                Math.round(ours.median()) + " ms",
                "bare window " + Math.round(bare.median()) + " ms",
                ours.median() / bare.median(),
                limit);
    }

    private static Run start(Path scratch, String main, List<String> flags) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        var program = Display.on(command(scratch, main, flags))
                .redirectError(scratch.resolve("stderr.log").toFile());
        // A measurement leaves nothing in the keychain of whoever measures.
        program.environment().put("MOFANG_KEYCHAIN", "off");
        var process = program.start();
        var figures = new ConcurrentHashMap<String, Long>();
        var memory = Thread.ofPlatform().daemon().unstarted(new MemoryWatch(process.pid(), figures)::run);
        memory.start();
        try (var lines = new BufferedReader(process.inputReader(StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                note(line, begun, figures);
            }
        }
        int code = process.waitFor();
        memory.join();
        if (code != 0) {
            throw new IOException(main + " ended with " + code + ", see " + scratch.resolve("stderr.log"));
        }
        return new Run(figures);
    }

    /// Our own clock for both programs: theirs begin at different moments of their start.
    private static void note(String line, long begun, Map<String, Long> figures) {
        var word = line.split(" ")[0];
        if (word.equals("SHOWN") || word.equals("USABLE")) {
            figures.put(word, (System.nanoTime() - begun) / 1_000_000);
        }
        if (word.equals("RESTED")) {
            figures.put(AT_REST, figures.getOrDefault(MemoryWatch.KEY, 0L));
        }
    }

    private static List<String> command(Path scratch, String main, List<String> flags) throws IOException {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.add("-Xlog:aot=off");
        words.addAll(main.equals(STUDIO) ? AppImage.JAVA_OPTIONS : List.of("--enable-native-access=ALL-UNNAMED"));
        words.addAll(flags);
        words.addAll(Display.flags());
        words.addAll(List.of("-cp", ClassPath.ofJars(), main));
        if (main.equals(STUDIO)) {
            words.addAll(List.of(
                    "--data-dir",
                    Files.createDirectories(scratch.resolve("data")).toString()));
        }
        return words;
    }
}
