package com.lifeverse.local.simulate.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.simulate.trigger.Memory.Burst;
import com.lifeverse.local.simulate.trigger.Memory.Fate;
import com.lifeverse.local.simulate.trigger.Memory.Past;
import com.lifeverse.local.simulate.trigger.Memory.Times;
import com.lifeverse.local.simulate.trigger.Outcome.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What may come of an event, as the authoring guide says it. More than one thing may where nobody can know: whether it was too late in the
 * very second in which it became so, whether what all players share was used up.
 *
 * @param from the earliest time at which it can have been decided
 * @param to the latest
 * @param usedUp whether all players together have had what there is in that stretch
 */
record Reference(Rule rule, Instant from, Instant to, Predicate<String> usedUp) {
    private static final int MOST_HOPS = 8;
    private static final String AS_ANSWER = "/answer";
    /** The step of what must not happen. */
    static final int ANSWER = 1;

    List<Outcome> of(Fact fact, int step, Memory memory) {
        if (fact.hops() >= MOST_HOPS) {
            return List.of(Outcome.silent("loop-stopped", memory));
        }
        boolean answer = rule.waits() && step == ANSWER;
        var window = rule.file().path("window");
        var key = answer ? rule.key(fact) + AS_ANSWER : rule.key(fact);
        long amount =
                window.has("sum") ? Long.parseLong(fact.at(window.path("sum").asText())) : 0;
        var value = window.has("distinct") ? fact.at(window.path("distinct").asText()) : "";
        if (key.isEmpty() || (window.has("sum") && amount < window.path("least").asLong(1))) {
            return List.of(Outcome.silent("unreadable", memory));
        }
        if (memory.knows(key)) {
            return List.of(Outcome.silent("duplicate", memory));
        }
        var late = List.of(Outcome.silent("too-late", memory));
        if (fact.time().isBefore(from.minus(rule.horizon()))) {
            return late;
        }
        var past = new Past(key, fact.player(), Memory.second(fact.time()), step, amount, value, Fate.OPEN);
        var all = new ArrayList<>(
                rule.waits() ? List.of(new Absences(rule).of(past, memory)) : counted(fact, past, memory));
        if (fact.time().isBefore(to.minus(rule.horizon()))) {
            all.addAll(late);
        }
        return all;
    }

    private List<Outcome> counted(Fact fact, Past past, Memory memory) {
        // What the throttle would not look at makes a burst longer, and is nothing to remember.
        var known = isThrottled(memory, fact.time()) ? memory : memory.and(past.as(Fate.SPENT));
        var absorbed = new Bursts(rule).absorbing(fact.time(), memory, known);
        if (absorbed.isPresent()) {
            return List.of(Outcome.silent("absorbed", absorbed.get()));
        }
        var stopped = stopped(memory, fact.time());
        if (!stopped.isEmpty()) {
            return List.of(Outcome.silent(stopped, memory));
        }
        var used = new Windows(rule).filled(memory, past);
        if (used.isEmpty()) {
            return List.of(Outcome.silent("counted", memory.and(past)));
        }
        var bursts = new Bursts(rule);
        var burst = bursts.whole(new Times(fact.time(), fact.time()), memory);
        var after = bursts.spent(burst, memory.with(used.get(), Fate.SPENT)).and(past.as(Fate.FIRED));
        return fired(fact.player(), fact.time(), burst, memory, after, memory);
    }

    /** What keeps it from acting; empty if nothing does. */
    String stopped(Memory memory, Instant time) {
        if (rule.rests(time)) {
            return "quiet";
        }
        if (memory.fired(rule.per(), time) >= rule.times()) {
            return "capped";
        }
        var rest = rule.length("/limits/cooldown").orElse(Duration.ZERO);
        if (memory.are(Fate.FIRED).stream()
                .anyMatch(one -> Duration.between(one.at(), time).abs().compareTo(rest) < 0)) {
            return "cooling";
        }
        return isThrottled(memory, time) ? "throttled" : "";
    }

    private boolean isThrottled(Memory memory, Instant time) {
        int most = rule.number("/limits/throttle/times");
        return most > 0 && busiest(memory, time) >= most;
    }

    /** How many were looked at in that stretch with a time in it which has most; one may end with it, begin with it, or hold it anywhere. */
    private long busiest(Memory memory, Instant time) {
        var stretch = rule.length("/limits/throttle/per").orElse(Duration.ZERO);
        var ends = new ArrayList<>(List.of(time));
        // What happens after a wait has begun is not held against it.
        memory.past().stream()
                .map(Past::at)
                .filter(at -> !rule.waits() && at.isAfter(time) && at.isBefore(time.plus(stretch)))
                .forEach(ends::add);
        return ends.stream()
                .mapToLong(end -> memory.past().stream()
                        .filter(one -> one.at().isAfter(end.minus(stretch))
                                && !one.at().isAfter(end))
                        .count())
                .max()
                .orElse(0);
    }

    /**
     * A firing, told or held back.
     *
     * @param burst from when to when all happened that belongs to it
     * @param before what was remembered when it was decided
     * @param after what is with it
     * @param otherwise what is if all players together have had what there is
     */
    List<Outcome> fired(String player, Instant time, Times burst, Memory before, Memory after, Memory otherwise) {
        int number = before.fired(rule.per(), time) + 1;
        var stretch = Rule.stretch(rule.per(), time);
        var occurrence = number == 1 ? stretch : stretch + "." + number;
        var all = new ArrayList<Outcome>();
        all.add(paced(new Burst(occurrence, player, 1, burst.from(), burst.to()), before.burst(), after));
        rule.length("/limits/global/per")
                .map(per -> Rule.stretch(per, time))
                .filter(usedUp)
                .ifPresent(_ -> all.add(Outcome.silent("exhausted", otherwise)));
        return all;
    }

    private Outcome paced(Burst firing, Optional<Burst> before, Memory after) {
        if (rule.file().path("pace").has("debounce")) {
            var bursts = new Bursts(rule);
            if (before.isEmpty()) {
                return Outcome.silent("held", after.holding(Optional.of(firing)));
            }
            boolean first = firing.last().isBefore(before.get().last());
            var over = first ? firing : before.get();
            var held = first ? before.get() : firing;
            return new Outcome("held", bursts.told(over, after).holding(Optional.of(held)), List.of(told(over)));
        }
        int size = rule.number("/pace/batch/firings");
        var all = before.map(held ->
                        new Burst(held.occurrence(), held.player(), held.firings() + 1, held.since(), held.last()))
                .orElse(firing);
        return all.firings() < size
                ? Outcome.silent("held", after.holding(Optional.of(all)))
                : new Outcome("fired", after.holding(Optional.empty()), List.of(told(all)));
    }

    /** What is told of it. */
    Told told(Burst burst) {
        var effects = Json.array();
        for (var effect : rule.file().path("effects")) {
            effects.add(effect(effect, effects.size() + 1, burst.firings()));
        }
        return new Told(rule.id(), burst.player(), burst.occurrence(), burst.firings(), effects);
    }

    private static JsonNode effect(JsonNode effect, int tier, int firings) {
        var kind = effect.fieldNames().next();
        var json = Json.object().put("kind", kind).put("tier", tier);
        effect.path(kind).properties().forEach(member -> json.set(member.getKey(), member.getValue()));
        if (kind.equals("grant")) {
            json.put("amount", json.path("amount").asInt() * firings);
        }
        return json;
    }
}
