package com.lifeverse.trigger.turn;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who has a turn for one key, and who waits for one, in their order.
 *
 * @param holders whose turn it is
 * @param waiting who waits, the first first
 */
public record Turns(List<Holder> holders, List<Waiting> waiting) {
    /** Nobody's. */
    public static final Turns FREE = new Turns(List.of(), List.of());

    /**
     * Whose turn it is.
     *
     * @param run the name of the run
     * @param until when its lease is over
     * @param left whether who started it is through with it, as staff have had it go on: nobody gives its turn back any more, and nothing ends
     *     it with its lease but who looks
     * @param move what staff are doing with it
     */
    public record Holder(String run, Instant until, boolean left, Optional<Move> move) {
        /** As who starts it takes it. */
        public Holder(String run, Instant until) {
            this(run, until, false, Optional.empty());
        }

        /** Whether staff, or who ends it with its lease, are at it. */
        boolean isMoved(Instant now) {
            return move.filter(each -> now.isBefore(each.until())).isPresent();
        }

        /** Whether its lease is over. */
        boolean isOver(Instant now) {
            return !now.isBefore(until);
        }

        /** The same, with nobody at it. */
        Holder still() {
            return new Holder(run, until, left, Optional.empty());
        }

        /** The same, and who started it is through with it. */
        Holder leaving() {
            return new Holder(run, until, true, move);
        }
    }

    /**
     * That somebody stops a run or has it go on. Nobody else does at the same time.
     *
     * @param id told from all others by it
     * @param until after which whoever did it has been cut off
     */
    public record Move(String id, Instant until) {}

    /**
     * Who waits.
     *
     * @param seen when it last said that it waits
     * @param token by which it is told to look; empty if there is none yet
     */
    public record Waiting(String run, Instant seen, String token) {}

    public Turns {
        holders = List.copyOf(holders);
        waiting = List.copyOf(waiting);
    }

    /** The names of those whose turn it is. */
    public List<String> heldBy() {
        return holders.stream().map(Holder::run).toList();
    }

    boolean holds(String run) {
        return holder(run).isPresent();
    }

    Optional<Holder> holder(String run) {
        return holders.stream().filter(each -> each.run().equals(run)).findFirst();
    }

    /** How many are before it, be it at the end. */
    int before(String run) {
        int at = waiting.stream().map(Waiting::run).toList().indexOf(run);
        return at < 0 ? waiting.size() : at;
    }

    /** What the run last waited by. */
    Optional<Waiting> find(String run) {
        return waiting.stream().filter(each -> each.run().equals(run)).findFirst();
    }

    Turns without(String run) {
        return new Turns(
                holders.stream().filter(each -> !each.run().equals(run)).toList(),
                waiting.stream().filter(each -> !each.run().equals(run)).toList());
    }

    /** In the place of what the run held, if it held anything. */
    Turns holding(Holder holder) {
        return new Turns(
                Stream.concat(holders.stream().filter(each -> !each.run().equals(holder.run())), Stream.of(holder))
                        .toList(),
                waiting);
    }

    /** In its place, if it has one, else at the end. */
    Turns waiting(Waiting waiter) {
        if (find(waiter.run()).isEmpty()) {
            return new Turns(
                    holders, Stream.concat(waiting.stream(), Stream.of(waiter)).toList());
        }
        return new Turns(
                holders,
                waiting.stream()
                        .map(each -> each.run().equals(waiter.run()) ? waiter : each)
                        .toList());
    }
}
