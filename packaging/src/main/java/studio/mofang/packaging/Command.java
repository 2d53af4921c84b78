package studio.mofang.packaging;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A program run to its end, its output on ours.
record Command(List<String> words, Map<String, String> environment) {
    Command {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    static Command of(List<String> words) {
        return new Command(words, Map.of());
    }

    /// A tool of the JDK that runs this build.
    static Command ofJdk(String tool, List<String> arguments) {
        var path = Path.of(System.getProperty("java.home"), "bin", tool).toString();
        return of(Stream.concat(Stream.of(path), arguments.stream()).toList());
    }

    static boolean installed(String program) {
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                .filter(folder -> !folder.isBlank())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program))
                        || Files.isExecutable(Path.of(folder, program + ".exe")));
    }

    Command with(Map<String, String> variables) {
        return new Command(words, variables);
    }

    /// @throws IOException if the program cannot be started or ends with anything but 0
    void run() throws IOException, InterruptedException {
        var process = new ProcessBuilder(words).inheritIO();
        process.environment().putAll(environment);
        int code = process.start().waitFor();
        if (code != 0) {
            throw new IOException(Path.of(words.getFirst()).getFileName() + " ended with " + code + ", see above");
        }
    }
}
