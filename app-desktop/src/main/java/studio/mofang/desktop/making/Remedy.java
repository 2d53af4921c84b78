package studio.mofang.desktop.making;

/// What may help after a failure, beside trying again.
public enum Remedy {
    NONE,
    RECHARGE,
    WITHOUT_AI
}
