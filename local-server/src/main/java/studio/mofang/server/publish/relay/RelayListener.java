package studio.mofang.server.publish.relay;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/// Listens in the local network for one phone and one pack, under an address that nobody can guess, until
/// it is closed. It knows nothing of the API, and the API nothing of it.
public final class RelayListener implements AutoCloseable {
    private static final int SECRET_BYTES = 24;
    private static final int THREADS = 12;

    private final Server server;
    private final ServerConnector connector;
    private final InetAddress address;
    private final String token = newToken();

    /// What happens when the person says on the phone that it is published, with the link where they gave
    /// one.
    public interface Confirm {
        /// Throws IllegalArgumentException with a sentence for the person where that cannot be.
        void published(@Nullable String link);
    }

    /// Nothing is answered after `expiresAt`. Throws IllegalStateException when the address cannot be
    /// listened on.
    public RelayListener(InetAddress address, RelayPack pack, Instant expiresAt, InstantSource clock, Confirm confirm) {
        this.address = address;
        server = new Server(new QueuedThreadPool(THREADS, 1));
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendDateHeader(false);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(address.getHostAddress());
        connector.setPort(0);
        server.addConnector(connector);
        server.setHandler(new RelayHandler(token, pack, expiresAt, clock, confirm, this::authority));
        start();
    }

    /// What goes into the QR code.
    public String url() {
        return "http://" + authority() + "/" + token + "/";
    }

    public int port() {
        return connector.getLocalPort();
    }

    /// Nobody listens any more when this returns.
    @Override
    public void close() {
        try {
            server.setStopTimeout(0);
            server.stop();
        } catch (Exception e) { // Jetty declares no narrower one
            throw new IllegalStateException("cannot stop the relay on port " + port(), e);
        }
    }

    private void start() {
        try {
            server.start();
        } catch (Exception e) { // Jetty declares no narrower one
            throw new IllegalStateException("cannot listen on " + address.getHostAddress(), e);
        }
    }

    private String authority() {
        return new InetSocketAddress(address, port()).getAddress().getHostAddress() + ":" + port();
    }

    private static String newToken() {
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
