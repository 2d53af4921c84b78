package studio.mofang.server.payment;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the ledger of somebody, and of the friend who invited them, must come to when one thing happens after the
/// other, kept in the simplest way there is.
final class MoneyModel {
    private final long firstBonus;
    private final long reward;
    private final Map<String, Sale> sales = new HashMap<>();
    private final Set<String> transactions = new HashSet<>();
    private final Map<UUID, Integer> open = new HashMap<>();
    private final Set<Integer> gifts = new HashSet<>();
    private long balance;
    private long friendsBalance;
    private long friendOwes;
    private boolean rewarded;
    private boolean firstIsPaid;

    /// What a first recharge adds, and what whoever invited gets for it, in credits.
    MoneyModel(long firstBonus, long reward) {
        this.firstBonus = firstBonus;
        this.reward = reward;
    }

    long balance() {
        return balance;
    }

    long held() {
        return open.values().stream().mapToLong(Integer::longValue).sum();
    }

    long friendsBalance() {
        return friendsBalance;
    }

    long friendOwes() {
        return friendOwes;
    }

    /// Credits that were due for what went back of an order, and could not be taken.
    long owed(String orderId) {
        return sales.get(orderId).owed;
    }

    void ordered(String orderId, int yuan) {
        sales.put(orderId, new Sale(yuan));
    }

    void calledBack(String orderId, String transaction) {
        var sale = sales.get(orderId);
        if (!sale.paid && transactions.add(transaction)) {
            sale.paid = true;
            sale.given = sale.yuan * 10L + (firstIsPaid ? 0 : firstBonus);
            firstIsPaid = true;
            balance += sale.given;
            rewardOrWithdraw();
        }
    }

    /// So many yuan go back, or all that are left; false when there are not so many to go back, or none.
    boolean refunded(String orderId, OptionalInt wished) {
        var sale = sales.get(orderId);
        int rest = sale.paid ? sale.yuan - sale.returned : 0;
        int yuan = wished.orElse(rest);
        if (yuan == 0 || yuan > rest) {
            return false;
        }
        sale.returned += yuan;
        long due = sale.given * sale.returned / sale.yuan - sale.due;
        long taken = Math.min(due, balance - held());
        sale.due += due;
        sale.owed += due - taken;
        balance -= taken;
        rewardOrWithdraw();
        return true;
    }

    void held(UUID hold, int credits) {
        open.put(hold, credits);
    }

    void captured(UUID hold) {
        @Nullable Integer credits = open.remove(hold);
        balance -= credits == null ? 0 : credits;
    }

    void released(UUID hold) {
        open.remove(hold);
    }

    void spent(int credits) {
        balance -= credits;
    }

    void friendSpent(int credits) {
        friendsBalance -= credits;
    }

    void gifted(int gift, int credits) {
        if (gifts.add(gift)) {
            balance += credits;
        }
    }

    /// A reward stands as long as some payment does. What is owed of an earlier one has been given already.
    private void rewardOrWithdraw() {
        boolean due = sales.values().stream().anyMatch(sale -> sale.paid && sale.returned < sale.yuan);
        if (due && !rewarded) {
            friendsBalance += reward - friendOwes;
            friendOwes = 0;
        } else if (!due && rewarded) {
            long taken = Math.min(friendsBalance, reward);
            friendsBalance -= taken;
            friendOwes = reward - taken;
        }
        rewarded = due;
    }

    private static final class Sale {
        private final int yuan;
        private boolean paid;
        private long given;
        private int returned;
        private long due;
        private long owed;

        Sale(int yuan) {
            this.yuan = yuan;
        }
    }
}
