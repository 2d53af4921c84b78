package studio.mofang.server.payment;

/// A gateway did not answer, or answered something that settles nothing: the state of the payment stays unknown.
public final class GatewayException extends Exception {
    private static final long serialVersionUID = 1L;

    GatewayException(String message) {
        super(message);
    }

    GatewayException(String message, Throwable cause) {
        super(message, cause);
    }
}
