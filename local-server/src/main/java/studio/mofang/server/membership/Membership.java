package studio.mofang.server.membership;

import java.time.Instant;

/// A running membership: the plan of the period that runs now, and when the last of the periods that follow it ends.
public record Membership(String type, Instant end) {}
