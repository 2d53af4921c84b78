package studio.mofang.server.model;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import okhttp3.Dns;

/// Tells addresses of the public Internet from those of this machine and its networks (rule X12). Source: IANA's
/// special-purpose registries for IPv4 and IPv6.
final class PublicAddresses {
    private static final List<Block> CLOSED = List.of(
            block("0.0.0.0", 8),
            block("10.0.0.0", 8),
            block("100.64.0.0", 10),
            block("127.0.0.0", 8),
            block("169.254.0.0", 16),
            block("172.16.0.0", 12),
            block("192.0.0.0", 24),
            block("192.0.2.0", 24),
            block("192.88.99.0", 24),
            block("192.168.0.0", 16),
            block("198.18.0.0", 15),
            block("198.51.100.0", 24),
            block("203.0.113.0", 24),
            block("224.0.0.0", 3),
            block("2001::", 23),
            block("2001:db8::", 32),
            block("2002::", 16),
            block("3fff::", 20));

    /// All of IPv6 that is handed out; what lies outside embeds IPv4, is local, or is not assigned.
    private static final Block GLOBAL_UNICAST = block("2000::", 3);

    private PublicAddresses() {}

    /// Looks names up and refuses those with any address that is not public.
    static final Dns ONLY = host -> {
        var addresses = Dns.SYSTEM.lookup(host);
        if (!addresses.stream().allMatch(PublicAddresses::isPublic)) {
            throw new ClosedAddress(host);
        }
        return addresses;
    };

    /// A host that may not be reached, by name or by number.
    static final class ClosedAddress extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        ClosedAddress(String host) {
            super(host + " is not on the public Internet");
        }
    }

    static boolean isPublic(InetAddress address) {
        var bytes = address.getAddress();
        return CLOSED.stream().noneMatch(block -> block.has(bytes)) && (bytes.length == 4 || GLOBAL_UNICAST.has(bytes));
    }

    private record Block(byte[] start, int bits) {
        boolean has(byte[] address) {
            if (address.length != start.length) {
                return false;
            }
            int whole = bits / 8;
            int rest = 0xff << (8 - bits % 8) & 0xff;
            return Arrays.equals(start, 0, whole, address, 0, whole)
                    && (bits % 8 == 0 || (start[whole] & rest) == (address[whole] & rest));
        }
    }

    private static Block block(String start, int bits) {
        return new Block(InetAddress.ofLiteral(start).getAddress(), bits);
    }
}
