package studio.mofang.server.payment;

import java.util.Optional;
import studio.mofang.core.Money;
import studio.mofang.server.web.RequestKey;

/// An accepted wish to buy; `price` is without any offer, `key` is what the client repeats it under.
record Purchase(
        long userId,
        Goods goods,
        Money price,
        String paymentMethod,
        Optional<String> couponCode,
        Optional<RequestKey> key) {
    static final String BALANCE = "balance";

    boolean byBalance() {
        return paymentMethod.equals(BALANCE);
    }
}
