package com.lifeverse.trigger;

import com.lifeverse.platform.Envelope;
import com.lifeverse.trigger.TriggerState.Seen;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decides. Pure: the same arguments give the same decision, and nothing happens. */
public final class TriggerRules {
    /** The event that a decision to act is told as. */
    public static final String FIRED = "trigger.fired.v1";

    private TriggerRules() {}

    /**
     * What this event, which matches the trigger's pattern, leads to. Everything is reckoned by the time of the happening,
     * not of its arrival: an event that comes late counts for the day that it happened on.
     *
     * @param state of the event's player and this trigger
     * @param now the time of the decision
     */
    public static Decision decide(
            Trigger trigger, Envelope event, TriggerState state, Instant now, TriggerPolicy policy) {
        if (event.hops() >= policy.hops()) {
            return new Decision.LoopStopped(event.hops());
        }
        long key = NameBasedId.bits(event.type(), event.deduplicationId());
        if (state.knows(key)) {
            return new Decision.Duplicate();
        }
        var floor = later(state.floor(), now.minus(policy.horizon()));
        if (event.time().isBefore(floor)) {
            return new Decision.TooLate(floor);
        }
        int fired = state.fired(trigger.limit().per(), event.time());
        if (fired >= trigger.limit().times()) {
            return new Decision.Capped(trigger.limit().per().end(event.time()));
        }
        int of = trigger.window().count();
        int count = state.counted(trigger.window().within(), event.time()) % of + 1;
        var seen = new Seen(key, event.time().truncatedTo(ChronoUnit.SECONDS), count == of);
        var next = state.with(seen, now.minus(policy.keeps(trigger)), policy.memory());
        return count == of ? fired(trigger, event, fired + 1, next, now) : new Decision.Counted(count, of, next);
    }

    private static Decision fired(Trigger trigger, Envelope event, int time, TriggerState state, Instant now) {
        var span = trigger.limit().per().name(event.time());
        var occurrence = time == 1 ? span : span + "." + time;
        var id = NameBasedId.of(
                "dec_", trigger.id(), event.playerId(), occurrence, event.type(), event.deduplicationId());
        var payload = new LinkedHashMap<String, Object>();
        payload.put("trigger", trigger.id());
        payload.put("decisionId", id);
        payload.put("occurrence", occurrence);
        payload.put("effects", effects(trigger));
        var told = event.next(NameBasedId.of("evt_", FIRED, id), FIRED, now, "trigger", payload);
        return new Decision.Fired(id, occurrence, told, state);
    }

    private static List<Map<String, Object>> effects(Trigger trigger) {
        var effects = new ArrayList<Map<String, Object>>();
        for (var effect : trigger.effects()) {
            var data = new LinkedHashMap<String, Object>();
            data.put("kind", effect instanceof Effect.Grant ? "grant" : "notify");
            data.put("tier", effects.size() + 1);
            switch (effect) {
                case Effect.Grant(var item, var amount) -> {
                    data.put("item", item);
                    data.put("amount", amount);
                }
                case Effect.Notify(var message) -> data.put("message", message);
            }
            effects.add(data);
        }
        return effects;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
