package studio.mofang.desktop.making;

/// Where a pane of making sends the person for what it lacks: a key, credits.
public record Exits(Runnable settings, Runnable wallet) {}
