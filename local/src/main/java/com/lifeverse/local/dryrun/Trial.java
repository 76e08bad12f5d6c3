package com.lifeverse.local.dryrun;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.lifeverse.platform.Envelope;
import com.lifeverse.trigger.TriggerEngine;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.TriggerStates;
import com.lifeverse.trigger.spec.Trigger;
import com.lifeverse.trigger.spec.aws.TriggerFile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * One version of a trigger that is tried: the engine that decides where it is in force, with states in a scratch file and in the events' own
 * time. The sweep that finds what time alone brings about comes as often as there.
 */
final class Trial {
    private final Trigger trigger;
    private final Wanting wanting;
    private final Suiting suiting;
    private final VirtualTime time = new VirtualTime();
    private final ScratchStates states;
    private final ScratchAllotments allotments = new ScratchAllotments();
    private final ScratchBreakers breakers = new ScratchBreakers();
    private final TriggerEngine engine;
    private final Duration sweep;
    private final Tally tally;

    Trial(TriggerFile file, String version, TriggerPolicy policy, Scratch scratch, Duration sweep) {
        this.trigger = file.trigger();
        this.wanting = new Wanting(file);
        this.suiting = new Suiting(trigger, scratch, version, time, policy);
        this.states = new ScratchStates(scratch, version);
        this.engine = new TriggerEngine(states, allotments, breakers, time, policy);
        this.sweep = sweep;
        this.tally = new Tally(scratch, version);
    }

    Trigger trigger() {
        return trigger;
    }

    Tally tally() {
        return tally;
    }

    ScratchStates states() {
        return states;
    }

    ScratchBreakers breakers() {
        return breakers;
    }

    ScratchAllotments allotments() {
        return allotments;
    }

    /**
     * What an event led to; nothing if it is not wanted.
     *
     * @param event the whole event as it stands on the bus
     * @param at when it happened; it is decided on then, or when the one before it was
     */
    List<Outcome> happened(String event, Instant at, Supplier<Envelope> envelope) throws JsonProcessingException {
        until(at);
        var wanted = suiting.of(event, envelope, wanting.of(event, envelope));
        if (wanted.isEmpty()) {
            return List.of();
        }
        var decisions =
                engine.evaluate(trigger, trigger.window().owner(envelope.get().playerId()), wanted);
        decisions.forEach(tally::byEvent);
        return decisions.stream().map(Outcome::of).toList();
    }

    /** Lets time pass, with the sweeps that fall into it. */
    void until(Instant now) {
        for (var due = states.next(); due.isPresent(); due = states.next()) {
            var tick = tick(due.get().isAfter(time.instant()) ? due.get() : time.instant());
            if (tick.isAfter(now)) {
                break;
            }
            time.reach(tick);
            sweep();
        }
        time.reach(now);
    }

    private void sweep() {
        for (int part = 0; part < TriggerStates.PARTS; part++) {
            for (var subject : states.due(part, time.instant()).toList()) {
                var decisions = engine.due(trigger, subject.playerId(), suiting.atEnd(subject.playerId()));
                if (decisions.isEmpty()) {
                    throw new IllegalStateException("A state is due, and nothing comes of it: " + subject);
                }
                decisions.forEach(tally::byTime);
            }
        }
    }

    // The first run at or after that moment, of runs that are so far apart and lie at multiples of it.
    private Instant tick(Instant moment) {
        long every = sweep.toSeconds();
        long second = moment.getNano() > 0 ? moment.getEpochSecond() + 1 : moment.getEpochSecond();
        return Instant.ofEpochSecond(Math.ceilDiv(second, every) * every);
    }
}
