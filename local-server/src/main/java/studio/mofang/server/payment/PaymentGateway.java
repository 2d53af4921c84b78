package studio.mofang.server.payment;

import studio.mofang.core.Money;

/// Whoever takes the money for orders. All calls go over the network and may be repeated for the same order; none is
/// made inside a transaction, and what they say is not trusted further than `Settlement` checks it.
interface PaymentGateway {
    /// What is known of an order's payment.
    sealed interface State {
        /// Nobody has paid yet, or the gateway does not know the order before somebody starts to.
        record Waiting() implements State {}

        record Paid(String transactionId, Money amount) implements State {}

        /// It can no longer be paid.
        record Closed() implements State {}
    }

    /// What is known of a refund.
    sealed interface Return {
        /// The money has gone back.
        record Done() implements Return {}

        /// The gateway has taken it on and is not finished.
        record Underway() implements Return {}

        /// The gateway has never heard of it.
        record Unknown() implements Return {}

        /// Nothing goes back, and nothing will under this number.
        record Refused(String why) implements Return {}
    }

    /// `sandbox`, `alipay`, `wechat`: stored with the order, so that it is asked again.
    String name();

    /// True when no real money moves; every page and answer says so.
    boolean sandbox();

    /// Where or by what code the order is paid: a URL, or the content of a QR code. A URL without host is on this
    /// server.
    String create(Order order) throws GatewayException;

    State query(Order order) throws GatewayException;

    /// Makes the order unpayable; false when the money came first.
    boolean close(Order order) throws GatewayException;

    /// Sends money back; once for the number of the refund, however often it is called.
    Return refund(Order order, Refund refund) throws GatewayException;

    Return refundState(Order order, Refund refund) throws GatewayException;
}
