package com.lifeverse.trigger.turn;

import com.lifeverse.trigger.spec.Turn;
import com.lifeverse.trigger.turn.TurnRules.Outcome;
import com.lifeverse.trigger.turn.TurnRules.Wish;
import com.lifeverse.trigger.turn.Turns.Holder;
import java.time.Instant;

/** What would become of a run that asked for its turn now, in plain words. Nothing is taken by looking. */
public record TurnSight(TurnStore store) {
    /** A line about the workflow that a trigger would start for that player. */
    public String words(String workflow, Turn turn, String playerId, Instant now) {
        var turns = store.find(TurnDesk.key(turn.key(), turn.owner(playerId))).turns();
        var nobody = new Wish("nobody", turn.most(), turn.waits(), turn.lease(), "");
        return switch (TurnRules.take(turns, nobody, now)) {
            case Outcome.Yours yours ->
                "Of %s, %d of %d would go on with it."
                        .formatted(workflow, yours.after().holders().size(), turn.most());
            case Outcome.Waits waits ->
                "%s would wait: held by %s, %d wait before it."
                                .formatted(
                                        workflow,
                                        String.join(", ", waits.after().heldBy()),
                                        waits.after().waiting().size() - 1)
                        + unwatched(turns, now);
            case Outcome.Held held ->
                "%s would not be started: held by %s."
                                .formatted(
                                        workflow, String.join(", ", held.after().heldBy()))
                        + unwatched(turns, now);
        };
    }

    private static String unwatched(Turns turns, Instant now) {
        var runs = TurnRules.unwatched(turns, now).stream().map(Holder::run).toList();
        return runs.isEmpty()
                ? ""
                : " If %s, which was redriven, has ended by then, or had its lease, it gives its turn back."
                        .formatted(String.join(", ", runs));
    }
}
