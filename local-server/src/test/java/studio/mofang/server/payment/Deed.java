package studio.mofang.server.payment;

import java.util.OptionalInt;

/// One thing that happens to somebody's money in the property tests; `which` and `much` say to what, and how much of
/// it.
record Deed(Kind kind, int which, int much) {
    enum Kind {
        ORDER,
        CALLBACK,
        FAILED_CALLBACK,
        LATER,
        HOLD,
        CAPTURE,
        RELEASE,
        SPEND,
        GIFT,
        REFUND,
        REFUSED_REFUND,
        FRIEND_SPENDS
    }

    /// In yuan; absent for all there is, as often as not.
    OptionalInt part() {
        return much % 2 == 0 ? OptionalInt.empty() : OptionalInt.of(much);
    }
}
