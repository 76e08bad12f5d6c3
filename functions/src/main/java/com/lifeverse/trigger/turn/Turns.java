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
     * @param until when it is over, whether somebody says so or not
     */
    public record Holder(String run, Instant until) {}

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
        return heldBy().contains(run);
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

    Turns holding(Holder holder) {
        return new Turns(Stream.concat(holders.stream(), Stream.of(holder)).toList(), waiting);
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
