package com.lifeverse.trigger.turn;

import com.lifeverse.trigger.turn.TurnRules.Wish;
import com.lifeverse.trigger.turn.Turns.Holder;
import com.lifeverse.trigger.turn.Turns.Move;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What becomes of a run's turn where staff stop the run or have it go on. One of them is at it at a time: until it has ended, or was cut
 * off, others are told so. So only who took a turn gives it back.
 */
public final class TurnMoves {
    /** Longer than any call takes. */
    static final Duration LONGEST = Duration.ofMinutes(1);

    private TurnMoves() {}

    /** What they are told who want to move a run. */
    public sealed interface Outcome {
        /** How it is then. */
        Turns after();

        /** They may. */
        record Yours(Turns after, Begun begun) implements Outcome {}

        /** Somebody else is at it. */
        record Busy(Turns after) implements Outcome {}

        /** Others go on. */
        record Held(Turns after) implements Outcome {}
    }

    /**
     * A move that has begun.
     *
     * @param id of the move
     * @param before what the run held; empty if nothing
     */
    public record Begun(String run, String id, Optional<Holder> before) {}

    /** How a move ended. */
    public enum Ending {
        /** The run goes on. */
        GOES_ON,
        /** The run has come to its end. */
        OVER,
        /** Nothing has happened. */
        REFUSED
    }

    /** Staff want a run to go on from where it failed: it has a turn from now on, or goes on with the one that it has. */
    static Outcome redrive(Turns turns, Wish wish, String move, Instant now) {
        var current = TurnRules.at(turns, now);
        var before = current.holder(wish.run());
        if (before.filter(each -> each.isMoved(now)).isPresent()) {
            return new Outcome.Busy(current);
        }
        if (before.isEmpty() && !(TurnRules.take(current, wish, now) instanceof TurnRules.Outcome.Yours)) {
            return new Outcome.Held(current);
        }
        var holder = new Holder(
                wish.run(),
                now.plus(wish.lease()),
                before.map(Holder::left).orElse(true),
                Optional.of(new Move(move, now.plus(LONGEST))));
        return new Outcome.Yours(current.without(wish.run()).holding(holder), new Begun(wish.run(), move, before));
    }

    /** Staff want to stop a run. */
    static Outcome stop(Turns turns, String run, String move, Instant now) {
        var current = TurnRules.at(turns, now);
        var before = current.holder(run);
        if (before.filter(each -> each.isMoved(now)).isPresent()) {
            return new Outcome.Busy(current);
        }
        var begun = new Begun(run, move, before);
        var moving = before.map(holder ->
                new Holder(run, holder.until(), holder.left(), Optional.of(new Move(move, now.plus(LONGEST)))));
        return new Outcome.Yours(moving.map(current::holding).orElse(current), begun);
    }

    /** Somebody wants to end a run with its lease, as they have seen it: one that staff have had go on anew is not. */
    static Outcome lapse(Turns turns, Holder seen, String move, Instant now) {
        var current = TurnRules.at(turns, now);
        return current.holder(seen.run()).filter(seen::equals).isPresent()
                ? stop(current, seen.run(), move, now)
                : new Outcome.Busy(current);
    }

    /** The move has ended; what another one has taken since stays. */
    static Turns end(Turns turns, Begun begun, Ending ending, Instant now) {
        var current = TurnRules.at(turns, now);
        var holder = current.holder(begun.run())
                .filter(each ->
                        each.move().map(Move::id).filter(begun.id()::equals).isPresent());
        if (holder.isEmpty()) {
            return current;
        }
        var rest = current.without(begun.run());
        return switch (ending) {
            case GOES_ON -> rest.holding(holder.get().leaving().still());
            case OVER -> rest;
            case REFUSED ->
                begun.before()
                        // Who would have given it back has done so meanwhile.
                        .filter(each -> each.left() || !holder.get().left())
                        .map(Holder::still)
                        .map(rest::holding)
                        .orElse(rest);
        };
    }
}
