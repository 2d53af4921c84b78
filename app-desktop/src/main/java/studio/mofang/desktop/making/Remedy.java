package studio.mofang.desktop.making;

/// What may help after a failure, beside trying again. `WAIT` is for what was no failure: its provider goes on with it,
/// and trying again would make it twice.
public enum Remedy {
    NONE,
    RECHARGE,
    WITHOUT_AI,
    WAIT
}
