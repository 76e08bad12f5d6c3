package com.lifeverse.trigger.turn;

import com.lifeverse.trigger.turn.Turns.Holder;
import com.lifeverse.trigger.turn.Turns.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whose turn it is. There are never more holders than may go on at once; whoever came first to wait is first to go on; a turn that
 * nobody gives back is over with its lease, and of what staff have had go on, once it has been ended with that. Asked again, a run is told the
 * same.
 */
public final class TurnRules {
    /** So many wait at most; an item has room for them. */
    public static final int MOST_WAITING = 100;

    /** Who waits says so every five minutes; who has not for so long has been ended by somebody. */
    static final Duration FORGOTTEN = Duration.ofMinutes(16);

    private TurnRules() {}

    /**
     * What a run asks for.
     *
     * @param run its name
     * @param most how many may go on at once for its key
     * @param waits whether it waits where there is no turn for it
     * @param lease after which its turn is over, whatever becomes of it
     * @param token by which it is told when its turn comes; empty if it does not wait yet
     */
    public record Wish(String run, int most, boolean waits, Duration lease, String token) {}

    /** What it is told. */
    public sealed interface Outcome {
        /** How it is then. */
        Turns after();

        /** It goes on. */
        record Yours(Turns after) implements Outcome {}

        /** It waits, behind those. */
        record Waits(Turns after) implements Outcome {}

        /** It does not happen: others go on, or too many wait. */
        record Held(Turns after) implements Outcome {}
    }

    /** A run asks whether it is its turn. */
    public static Outcome take(Turns turns, Wish wish, Instant now) {
        var current = at(turns, now);
        if (current.holds(wish.run())) {
            return new Outcome.Yours(current);
        }
        int before = current.before(wish.run());
        if (current.holders().size() + before < wish.most()) {
            return new Outcome.Yours(
                    current.without(wish.run()).holding(new Holder(wish.run(), now.plus(wish.lease()))));
        }
        if (!wish.waits() || before >= MOST_WAITING) {
            return new Outcome.Held(current.without(wish.run()));
        }
        return new Outcome.Waits(current.waiting(new Waiting(wish.run(), now, wish.token())));
    }

    /**
     * Who started a run says that it has ended, or waits no more: who is next is told to look, and takes the turn itself. The turn of what
     * staff have had go on stays, and while they are at it, they give it back.
     */
    public static Turns release(Turns turns, String run, Instant now) {
        var current = at(turns, now);
        return current.holder(run)
                .filter(holder -> holder.left() || holder.move().isPresent())
                .map(holder -> current.holding(holder.leaving()))
                .orElseGet(() -> current.without(run));
    }

    /**
     * Those that staff have had go on: nobody waits for their ends, so that who comes next looks whether they have ended, and ends those whose lease
     * is over.
     */
    static List<Holder> unwatched(Turns turns, Instant now) {
        return at(turns, now).holders().stream()
                .filter(holder -> holder.left() && !holder.isMoved(now))
                .toList();
    }

    /** Who has waited for a run's end cannot see it, and its lease is over: whoever looks ends it. */
    static Turns leave(Turns turns, String run, Instant now) {
        var current = at(turns, now);
        return current.holder(run)
                .filter(holder -> !holder.left() && !holder.isMoved(now))
                .map(holder -> current.holding(new Holder(run, now, true, Optional.empty())))
                .orElse(current);
    }

    /** These have ended; one that staff have had go on anew since it was looked at stays. */
    static Turns ended(Turns turns, List<Holder> ended, Instant now) {
        var current = at(turns, now);
        return new Turns(
                current.holders().stream()
                        .filter(holder -> !ended.contains(holder))
                        .toList(),
                current.waiting());
    }

    /** Those whose turn it would be, if they looked now. */
    public static List<Waiting> next(Turns turns, int most) {
        int free = Math.max(0, most - turns.holders().size());
        return turns.waiting().stream().limit(free).toList();
    }

    /** Without turns whose lease is over, as far as the run was ended with it, and without those of whom nobody has heard. */
    static Turns at(Turns turns, Instant now) {
        return new Turns(
                turns.holders().stream()
                        .filter(holder -> holder.left() || !holder.isOver(now))
                        .toList(),
                turns.waiting().stream()
                        .filter(waiter -> now.isBefore(waiter.seen().plus(FORGOTTEN)))
                        .toList());
    }
}
