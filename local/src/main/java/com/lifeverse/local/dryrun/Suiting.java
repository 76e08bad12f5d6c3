package com.lifeverse.local.dryrun;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.lifeverse.platform.Envelope;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.decide.Happening;
import com.lifeverse.trigger.profile.ProfileKeeping;
import com.lifeverse.trigger.profile.ProfileKeeping.Heard;
import com.lifeverse.trigger.profile.aws.PlayerConditions;
import com.lifeverse.trigger.profile.aws.ProfileFile;
import com.lifeverse.trigger.profile.aws.Projections;
import com.lifeverse.trigger.spec.Measure;
import com.lifeverse.trigger.spec.Trigger;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Who the players of a trigger are when something happens: their profiles are kept from the same events, by the same projections and
 * rules as where it is in force. Of a trigger that asks nothing of them, nothing is kept.
 */
final class Suiting {
    private final Trigger trigger;
    private final boolean asks;
    private final PlayerConditions conditions;
    private final Projections projections;
    private final ProfileKeeping keeping;

    Suiting(Trigger trigger, Scratch scratch, String version, InstantSource clock, TriggerPolicy policy) {
        var form = ProfileFile.shipped();
        this.trigger = trigger;
        this.asks = PlayerConditions.has(trigger);
        this.conditions = new PlayerConditions(List.of(trigger));
        this.projections = new Projections(form);
        this.keeping = new ProfileKeeping(new ScratchProfiles(scratch, version), form, clock, policy);
    }

    /**
     * Takes in what an event tells of its player, and leaves what the trigger then wants it as.
     *
     * @param event the whole event as it stands on the bus
     * @param envelope the same, read only if it is needed
     */
    List<Happening> of(String event, Supplier<Envelope> envelope, List<Happening> wanted)
            throws JsonProcessingException {
        if (!asks) {
            return wanted;
        }
        var news = projections.of(event);
        if (news.isEmpty() && wanted.isEmpty()) {
            return wanted;
        }
        var happened = envelope.get();
        var known = keeping.keep(happened.playerId(), List.of(new Heard(Optional.of(happened), news)))
                .getLast();
        // Of what is told again from the archive nobody knows who they were then; what ends a wait ends it for anybody.
        boolean suits = !happened.isReplay() && conditions.met(trigger, known.document());
        return wanted.stream()
                .filter(happening -> suits || Wanting.endsWait(trigger, happening))
                .toList();
    }

    /** Whether what time alone brings about is for this player: only a wait asks at its end who they are by now. */
    boolean atEnd(String playerId) {
        return !asks
                || !(trigger.window().measure() instanceof Measure.Absence)
                || conditions.met(trigger, keeping.look(playerId).document());
    }
}
