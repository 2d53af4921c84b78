package studio.mofang.server.payment;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// What the ledger must come to when one thing happens after the other, kept in the simplest way there is.
final class MoneyModel {
    private final Map<String, Integer> unpaid = new ConcurrentHashMap<>();
    private final Set<String> transactions = ConcurrentHashMap.newKeySet();
    private final Map<UUID, Integer> open = new ConcurrentHashMap<>();
    private final Set<Integer> gifts = ConcurrentHashMap.newKeySet();
    private long balance;

    long balance() {
        return balance;
    }

    long held() {
        return open.values().stream().mapToLong(Integer::longValue).sum();
    }

    boolean available(int credits) {
        return balance - held() >= credits;
    }

    void ordered(String orderId, int credits) {
        unpaid.put(orderId, credits);
    }

    void calledBack(String orderId, String transaction) {
        if (unpaid.containsKey(orderId) && transactions.add(transaction)) {
            balance += unpaid.remove(orderId);
        }
    }

    void held(UUID hold, int credits) {
        open.put(hold, credits);
    }

    void captured(UUID hold) {
        balance -= open.getOrDefault(hold, 0);
        open.remove(hold);
    }

    void released(UUID hold) {
        open.remove(hold);
    }

    void spent(int credits) {
        balance -= credits;
    }

    void gifted(int gift, int credits) {
        if (gifts.add(gift)) {
            balance += credits;
        }
    }
}
