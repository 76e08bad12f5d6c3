package com.lifeverse.local.dryrun;

import com.lifeverse.platform.Envelope;
import com.lifeverse.trigger.decide.Decision;
import com.lifeverse.trigger.decide.TriggerRules;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;

/** What came of one version: counts, a few of the first firings, and in the scratch file how often each player had one. */
final class Tally {
    /** How many firings and players are listed. */
    static final int LISTED = 20;

    /** A player, and how often the trigger acted for them. */
    record Busy(String playerId, long fired) {}

    private final Map<Outcome, Long> byEvents = new EnumMap<>(Outcome.class);
    private final Map<Outcome, Long> byTime = new EnumMap<>(Outcome.class);
    private final SortedMap<LocalDate, Long> byDay = new TreeMap<>();
    private final List<Envelope> first = new ArrayList<>();
    private final MVMap<String, Long> players;
    private long told;

    Tally(Scratch scratch, String version) {
        players = scratch.map(version + "/players", StringDataType.INSTANCE, LongDataType.INSTANCE);
    }

    /** Counts what came of an event. */
    void byEvent(Decision decision) {
        count(decision, byEvents);
    }

    /** Counts what time alone brought about. */
    void byTime(Decision decision) {
        count(decision, byTime);
    }

    private void count(Decision decision, Map<Outcome, Long> counts) {
        counts.merge(Outcome.of(decision), 1L, Long::sum);
        for (var firing : TriggerRules.told(decision)) {
            told++;
            byDay.merge(LocalDate.ofInstant(firing.time(), ZoneOffset.UTC), 1L, Long::sum);
            long before = players.getOrDefault(firing.playerId(), 0L);
            players.put(firing.playerId(), before + 1);
            if (first.size() < LISTED) {
                first.add(firing);
            }
        }
    }

    Map<Outcome, Long> byEvents() {
        return Collections.unmodifiableMap(byEvents);
    }

    Map<Outcome, Long> byTime() {
        return Collections.unmodifiableMap(byTime);
    }

    /** How often effects would have been carried out. */
    long told() {
        return told;
    }

    /** For how many players. */
    long players() {
        return players.sizeAsLong();
    }

    SortedMap<LocalDate, Long> byDay() {
        return Collections.unmodifiableSortedMap(byDay);
    }

    /** The first firings, in order. */
    List<Envelope> first() {
        return List.copyOf(first);
    }

    /** Those for whom it acted most, most first. */
    List<Busy> busiest() {
        var order = Comparator.comparingLong(Busy::fired).thenComparing(Busy::playerId, Comparator.reverseOrder());
        var most = new PriorityQueue<Busy>(order);
        players.forEach((player, fired) -> {
            most.add(new Busy(player, fired));
            if (most.size() > LISTED) {
                most.remove();
            }
        });
        return most.stream().sorted(order.reversed()).toList();
    }

    /** How many players had something of this one and nothing of the other, and so on. */
    Gains gainsOver(Tally other) {
        long more = 0;
        long same = 0;
        for (var player : (Iterable<String>) () -> players.keyIterator(null)) {
            if (other.players.containsKey(player)) {
                same++;
            } else {
                more++;
            }
        }
        return new Gains(more, other.players() - same, same);
    }

    /**
     * Whom another version acts for.
     *
     * @param won players that only it acts for
     * @param lost players that it does not act for any more
     * @param kept players that both act for
     */
    record Gains(long won, long lost, long kept) {}
}
