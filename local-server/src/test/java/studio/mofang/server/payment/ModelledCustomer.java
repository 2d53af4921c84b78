package studio.mofang.server.payment;

import static org.assertj.core.api.Assertions.assertThat;

/// A customer to whom one deed happens after the other, and a model beside them to whom the same happens.
final class ModelledCustomer {
    private final Shop shop;
    private final Customer customer;
    private final MoneyModel model = new MoneyModel(MoneyProof.FIRST_BONUS, MoneyProof.REWARD);

    ModelledCustomer(Shop shop) {
        this.shop = shop;
        this.customer = new Customer(shop);
    }

    Customer customer() {
        return customer;
    }

    void does(Deed deed) {
        switch (deed.kind()) {
            case ORDER -> model.ordered(customer.places(deed.much()).orderId(), deed.much());
            case HOLD -> customer.holds(deed.much()).ifPresent(hold -> model.held(hold, deed.much()));
            case SPEND -> {
                if (customer.spends(customer.user, deed.much())) {
                    model.spent(deed.much());
                }
            }
            case FRIEND_SPENDS -> {
                if (customer.spends(customer.friend, deed.much())) {
                    model.friendSpent(deed.much());
                }
            }
            case REFUND -> customer.order(deed).ifPresent(order -> refund(order, deed));
            case CALLBACK, FAILED_CALLBACK, LATER, CAPTURE, RELEASE, GIFT, REFUSED_REFUND -> {
                customer.does(deed);
                follow(deed);
            }
        }
    }

    void assertAsTheModelSays() {
        var balance = shop.credits().balance(customer.user);
        assertThat(balance.creditBalance()).isEqualTo(model.balance());
        assertThat(balance.creditHeld()).isEqualTo(model.held());
        assertThat(shop.credits().balance(customer.friend).creditBalance()).isEqualTo(model.friendsBalance());
    }

    void assertDebtsAreAsTheModelSays() {
        var proof = new MoneyProof(shop, customer);
        assertThat(proof.friendOwes()).isEqualTo(model.friendOwes());
        for (var order : customer.orders()) {
            assertThat(shop.stored(order.orderId()).returned().creditsOwed()).isEqualTo(model.owed(order.orderId()));
        }
    }

    /// A refund that the provider refuses changes nothing.
    private void follow(Deed deed) {
        switch (deed.kind()) {
            case CALLBACK ->
                customer.order(deed).ifPresent(order -> model.calledBack(order.orderId(), customer.transaction(deed)));
            case CAPTURE -> customer.hold(deed).ifPresent(model::captured);
            case RELEASE -> customer.hold(deed).ifPresent(model::released);
            case GIFT -> model.gifted(deed.which(), deed.much());
            default -> {}
        }
    }

    private void refund(Order order, Deed deed) {
        boolean refunded = customer.refunds(order, deed.part(), Customer.ASKED_FOR);
        assertThat(refunded).isEqualTo(model.refunded(order.orderId(), deed.part()));
    }
}
