package studio.mofang.desktop;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One studio to a data folder: the first holds a file lock and listens on the loopback; a second asks the first to
/// come to the front. Only who can read the folder knows the port and the token.
final class SingleInstance implements AutoCloseable {
    private static final int TOKEN_BYTES = 32;
    private static final int ANSWER_MILLIS = 3_000;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(250);

    private final FileLock lock;
    private final Path dataFolder;
    private volatile @Nullable ServerSocket door;
    private volatile boolean leaving;
    private volatile Runnable comeToTheFront = () -> {};

    private SingleInstance(FileLock lock, Path dataFolder) {
        this.lock = lock;
        this.dataFolder = dataFolder;
    }

    /// What came of a start.
    sealed interface Entrance {
        record Held(SingleInstance instance) implements Entrance {}

        /// The studio that holds the folder shows its window.
        record Summoned() implements Entrance {}

        /// Somebody holds the folder, and does not answer.
        record Silent() implements Entrance {}
    }

    /// Holds the folder, or asks whoever holds it to show its window. One that is only just starting gets time to say
    /// where it listens, and one that is leaving to be gone.
    static Entrance enter(Path dataFolder, Duration patience) throws IOException, InterruptedException {
        var began = System.nanoTime();
        while (true) {
            var held = hold(dataFolder);
            if (held.isPresent()) {
                return new Entrance.Held(held.get());
            }
            if (answers(dataFolder)) {
                return new Entrance.Summoned();
            }
            if (System.nanoTime() - began > patience.toNanos()) {
                return new Entrance.Silent();
            }
            Thread.sleep(BETWEEN_ATTEMPTS);
        }
    }

    /// Absent when somebody else holds the folder.
    static Optional<SingleInstance> hold(Path dataFolder) throws IOException {
        Files.createDirectories(dataFolder);
        var channel = FileChannel.open(dataFolder.resolve("studio.lock"), CREATE, WRITE);
        var lock = lock(channel);
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        var held = new SingleInstance(lock, dataFolder);
        // The window does not wait for the door: random numbers and sockets cost a tenth of a second at the start.
        Thread.ofPlatform().daemon().name("second starts").start(held::listen);
        return Optional.of(held);
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            // Held within this very process.
            return null;
        }
    }

    private static boolean answers(Path dataFolder) {
        try {
            var where = Files.readString(address(dataFolder)).strip().split(" ");
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(where[0]))) {
                socket.setSoTimeout(ANSWER_MILLIS);
                socket.getOutputStream().write(HexFormat.of().parseHex(where[1]));
                return socket.getInputStream().read() == 1;
            }
        } catch (IOException | RuntimeException e) {
            LoggerFactory.getLogger(SingleInstance.class).debug("the first studio does not answer", e);
            return false;
        }
    }

    /// What happens when somebody starts the studio again; called on a thread of its own.
    void onSummons(Runnable action) {
        comeToTheFront = action;
    }

    /// From now on nobody is let in, while the folder is still held: a window that goes away does not come back.
    synchronized void shutDoor() {
        leaving = true;
        var open = door;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                logger().warn("second starts are still answered", e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        shutDoor();
        lock.release();
        lock.acquiredBy().close();
    }

    private static Path address(Path dataFolder) {
        return dataFolder.resolve("studio.address");
    }

    private void listen() {
        var token = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(token);
        try (var open = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            door = open;
            publish(open.getLocalPort(), token);
            while (!leaving) {
                admit(open, token);
            }
        } catch (IOException e) {
            if (!leaving) {
                logger().warn("a second start cannot reach this one", e);
            }
        }
    }

    /// Who already leaves must not write over the address of the next.
    private synchronized void publish(int port, byte[] token) throws IOException {
        if (leaving) {
            return;
        }
        var next = Files.createTempFile(dataFolder, "studio", ".address");
        Files.writeString(next, port + " " + HexFormat.of().formatHex(token), US_ASCII);
        Files.move(next, address(dataFolder), StandardCopyOption.REPLACE_EXISTING);
    }

    private void admit(ServerSocket open, byte[] token) throws IOException {
        try {
            var visitor = open.accept();
            // A visitor who says nothing keeps nobody else waiting.
            Thread.ofVirtual().name("visitor").start(() -> receive(visitor, token));
        } catch (SocketException e) {
            if (open.isClosed()) {
                throw e;
            }
            logger().warn("a second start could not be let in", e);
            LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
        }
    }

    private void receive(Socket visitor, byte[] token) {
        try (visitor) {
            answer(visitor, token);
        } catch (IOException e) {
            logger().debug("a visitor went away", e);
        } catch (RuntimeException e) {
            logger().error("the window did not come to the front", e);
        }
    }

    private void answer(Socket visitor, byte[] token) throws IOException {
        visitor.setSoTimeout(ANSWER_MILLIS);
        var said = Arrays.copyOf(visitor.getInputStream().readNBytes(TOKEN_BYTES), TOKEN_BYTES);
        // A door that is just being shut can still let somebody in.
        var known = MessageDigest.isEqual(said, token) && !leaving;
        if (known) {
            comeToTheFront.run();
        }
        visitor.getOutputStream().write(known ? 1 : 0);
    }

    private static Logger logger() {
        return LoggerFactory.getLogger(SingleInstance.class);
    }
}
