package studio.mofang.server.payment;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Json;
import studio.mofang.core.Payments.Callback;

/// Acts as a provider does when somebody presses a button: it writes its own books, then sends a signed callback, which
/// is received like any other.
final class SandboxProvider {
    private final SandboxGateway gateway;
    private final CallbackSignature signature;
    private final Callbacks callbacks;

    SandboxProvider(SandboxGateway gateway, CallbackSignature signature, Callbacks callbacks) {
        this.gateway = gateway;
        this.signature = signature;
        this.callbacks = callbacks;
    }

    void pay(Order order) {
        gateway.pay(order).ifPresent(payment -> send(order, payment.transactionId(), "success"));
    }

    void cancel(Order order) {
        send(order, null, "cancelled");
    }

    private void send(Order order, @Nullable String transactionId, String status) {
        var body = written(new Callback(order.orderId(), order.paymentMethod(), transactionId, status, order.amount()));
        callbacks.receive(Optional.of(signature.sign(body)), body);
    }

    private static byte[] written(Callback callback) {
        try {
            return Json.shared().writeValueAsBytes(callback);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a callback", e);
        }
    }
}
