package com.lifeverse.session.gate.lambda;

import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.session.gate.Gates;
import com.lifeverse.session.gate.Passage;
import com.lifeverse.session.history.PlainWords;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a closed gate says: what, until when, and what to do. */
public final class GateRefusals {
    private GateRefusals() {}

    /** The refusal; empty if the client may pass. */
    public static Optional<Refused> of(Passage passage, Instant now) {
        return switch (passage) {
            case Passage.Open() -> Optional.empty();
            case Passage.TooOld(var platform, var minimum) ->
                Optional.of(new Refused(
                                Problem.CLIENT_TOO_OLD,
                                "Update the game on %s to %s or later.".formatted(PlainWords.name(platform), minimum))
                        .with("action", "update")
                        .with("minimumVersion", minimum));
            case Passage.Closed(var window) -> Optional.of(closed(window, now));
            case Passage.Draining(var region, var drain) -> Optional.of(draining(region, drain, now));
            case Passage.Queueing _ ->
                Optional.of(new Refused(
                                Problem.AT_CAPACITY, "Take a ticket of the login queue, and sign in with it in turn.")
                        .with("action", "queue")
                        .with("queue", "/v1/login-queue-tickets"));
        };
    }

    private static Refused closed(Gates.Maintenance window, Instant now) {
        var refused = new Refused(Problem.MAINTENANCE, "The game is back at %s.".formatted(window.until()))
                .with("action", "wait")
                .with("until", window.until().toString())
                .retryAfter(Duration.between(now, window.until()));
        return window.message().map(message -> refused.with("message", message)).orElse(refused);
    }

    private static Refused draining(String region, Gates.Drain drain, Instant now) {
        var refused = new Refused(
                        Problem.REGION_DRAINING,
                        "Region %s takes no new sessions until %s.".formatted(region, drain.until()))
                .with("until", drain.until().toString())
                .retryAfter(Duration.between(now, drain.until()));
        return drain.goTo().isEmpty()
                ? refused.with("action", "wait")
                : refused.with("action", "sign-in-elsewhere").with("regions", drain.goTo());
    }
}
