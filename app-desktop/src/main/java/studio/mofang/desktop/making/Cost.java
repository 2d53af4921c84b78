package studio.mofang.desktop.making;

import studio.mofang.core.Credits.Balance;

/// What the next thing costs, and why; `available` are the credits that are not set aside for anything.
public record Cost(long credits, Reason reason, long available) {
    /// Why it costs what it costs.
    public enum Reason {
        PRICE,
        MEMBER,
        OWN_KEY,
        MACHINE
    }

    static Cost of(Maker maker, Balance balance) {
        long available = balance.creditBalance() - balance.creditHeld();
        return switch (maker) {
            case Maker.Machine _ -> new Cost(0, Reason.MACHINE, available);
            case Maker.Ai ai when ai.model().ownKey() -> new Cost(0, Reason.OWN_KEY, available);
            case Maker.Ai _ when balance.isMember() -> new Cost(0, Reason.MEMBER, available);
            case Maker.Ai ai ->
                new Cost(ai.named() ? ai.model().creditsCost() : Kind.UNNAMED_COST, Reason.PRICE, available);
        };
    }

    public boolean affordable() {
        return credits <= available;
    }
}
