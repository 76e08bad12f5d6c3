package com.lifeverse.trigger.explain;

import com.lifeverse.trigger.decide.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one event meant to one trigger.
 *
 * @param conditions of the event's pattern and then of the player's
 * @param decision what came of it; empty if a condition was not met, so that nothing was decided
 */
public record Explanation(String trigger, String event, List<Condition> conditions, Optional<Decision> decision) {
    public Explanation {
        conditions = List.copyOf(conditions);
        if (decision.isPresent() != conditions.stream().allMatch(Condition::met)) {
            throw new IllegalArgumentException("It is decided exactly if all conditions are met");
        }
    }

    /** Whether it fired, be it that it is told later. */
    public boolean fired() {
        return decision.filter(Decision::acts).isPresent();
    }

    /** The whole in plain words, a line each. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        for (var condition : conditions) {
            lines.add("%s %s: wants %s, saw %s%s"
                    .formatted(
                            condition.met() ? "+" : "-",
                            condition.pointer(),
                            condition.demanded(),
                            condition.saw(),
                            condition.nearMiss().isEmpty() ? "" : " (" + condition.nearMiss() + ")"));
        }
        lines.add(decision.map(Explanation::words)
                .orElse("It did not fire: the event or the player is not what it wants."));
        return lines;
    }

    private static String words(Decision decision) {
        return switch (decision) {
            case Decision.Fired fired -> "It fired, as %s.".formatted(fired.occurrence());
            case Decision.Counted counted ->
                "It did not fire yet: %d of %d.".formatted(counted.count(), counted.of())
                        + counted.forgotten()
                                .map(
                                        " More of what happened before %s may have counted, and was forgotten for want of room."
                                                ::formatted)
                                .orElse("");
            case Decision.Waiting waiting -> "It waits, until %s.".formatted(waiting.due());
            case Decision.Holding holding ->
                "It fired, and is carried out at %s at the latest.".formatted(holding.until());
            case Decision.Absorbed absorbed ->
                "It belongs to a burst at which it fired already, and whose end is waited for until %s."
                        .formatted(absorbed.until());
            case Decision.Answered _ -> "It did not fire: what it waited for not to happen has happened.";
            case Decision.Duplicate duplicate ->
                "It did not fire: the same happening, of %s, has counted already.".formatted(duplicate.at());
            case Decision.Capped capped ->
                "It did not fire: it has acted as often as limits.perPlayer lets it, until %s."
                        .formatted(capped.until());
            case Decision.Cooling cooling ->
                "It did not fire: it has acted a short while ago and rests until %s.".formatted(cooling.until());
            case Decision.Throttled throttled ->
                "It did not fire: too much happened at once; it looks again from %s on.".formatted(throttled.until());
            case Decision.Quiet quiet -> "It did not fire: it is quiet until %s.".formatted(quiet.until());
            case Decision.NotForPlayer _ ->
                "It did not fire: when the wait was over, the player was not whom it wants.";
            case Decision.Exhausted exhausted ->
                "It did not fire: the %s of all players is used up until %s."
                        .formatted(exhausted.pool(), exhausted.until());
            case Decision.Tripped tripped ->
                "It did not fire: it spent too fast, and its breaker holds it since %s, until an operator closes it."
                        .formatted(tripped.since());
            case Decision.Unreadable unreadable ->
                "It did not fire: the event has nothing that counts in %s."
                        .formatted(unreadable.field().path());
            case Decision.TooLate late ->
                "It did not fire: it happened before %s, and nobody knows any more whether it counted."
                        .formatted(late.floor());
            case Decision.LoopStopped stopped ->
                "It did not fire: %d events led to this one, and that must come to an end.".formatted(stopped.hops());
        };
    }
}
