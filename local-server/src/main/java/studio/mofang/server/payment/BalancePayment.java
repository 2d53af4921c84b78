package studio.mofang.server.payment;

import studio.mofang.core.Fault;
import studio.mofang.server.credit.CreditService;
import studio.mofang.server.credit.LedgerEntry;
import studio.mofang.server.credit.LedgerEntry.Cause;
import studio.mofang.server.web.Problem;

/// Pays memberships with credits, at once.
final class BalancePayment {
    private final CreditService credits;
    private final Settlement settlement;

    BalancePayment(CreditService credits, Settlement settlement) {
        this.credits = credits;
        this.settlement = settlement;
    }

    /// In the transaction that inserts the order as paid. Throws Problem(INSUFFICIENT_CREDITS), which undoes the order.
    void pay(Order order) {
        long price = Math.ceilDiv(order.amount().fen(), Goods.FEN_PER_CREDIT);
        var entry =
                new LedgerEntry(Cause.ORDER, order.orderId(), Goods.MEMBERSHIP, price, "余额购买" + order.description());
        if (!credits.spend(order.userId(), entry)) {
            throw new Problem(Fault.INSUFFICIENT_CREDITS, "积分不足：购买" + order.description() + "需要 " + price + " 积分，请先充值");
        }
        settlement.give(order);
    }
}
