package studio.mofang.server.activity;

import studio.mofang.server.credit.CreditService;
import studio.mofang.server.credit.LedgerEntry;
import studio.mofang.server.credit.LedgerEntry.Cause;

/// Puts the credits of activities into the ledger, under a reference that counts once.
final class Gifts {
    private static final String GIFT = "gift";
    private static final String BONUS = "bonus";

    private final CreditService credits;

    Gifts(CreditService credits) {
        this.credits = credits;
    }

    /// For taking part: once for each activity.
    void give(long userId, Activity activity, long amount) {
        credits.add(
                userId,
                new LedgerEntry(Cause.ACTIVITY, "activity-" + activity.id(), GIFT, amount, "活动：" + activity.name()));
    }

    /// For an order: under the order's number, with what else it brought.
    void giveFor(String orderId, long userId, Activity activity, long amount) {
        credits.add(userId, new LedgerEntry(Cause.ACTIVITY, orderId, BONUS, amount, "活动：" + activity.name()));
    }
}
