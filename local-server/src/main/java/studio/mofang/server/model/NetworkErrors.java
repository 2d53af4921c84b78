package studio.mofang.server.model;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketException;
import studio.mofang.server.model.ModelFailure.Kind;

/// What it means when the network, and not the provider, ends a call.
final class NetworkErrors {
    private NetworkErrors() {}

    static ModelFailure failure(IOException e) {
        return new ModelFailure(kind(e), e.getClass().getSimpleName(), e);
    }

    private static Kind kind(IOException e) {
        return switch (e) {
            case PublicAddresses.ClosedAddress _ -> Kind.ADDRESS_CLOSED;
            case InterruptedIOException _ -> Kind.TIMED_OUT;
            case ConnectException _ -> Kind.UNREACHABLE;
            case EOFException _, ProtocolException _, SocketException _ -> Kind.CUT;
            default -> Kind.UNREACHABLE;
        };
    }
}
