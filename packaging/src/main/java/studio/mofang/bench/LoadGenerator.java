package studio.mofang.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/// Sends one request again and again over connections that stay open, as light as it can be: it shares the cores with
/// the server that it loads.
final class LoadGenerator {
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final int port;
    private final byte[] request;

    LoadGenerator(int port, String path, String bearer) {
        this.port = port;
        this.request = ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nAuthorization: Bearer " + bearer
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /// Answers a second, all of them 200, and what each cost this process beside the generator itself.
    record Load(double rate, double cpuMicros) {}

    Load load(int connections, Duration time) throws InterruptedException {
        var until = Instant.now().plus(time);
        var answers = new LongAdder();
        var own = new LongAdder();
        long before = PROCESS.getProcessCpuTime();
        var workers = new ArrayList<Thread>();
        for (int i = 0; i < connections; i++) {
            workers.add(Thread.ofPlatform().start(() -> {
                work(until, answers);
                own.add(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
            }));
        }
        for (var worker : workers) {
            worker.join();
        }
        long servers = PROCESS.getProcessCpuTime() - before - own.sum();
        return new Load(answers.sum() / (time.toMillis() / 1000.0), servers / 1000.0 / answers.sum());
    }

    private void work(Instant until, LongAdder answers) {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setTcpNoDelay(true);
            var out = socket.getOutputStream();
            var in = new BufferedInputStream(socket.getInputStream(), 16_384);
            while (Instant.now().isBefore(until)) {
                out.write(request);
                readAnswer(in);
                answers.increment();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void readAnswer(InputStream in) throws IOException {
        var status = line(in);
        if (!status.contains(" 200")) {
            throw new IOException("the server answered " + status);
        }
        int length = 0;
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(
                        header.substring("content-length:".length()).strip());
            }
        }
        in.skipNBytes(length);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the server closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
