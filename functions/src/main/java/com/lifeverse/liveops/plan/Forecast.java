package com.lifeverse.liveops.plan;

import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.platform.Prices;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an event comes to, before anybody approves it; <em>modelled</em> from what somebody wrote down of the usual load.
 *
 * @param audience for how many of a hundred players it is; empty if no sample was looked at
 * @param most how many players it can reach: the audience, or all of its percentage where that is not known
 * @param factor so many times the usual load comes while it runs, other events that run meanwhile included
 * @param loads what is then used of each quota
 * @param usd what its next occurrences cost beside what would be there without them
 * @param rewards what all players together can win of each thing, if everybody reaches everything
 */
public record Forecast(
        OptionalDouble audience,
        long most,
        double factor,
        List<Capacity.Load> loads,
        double usd,
        SortedMap<String, Long> rewards) {
    /** A grant: what asks for it, its write with the ledger's, its message, and the calls of functions in between. */
    private static final double GRANT = 4 * Prices.EVENT + 3 * Prices.TABLE_WRITE + 3 * Prices.FUNCTION_CALL;

    public Forecast {
        loads = List.copyOf(loads);
        rewards = Collections.unmodifiableSortedMap(new TreeMap<>(rewards));
    }

    /**
     * Looks ahead.
     *
     * @param others events that may run meanwhile; the event itself is none of them
     * @param share which part of all players is in the audience, percentage included, as a sample says
     * @param many so many of its next occurrences
     */
    public static Forecast of(
            LiveEvent event,
            Collection<LiveEvent> others,
            Capacity capacity,
            OptionalDouble share,
            Instant now,
            int many) {
        double part = share.orElse(event.audience().percent() / 100.0);
        long most = Math.round(capacity.players() * part);
        double factor = factor(event, others, now, many);
        var rewards = new TreeMap<String, Long>();
        forOne(event).forEach((item, amount) -> rewards.put(item, most * amount));
        double running = Reach.of(event.calendar(), now, many).stream()
                .mapToDouble(
                        reach -> Duration.between(reach.from(), reach.until()).toSeconds())
                .sum();
        double more = running * capacity.requestsPerSecond() * capacity.average() * Math.max(0, event.peakFactor() - 1);
        double occurrences = Reach.of(event.calendar(), now, many).size();
        return new Forecast(
                share,
                most,
                factor,
                capacity.at(factor),
                more * request(capacity) + occurrences * most * event.rewards().size() * GRANT,
                rewards);
    }

    /** What one player can win of each thing, by reaching everything once; in the order of the file. */
    public static SequencedMap<String, Long> forOne(LiveEvent event) {
        var rewards = new LinkedHashMap<String, Long>();
        event.rewards().forEach(reward -> rewards.merge(reward.item(), (long) reward.amount(), Long::sum));
        return rewards;
    }

    /** Each adds what it adds to the usual load; that two of the others may not meet each other is left aside. */
    private static double factor(LiveEvent event, Collection<LiveEvent> others, Instant now, int many) {
        return Reach.of(event.calendar(), now, many).stream()
                .mapToDouble(mine -> event.peakFactor()
                        + others.stream()
                                .filter(other -> Reach.from(other.calendar(), mine.from(), false)
                                        .findFirst()
                                        .filter(mine::meets)
                                        .isPresent())
                                .mapToDouble(other -> other.peakFactor() - 1)
                                .sum())
                .max()
                .orElse(1);
    }

    private static double request(Capacity capacity) {
        return Prices.REQUEST + capacity.readUnits() * Prices.TABLE_READ + capacity.writeUnits() * Prices.TABLE_WRITE;
    }
}
