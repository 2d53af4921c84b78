package studio.mofang.server.credit;

import java.util.Locale;

/// Credits to be moved, always a positive number of them: whether they come or go is the method's that takes this.
/// `cause` and `reference` together move credits once for a user, whatever is repeated; `type` is the word on the wire.
public record LedgerEntry(Cause cause, String reference, String type, long credits, String description) {
    /// A longer description is cut: work that succeeded must not fail for its title. Counted in UTF-16 units, as H2
    /// counts.
    private static final int LONGEST = 200;

    /// What can move credits. `HOLD` is the ledger's own: see `CreditService.capture`.
    public enum Cause {
        ORDER,
        HOLD,
        COUPON,
        ACTIVITY,
        REFERRAL,
        REFUND,
        ADMIN;

        String stored() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public LedgerEntry {
        if (credits <= 0) {
            throw new IllegalArgumentException("an entry moves at least one credit, not " + credits);
        }
        description = description.length() <= LONGEST ? description : cut(description);
    }

    private static String cut(String text) {
        boolean halvesACharacter = Character.isHighSurrogate(text.charAt(LONGEST - 1));
        return text.substring(0, halvesACharacter ? LONGEST - 1 : LONGEST);
    }
}
