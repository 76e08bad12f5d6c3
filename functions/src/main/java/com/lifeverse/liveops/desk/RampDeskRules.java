package com.lifeverse.liveops.desk;

import com.lifeverse.liveops.desk.Change.Effect;
import com.lifeverse.liveops.desk.LogEntry.Action;
import com.lifeverse.liveops.ramp.RampRules;
import com.lifeverse.liveops.ramp.RampState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How an event's ramp is held by an alarm, and goes on by an operator. What players have is changed, so timelines are made anew. */
final class RampDeskRules {
    private RampDeskRules() {}

    /**
     * An alarm that the event names as its guard rings.
     *
     * @param alarm is noted as who did it
     */
    static Ruling ring(Definition known, Catalogue catalogue, String alarm, Instant now) {
        var had = had(known, catalogue);
        if (had.isEmpty()) {
            return new Ruling.Unknown();
        }
        var event = had.get().revision().event();
        boolean guards =
                event.ramp().filter(ramp -> ramp.guards().contains(alarm)).isPresent();
        var next = guards ? RampRules.ring(event, now, had.get().ramp()) : Optional.<RampState>empty();
        return next.map(state -> change(known, had.get(), catalogue, state, Action.RAMP_HELD, "alarm " + alarm, now))
                .orElseGet(() -> new Ruling.Nothing(known));
    }

    /** An operator lets it go on. */
    static Ruling resume(Definition known, Catalogue catalogue, String who, Instant now) {
        var had = had(known, catalogue);
        if (had.isEmpty()) {
            return resumeWithdrawn(known, who, now);
        }
        return RampRules.resume(now, had.get().ramp())
                .map(state -> change(known, had.get(), catalogue, state, Action.RAMP_RESUMED, who, now))
                .orElseGet(() -> new Ruling.Nothing(known));
    }

    /** What is said of it when another revision comes to players; nothing if nobody had stepped in. */
    static String note(Optional<RampState> before, Optional<RampState> after) {
        if (after.isPresent()) {
            var words = after.get().held() ? "ramp stays held at step %d" : "ramp goes on from step %d";
            return words.formatted(after.get().step() + 1);
        }
        return before.filter(RampState::held).isPresent() ? "ramp is held no more: that occurrence is over" : "";
    }

    /** Players have nothing of it; where its ramp was held, it is so when they have it again. */
    private static Ruling resumeWithdrawn(Definition known, String who, Instant now) {
        if (known.ramp().isEmpty() || known.before().isEmpty()) {
            return new Ruling.Unknown();
        }
        var next = RampRules.resume(now, known.ramp());
        if (next.isEmpty()) {
            return new Ruling.Nothing(known);
        }
        var after = known.ramped(next.get());
        var entry = new LogEntry(
                after.version(), now, who, Action.RAMP_RESUMED, known.before().get(), List.of());
        return new Ruling.Done(new Change(after, entry, Optional.empty(), new Effect.None()));
    }

    private static Ruling change(
            Definition known,
            Published had,
            Catalogue catalogue,
            RampState state,
            Action action,
            String who,
            Instant now) {
        var after = known.touched();
        var difference = new Difference(
                "/ramp/step", had.ramp().map(before -> before.step() + 1), Optional.of(state.step() + 1));
        var entry =
                new LogEntry(after.version(), now, who, action, had.revision().number(), List.of(difference));
        var published = new Published(had.revision(), had.since(), had.killedIn(), Optional.of(state));
        return new Ruling.Done(
                new Change(after, entry, Optional.empty(), new Effect.Publish(published, catalogue.revision())));
    }

    private static Optional<Published> had(Definition known, Catalogue catalogue) {
        return catalogue.published().stream()
                .filter(each -> each.id().equals(known.id()))
                .findFirst();
    }
}
