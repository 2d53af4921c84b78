package studio.mofang.server.payment;

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
        GIFT
    }
}
