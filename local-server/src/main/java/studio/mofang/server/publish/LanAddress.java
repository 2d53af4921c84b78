package studio.mofang.server.publish;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// This machine's address in its local network, where a phone beside it can reach it.
final class LanAddress {
    /// Never sent to: choosing a way there tells which network the machine would use (RFC 5737).
    private static final String ANYWHERE = "192.0.2.1";

    private LanAddress() {}

    /// `given` where somebody has chosen one.
    static Optional<InetAddress> find(@Nullable String given) {
        if (given != null) {
            return Optional.of(InetAddress.ofLiteral(given));
        }
        try {
            var preferred = onTheWayOut();
            return preferred.isPresent() ? preferred : anyPrivate();
        } catch (SocketException _) {
            // Without any network there is no address in it.
            return Optional.empty();
        }
    }

    private static Optional<InetAddress> onTheWayOut() {
        try (var socket = new DatagramSocket()) {
            socket.connect(new InetSocketAddress(ANYWHERE, 9));
            return Optional.of(socket.getLocalAddress()).filter(LanAddress::isPrivate);
        } catch (IOException | java.io.UncheckedIOException _) {
            // No way out does not mean that there is no phone beside the machine.
            return Optional.empty();
        }
    }

    private static Optional<InetAddress> anyPrivate() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .filter(LanAddress::usable)
                .flatMap(NetworkInterface::inetAddresses)
                .filter(LanAddress::isPrivate)
                .findFirst();
    }

    private static boolean usable(NetworkInterface network) {
        try {
            return network.isUp() && !network.isLoopback() && !network.isPointToPoint() && !network.isVirtual();
        } catch (SocketException _) {
            // It has just gone away.
            return false;
        }
    }

    private static boolean isPrivate(InetAddress address) {
        return address instanceof Inet4Address && address.isSiteLocalAddress();
    }
}
