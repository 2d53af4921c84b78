package studio.mofang.server.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.mofang.server.db.gen.Tables.CREDIT_ENTRY;
import static studio.mofang.server.db.gen.Tables.ORDER_REFUND;
import static studio.mofang.server.db.gen.Tables.REFERRAL;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/// What holds of a customer's money and of their friend's, in whatever order things have happened.
final class MoneyProof {
    static final long FIRST_BONUS = 30;
    static final long REWARD = 50;

    private final Shop shop;
    private final Customer customer;

    MoneyProof(Shop shop, Customer customer) {
        this.shop = shop;
        this.customer = customer;
    }

    void assertHolds() {
        eachPaidOrderGaveItsCreditsAndNoOtherDid();
        theFirstBonusCameOnce();
        whatWasDueWasTakenOrIsOwed();
        oneRewardStandsForOnePaymentThatStands();
    }

    /// What the friend has spent of a reward that was withdrawn.
    long friendOwes() {
        return referral(REFERRAL.OWED);
    }

    private void eachPaidOrderGaveItsCreditsAndNoOtherDid() {
        var paid = customer.orders().stream()
                .map(order -> shop.stored(order.orderId()))
                .filter(Order::paid)
                .map(Order::orderId)
                .toList();
        assertThat(shop.credited(customer.user)).containsExactlyInAnyOrderElementsOf(paid);
    }

    private void theFirstBonusCameOnce() {
        long expected = shop.credited(customer.user).isEmpty() ? 0 : FIRST_BONUS;
        assertThat(entries(customer.user, CREDIT_ENTRY.TYPE.eq("bonus"))).isEqualTo(expected);
    }

    private void whatWasDueWasTakenOrIsOwed() {
        for (var order : customer.orders()) {
            var stored = shop.stored(order.orderId());
            var standing = ORDER_REFUND.ORDER_ID.eq(order.orderId()).and(ORDER_REFUND.STATUS.ne(Refund.REFUSED));
            long due = refunds(ORDER_REFUND.CREDITS_DUE, standing);
            long taken = refunds(ORDER_REFUND.CREDITS_TAKEN, standing);
            long moved = entries(
                    customer.user,
                    CREDIT_ENTRY.TYPE.eq(Returns.TYPE).and(CREDIT_ENTRY.CAUSE_ID.startsWith(order.orderId())));
            assertThat(stored.returned().creditsOwed()).isEqualTo(due - taken);
            assertThat(moved).isEqualTo(-taken);
            if (stored.status().equals(Order.REFUNDED)) {
                assertThat(due).isEqualTo(shop.credits().given(customer.user, order.orderId()));
            }
        }
    }

    private void oneRewardStandsForOnePaymentThatStands() {
        boolean due = customer.orders().stream()
                .map(order -> shop.stored(order.orderId()))
                .anyMatch(order -> order.paid() && !order.status().equals(Order.REFUNDED));
        long reward = referral(REFERRAL.REWARD);
        assertThat(reward).isEqualTo(due ? REWARD : 0);
        assertThat(entries(customer.friend, CREDIT_ENTRY.TYPE.eq("referral"))).isEqualTo(reward + friendOwes());
    }

    private long referral(TableField<?, Long> field) {
        return shop.store
                .database()
                .read(sql -> sql.select(field)
                        .from(REFERRAL)
                        .where(REFERRAL.REFERRED_ID.eq(customer.user))
                        .fetchSingle()
                        .value1());
    }

    private long entries(long user, Condition which) {
        return shop.store
                .database()
                .read(sql -> sql.select(total(CREDIT_ENTRY.AMOUNT))
                        .from(CREDIT_ENTRY)
                        .where(CREDIT_ENTRY.USER_ID.eq(user))
                        .and(which)
                        .fetchSingle()
                        .value1());
    }

    private long refunds(Field<Long> field, Condition which) {
        return shop.store
                .database()
                .read(sql -> sql.select(total(field))
                        .from(ORDER_REFUND)
                        .where(ORDER_REFUND.USER_ID.eq(customer.user))
                        .and(which)
                        .fetchSingle()
                        .value1());
    }

    private static Field<Long> total(Field<Long> field) {
        return DSL.coalesce(DSL.sum(field).cast(Long.class), 0L);
    }
}
