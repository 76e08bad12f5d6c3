package com.lifeverse.session.queue;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The queue in memory; each call as atomic as a conditional write. */
final class InMemoryLoginQueue implements LoginQueue {
    private final Map<Lane, SortedMap<Long, Long>> came = new EnumMap<>(Lane.class);
    private final Map<String, String> used = new HashMap<>();
    private final Map<String, Ticket> held = new HashMap<>();
    private Optional<NowServing> serving = Optional.empty();

    @Override
    public synchronized long take(Lane lane, long bucket) {
        return came.computeIfAbsent(lane, _ -> new TreeMap<>()).merge(bucket, 1L, Long::sum);
    }

    @Override
    public synchronized SortedMap<Long, Long> came(Lane lane, long from, long until) {
        return new TreeMap<>(came.getOrDefault(lane, new TreeMap<>()).subMap(from, until));
    }

    @Override
    public synchronized Optional<NowServing> read() {
        return serving;
    }

    @Override
    public synchronized boolean move(Optional<NowServing> before, NowServing after) {
        if (!before.map(NowServing::tick).equals(serving.map(NowServing::tick))
                || !before.map(NowServing::left).equals(serving.map(NowServing::left))) {
            return false;
        }
        serving = Optional.of(after);
        return true;
    }

    @Override
    public synchronized WalkIn walkIn(long second) {
        if (serving.isEmpty() || serving.get().tick() < second) {
            return WalkIn.NOT_YET;
        }
        if (serving.get().tick() > second || serving.get().left() == 0) {
            return WalkIn.FULL;
        }
        serving = serving.map(NowServing::walkedIn);
        return WalkIn.IN;
    }

    @Override
    public synchronized Optional<Ticket> held(String holder) {
        return Optional.ofNullable(held.get(holder));
    }

    @Override
    public synchronized boolean hold(Ticket ticket, Optional<Ticket> before, Instant until) {
        if (held.containsKey(ticket.holder()) && !held(ticket.holder()).equals(before)) {
            return false;
        }
        held.put(ticket.holder(), ticket);
        return true;
    }

    @Override
    public synchronized boolean used(Ticket ticket) {
        return used.containsKey(ticket.lane() + "|" + ticket.place());
    }

    @Override
    public synchronized boolean use(Ticket ticket, String by, Instant until) {
        var known = used.putIfAbsent(ticket.lane() + "|" + ticket.place(), by);
        return known == null || known.equals(by);
    }
}
