package studio.mofang.server.generation;

import java.time.Duration;
import java.time.Instant;
import studio.mofang.server.model.ModelFailure.Kind;

/// How long a provider is asked about a picture without answering, and how long it may say that it still draws.
record Patience(Duration firstPause, Instant unansweredUntil, Duration longestPause, boolean forMending) {
    /// Providers keep a task and its result for so long.
    static final Duration KEPT = Duration.ofHours(24);

    /// While a client waits: for one deadline in all, whatever the provider is doing.
    static Patience ofClient(Instant submittedAt, Duration firstPause) {
        return new Patience(firstPause, submittedAt.plus(GenerationService.DEADLINE), Duration.ofSeconds(8), false);
    }

    /// In the background, from the first moment on: a machine that starts without a network, or with a keychain that is
    /// locked, may have both much later. However old the picture is, each start asks for a while.
    static Patience ofNobody(Instant submittedAt, Instant now) {
        var kept = submittedAt.plus(KEPT);
        var atLeast = now.plus(GenerationService.DEADLINE);
        var until = kept.isAfter(atLeast) ? kept : atLeast;
        return new Patience(Duration.ZERO, until, Duration.ofMinutes(1), true);
    }

    /// How long it may say that it still draws, when it says so for the first time `now`.
    Instant drawnUntil(Instant now) {
        return forMending ? now.plus(GenerationService.DEADLINE) : unansweredUntil;
    }

    /// Whether a question that failed like this is asked again.
    boolean bears(Kind kind) {
        return kind.passing() || forMending && kind.mendable();
    }
}
