package com.lifeverse.trigger.decide;

import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.NameBasedId;
import com.lifeverse.trigger.spec.Limits;
import com.lifeverse.trigger.spec.Trigger;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a trigger that acts tells, and what it takes from what all share. */
public final class Firing {
    /** The event that a decision to act is told as. */
    public static final String FIRED = "trigger.fired.v1";

    private static final BigDecimal MILLIONTHS = BigDecimal.valueOf(1_000_000);

    private Firing() {}

    /**
     * What comes of a window that is full: it is told, or held back if the trigger's pace says so.
     *
     * @param burst all that happened around it without calm between
     */
    static Decision of(
            Trigger trigger, Envelope event, Burst burst, TriggerState before, TriggerState after, Instant now) {
        var per = trigger.limits().perPlayer().per();
        int time = before.fired(per, event.time()) + 1;
        var span = per.name(event.time());
        var occurrence = time == 1 ? span : span + "." + time;
        var id = NameBasedId.of(
                "dec_", trigger.id(), event.playerId(), occurrence, event.type(), event.deduplicationId());
        return PaceRules.paced(
                trigger,
                Held.of(id, occurrence, event).bursting(burst),
                before.held(),
                claims(trigger, event.time()),
                after.holding(Optional.empty()),
                now);
    }

    /** The decision to act now on what may have been held back. */
    static Decision.Fired fired(Trigger trigger, Held held, List<Claim> claims, TriggerState after, Instant now) {
        return new Decision.Fired(held.id(), held.occurrence(), told(trigger, held, now), claims, after);
    }

    /** The event that tells it. */
    static Envelope told(Trigger trigger, Held held, Instant now) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("trigger", trigger.id());
        payload.put("version", trigger.version());
        payload.put("decisionId", held.id());
        payload.put("occurrence", held.occurrence());
        payload.put("happenedAt", held.cause().time().toString());
        if (held.firings() > 1) {
            payload.put("firings", held.firings());
        }
        payload.put("effects", effects(trigger, held.firings()));
        return held.cause().next(NameBasedId.of("evt_", FIRED, held.id()), FIRED, now, "trigger", payload);
    }

    private static List<Map<String, Object>> effects(Trigger trigger, int firings) {
        var effects = new ArrayList<Map<String, Object>>();
        for (var effect : trigger.effects()) {
            var data = new LinkedHashMap<String, Object>();
            data.put("kind", effect.kind());
            data.put("tier", effects.size() + 1);
            data.putAll(effect.times(firings).data());
            effects.add(data);
        }
        return effects;
    }

    private static List<Claim> claims(Trigger trigger, Instant time) {
        var claims = new ArrayList<Claim>();
        trigger.limits().global().ifPresent(cap -> claims.add(claim(cap, time)));
        trigger.limits().budget().ifPresent(budget -> claims.add(claim(trigger, budget, time)));
        return claims;
    }

    private static Claim claim(Limits.Cap cap, Instant time) {
        return new Claim("cap", cap.per().name(time), 1, cap.times(), cap.per().end(time));
    }

    private static Claim claim(Trigger trigger, Limits.Budget budget, Instant time) {
        long most = budget.usd().multiply(MILLIONTHS).longValue();
        return new Claim(
                Claim.BUDGET,
                budget.per().name(time),
                EffectCost.ofFiring(trigger.effects()),
                most,
                budget.per().end(time));
    }
}
