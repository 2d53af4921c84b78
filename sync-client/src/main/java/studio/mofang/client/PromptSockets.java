package studio.mofang.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/// Sockets that send what is written at once (`TCP_NODELAY`). Otherwise the last piece of a body that fills more than
/// one segment waits for the other side's acknowledgement, which it delays by 40 ms: longer than the server takes for
/// the whole request. Source: RFC 896, RFC 1122 section 4.2.3.2.
final class PromptSockets extends SocketFactory {
    /// One for all: connections are shared among clients whose factories are equal.
    static final SocketFactory SHARED = new PromptSockets(SocketFactory.getDefault());

    private final SocketFactory sockets;

    private PromptSockets(SocketFactory sockets) {
        this.sockets = sockets;
    }

    @Override
    public Socket createSocket() throws IOException {
        return prompt(sockets.createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return prompt(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return prompt(sockets.createSocket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return prompt(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return prompt(sockets.createSocket(host, port, local, localPort));
    }

    private static Socket prompt(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        return socket;
    }
}
