package studio.mofang.server.payment;

import java.time.InstantSource;
import java.util.Optional;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.mofang.server.credit.CreditService;
import studio.mofang.server.credit.LedgerEntry;
import studio.mofang.server.credit.LedgerEntry.Cause;
import studio.mofang.server.db.ChangeSequence;
import studio.mofang.server.db.Database;
import studio.mofang.server.membership.MembershipService;

/// Moves orders forward. A payment settles in one transaction: the message is kept, the provider's transaction is
/// recorded (it can be only once), the order is paid, the goods are given (rules P1 to P4).
///
/// Money that arrives for a closed order has arrived all the same: the goods are given and the order shows `paid_late`.
final class Settlement {
    private static final Logger log = LoggerFactory.getLogger(Settlement.class);

    private final Database database;
    private final CreditService credits;
    private final MembershipService memberships;
    private final Offers offers;
    private final InstantSource clock;
    private final OrderRepository orders = new OrderRepository();
    private final PaymentRepository payments = new PaymentRepository();
    private final UrgentPaymentEventRepository urgent = new UrgentPaymentEventRepository();

    Settlement(
            Database database,
            CreditService credits,
            MembershipService memberships,
            Offers offers,
            InstantSource clock) {
        this.offers = offers;
        this.database = database;
        this.credits = credits;
        this.memberships = memberships;
        this.clock = clock;
    }

    /// What came of a message about a payment. All but the first two change nothing but the lists of messages.
    enum Outcome {
        PAID(false),
        /// Paid late, when another order had taken the coupon: the money bought credits instead (ADR 21).
        OTHER_GOODS(true),
        REPEATED(false),
        NOT_SUCCESSFUL(false),
        UNKNOWN_ORDER(true),
        OTHER_METHOD(true),
        OTHER_AMOUNT(true),
        OTHER_ORDER(true),
        OTHER_MERCHANT(true),
        PAID_TWICE(true);

        private final boolean urgent;

        Outcome(boolean urgent) {
            this.urgent = urgent;
        }

        /// Money came, and a person has to see what becomes of it.
        boolean urgent(PaymentMessage message) {
            return urgent && message.success();
        }
    }

    /// The outcome, and the order as it then stood, where there is one.
    record Settled(Outcome outcome, Optional<Order> order) {}

    Settled settle(PaymentMessage message) {
        var settled = database.writeDurably(tx -> {
            var outcome = orders.lock(tx, message.orderId())
                    .map(order -> outcome(tx, order, message))
                    .orElse(Outcome.UNKNOWN_ORDER);
            write(tx, message, outcome);
            return new Settled(outcome, orders.find(tx, message.orderId()));
        });
        report(message, settled.outcome());
        return settled;
    }

    /// Keeps a genuine message that cannot be for this server, and does nothing else.
    Settled keep(PaymentMessage message, Outcome outcome) {
        database.writeDurably(tx -> {
            write(tx, message, outcome);
            return outcome;
        });
        report(message, outcome);
        return new Settled(outcome, Optional.empty());
    }

    /// Unless it is paid.
    void close(Order order) {
        database.writeDurably(tx -> {
            orders.lock(tx, order.orderId()).filter(Order::open).ifPresent(known -> {
                long change = ChangeSequence.next(tx, known.userId());
                orders.closed(tx, known, clock.instant(), change);
                offers.release(known);
            });
            return order;
        });
    }

    /// What a person bought becomes theirs; in the transaction that marks the order paid. False when it had to be
    /// something else.
    boolean give(Order order) {
        var earned = offers.earned(order);
        switch (earned.goods()) {
            case Goods.Recharge recharge ->
                credits.add(
                        order.userId(),
                        new LedgerEntry(
                                Cause.ORDER, order.orderId(), Goods.RECHARGE, recharge.credits(), order.description()));
            case Goods.Membership membership -> memberships.extend(order.userId(), membership.plan(), order.orderId());
        }
        return earned.asOrdered();
    }

    private void write(DSLContext tx, PaymentMessage message, Outcome outcome) {
        var now = clock.instant();
        payments.insertEvent(tx, message, outcome, now);
        if (outcome.urgent(message)) {
            urgent.insert(tx, message, outcome, now);
        }
    }

    private Outcome outcome(DSLContext tx, Order order, PaymentMessage message) {
        if (!order.paymentMethod().equals(message.provider())) {
            return Outcome.OTHER_METHOD;
        }
        if (!message.success()) {
            return Outcome.NOT_SUCCESSFUL;
        }
        if (message.amount() != null && !message.amount().equals(order.amount())) {
            return Outcome.OTHER_AMOUNT;
        }
        var settled = payments.orderOf(tx, message);
        if (settled.isPresent()) {
            return settled.get().equals(order.orderId()) ? Outcome.REPEATED : Outcome.OTHER_ORDER;
        }
        if (order.paid()) {
            return Outcome.PAID_TWICE;
        }
        return payments.insertTransaction(tx, message, order, clock.instant())
                ? paid(tx, order, message)
                : Outcome.OTHER_ORDER;
    }

    private Outcome paid(DSLContext tx, Order order, PaymentMessage message) {
        long change = ChangeSequence.next(tx, order.userId());
        var status = order.open() ? Order.PAID : Order.PAID_LATE;
        boolean first = order.goods() instanceof Goods.Recharge && !orders.recharged(tx, order.userId());
        orders.paid(tx, order, status, message.transactionId(), clock.instant(), change);
        offers.rewardReferral(order);
        boolean asOrdered = give(order);
        if (first) {
            offers.addFirstBonus(order);
        }
        return asOrdered ? Outcome.PAID : Outcome.OTHER_GOODS;
    }

    private static void report(PaymentMessage message, Outcome outcome) {
        if (outcome.urgent(message)) {
            log.error(
                    "Payment {} of {} for order {} needs a person: {}",
                    message.transactionId(),
                    message.provider(),
                    message.orderId(),
                    outcome);
        } else if (outcome == Outcome.REPEATED) {
            log.debug("Order {} was paid before", message.orderId());
        } else {
            log.info("Order {}, payment {}: {}", message.orderId(), message.transactionId(), outcome);
        }
    }
}
