package studio.mofang.server.payment;

import java.time.LocalDate;
import studio.mofang.server.payment.bill.Bill;
import studio.mofang.server.payment.bill.UnreadableBill;

/// A provider that says, a day later, what came and what went back on that day.
public interface BillSource {
    /// `alipay`, `wechat`: as it is stored with orders.
    String gateway();

    /// Over the network, within limits of time and size; never inside a transaction.
    Bill bill(LocalDate date) throws GatewayException, UnreadableBill;
}
