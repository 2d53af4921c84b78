package studio.mofang.server.payment.bill;

/// A file that is no whole bill: cut, changed, too large, or of a form that is not known. Nothing is concluded from
/// it.
public final class UnreadableBill extends Exception {
    private static final long serialVersionUID = 1L;

    public UnreadableBill(String message) {
        super(message);
    }

    public UnreadableBill(String message, Throwable cause) {
        super(message, cause);
    }
}
