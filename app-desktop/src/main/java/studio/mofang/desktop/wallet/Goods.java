package studio.mofang.desktop.wallet;

import studio.mofang.core.Payments.Order;
import studio.mofang.desktop.kit.Desk;

/// What an order is for, in words.
final class Goods {
    private Goods() {}

    static String of(Desk desk, Order order) {
        var credits = order.credits();
        var bought = credits == null ? desk.text("plan." + order.membershipType()) : desk.text("pay.credits", credits);
        return order.bonusCredits() == 0 ? bought : desk.text("pay.bonus", bought, order.bonusCredits());
    }
}
