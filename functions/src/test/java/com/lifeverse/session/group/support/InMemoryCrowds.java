package com.lifeverse.session.group.support;

import com.lifeverse.session.group.crowd.Crowds;
import com.lifeverse.session.group.crowd.Seating;
import com.lifeverse.session.group.crowd.Section;
import com.lifeverse.session.group.crowd.Tally;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The sections of crowds in memory; every call is one step that no other interrupts. */
final class InMemoryCrowds implements Crowds {
    private final Map<String, NavigableMap<Integer, Stored>> sections = new HashMap<>();
    private final Map<String, Seating> seatings = new HashMap<>();
    private final Map<String, Tally> tallies = new HashMap<>();

    @Override
    public synchronized Optional<Stored> section(String groupId, int number) {
        return Optional.ofNullable(of(groupId).get(number));
    }

    @Override
    public synchronized List<Stored> sections(String groupId, int from) {
        return List.copyOf(of(groupId).tailMap(from, true).values());
    }

    @Override
    public synchronized Outcome write(Write write) {
        var current = section(write.groupId(), write.section().number());
        if (current.map(Stored::section)
                .map(InMemoryCrowds::version)
                .equals(write.expected().map(InMemoryCrowds::version))) {
            of(write.groupId()).put(write.section().number(), new Stored(write.section(), write.command()));
            return Outcome.WRITTEN;
        }
        return current.filter(stored -> stored.command().equals(write.command()))
                        .isPresent()
                ? Outcome.WRITTEN
                : Outcome.OVERTAKEN;
    }

    @Override
    public synchronized Optional<Seating> seating(String groupId, int seats, int sections) {
        return Optional.ofNullable(seatings.get(groupId));
    }

    @Override
    public synchronized boolean write(String groupId, Seating seating, Instant sweptAt) {
        var before = seatings.get(groupId);
        boolean next = (before == null ? 0 : before.revision()) == seating.revision() - 1;
        if (next) {
            seatings.put(groupId, seating);
        }
        return next;
    }

    @Override
    public synchronized Tally tally(String groupId) {
        return tallies.getOrDefault(groupId, Tally.NONE);
    }

    @Override
    public synchronized Tally count(String groupId, int section, Tally.Count count, Instant sweptAt) {
        var counts = new TreeMap<>(tally(groupId).counts());
        counts.merge(section, count, (known, given) -> given.revision() > known.revision() ? given : known);
        var tally = new Tally(counts);
        tallies.put(groupId, tally);
        return tally;
    }

    private NavigableMap<Integer, Stored> of(String groupId) {
        return sections.computeIfAbsent(groupId, _ -> new TreeMap<>());
    }

    private static List<Long> version(Section section) {
        return List.of(section.revision(), section.allotment().turn());
    }
}
