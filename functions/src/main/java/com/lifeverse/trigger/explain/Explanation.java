package com.lifeverse.trigger.explain;

import com.lifeverse.trigger.decide.Decision;
import com.lifeverse.trigger.decide.Past;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one event meant to one trigger.
 *
 * @param conditions of the event's pattern and then of the player's
 * @param decision what would come of it now; empty if a condition was not met, so that nothing is decided
 * @param past what came of it, if it was decided on before; then that is what it meant, whatever has changed since
 */
public record Explanation(
        String trigger, String event, List<Condition> conditions, Optional<Decision> decision, Optional<Past> past) {
    public Explanation {
        conditions = List.copyOf(conditions);
        if (decision.isPresent() != conditions.stream().allMatch(Condition::met)) {
            throw new IllegalArgumentException("It is decided exactly if all conditions are met");
        }
    }

    /** Of an event that was not decided on before. */
    public Explanation(String trigger, String event, List<Condition> conditions, Optional<Decision> decision) {
        this(trigger, event, conditions, decision, Optional.empty());
    }

    /** Whether the state knows what came of it; else all that is said of it is what would come of it, if it were told now. */
    public boolean isKnown() {
        return past.isPresent();
    }

    /** Whether it fired, or would fire if nothing is known of it, be it that it is told later. */
    public boolean fired() {
        return past.map(Past::acted)
                .orElseGet(() -> decision.filter(Decision::acts).isPresent());
    }

    /** The name of what came of it, or would come; empty if a condition was not met. */
    public Optional<String> outcome() {
        return past.map(before ->
                        before instanceof Past.Stopped(var _, var _, var by) && by.isPresent() ? by.get() : before)
                .or(() -> decision)
                .map(each -> each.getClass().getSimpleName());
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
        if (!isKnown() && decision.isPresent()) {
            lines.add(
                    "Nothing is known of this happening: it was not decided on, did not count or is forgotten. Told now:");
        }
        lines.add(past.map(Explanation::words)
                .or(() -> decision.map(each -> words(each, "It would not fire")))
                .orElse("It would not fire: the event or the player is not what it wants."));
        return lines;
    }

    private static String words(Past past) {
        return switch (past) {
            case Past.Fired(var at, var span, var firings) ->
                "It fired at this happening, of %s, as %s; told again, nothing more comes of it."
                        .formatted(at, firings == 1 ? span : "one of the %d of %s".formatted(firings, span));
            case Past.Holding(var at, var until) ->
                "It fired at this happening, of %s, and is carried out at %s at the latest.".formatted(at, until);
            case Past.Counted(var at) ->
                "It did not fire yet: this happening, of %s, has counted, and others are still missing.".formatted(at);
            case Past.Spent(var at) ->
                "It did not fire at this happening, of %s: that counted towards a firing that was, or belonged to its burst."
                        .formatted(at);
            case Past.Absorbed(var at, var until) ->
                "This happening, of %s, belongs to a burst at which it fired already, and whose end is waited for until %s."
                        .formatted(at, until);
            case Past.Waiting(var at, var until) ->
                "It waits since this happening, of %s, until %s.".formatted(at, until);
            case Past.Answered(var at) ->
                "It did not fire at this happening, of %s: what it waited for not to happen has happened."
                        .formatted(at);
            case Past.Stopped(var at, var end, var by) ->
                "It waited since this happening, of %s, and did not act when the wait was over at %s. "
                                .formatted(at, end)
                        + by.map(limit -> "By what is known now: " + words(limit, "It did not fire"))
                                .orElse(
                                        "No limit of the player's stopped it: the player was not whom it wants, all players"
                                                + " together had had what there is, or it was let be.");
        };
    }

    private static String words(Decision decision, String not) {
        return switch (decision) {
            case Decision.Fired fired -> "It would fire, as %s.".formatted(fired.occurrence());
            case Decision.Counted counted ->
                "It would count, and not fire yet: %d of %d.".formatted(counted.count(), counted.of())
                        + counted.forgotten()
                                .map(
                                        " More of what happened before %s may have counted, and was forgotten for want of room."
                                                ::formatted)
                                .orElse("");
            case Decision.Waiting waiting -> "It would wait, until %s.".formatted(waiting.due());
            case Decision.Holding holding ->
                "It would fire, and be carried out at %s at the latest.".formatted(holding.until());
            case Decision.Absorbed absorbed ->
                "It would belong to a burst at which it fired already, and which would be over at %s if nothing more happened."
                        .formatted(absorbed.until());
            case Decision.Answered _ -> not + ": what it waited for not to happen has happened.";
            case Decision.Duplicate duplicate ->
                "%s: the same happening, of %s, has counted already.".formatted(not, duplicate.at());
            case Decision.Capped capped ->
                "%s: it has acted as often as limits.perPlayer lets it, until %s.".formatted(not, capped.until());
            case Decision.Cooling cooling ->
                "%s: it has acted a short while ago and rests until %s.".formatted(not, cooling.until());
            case Decision.Throttled throttled ->
                "%s: too much happened at once; it looks again from %s on.".formatted(not, throttled.until());
            case Decision.Quiet quiet -> "%s: it is quiet until %s.".formatted(not, quiet.until());
            case Decision.NotForPlayer _ -> not + ": when the wait was over, the player was not whom it wants.";
            case Decision.Exhausted exhausted ->
                "%s: the %s of all players is used up until %s.".formatted(not, exhausted.pool(), exhausted.until());
            case Decision.Tripped tripped ->
                "%s: it spent too fast, and its breaker holds it since %s, until an operator closes it."
                        .formatted(not, tripped.since());
            case Decision.Unreadable unreadable ->
                "%s: the event has nothing that counts in %s."
                        .formatted(not, unreadable.field().path());
            case Decision.TooLate late ->
                "%s: it happened before %s, and nobody knows any more whether it counted.".formatted(not, late.floor());
            case Decision.LoopStopped stopped ->
                "%s: %d events led to this one, and that must come to an end.".formatted(not, stopped.hops());
        };
    }
}
