package com.lifeverse.session.group.support;

import com.lifeverse.platform.Envelope;
import com.lifeverse.session.group.crowd.Crowds;
import com.lifeverse.session.group.desk.Groups;
import com.lifeverse.session.group.desk.JoinCodes;
import com.lifeverse.session.group.desk.Memberships;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The ports in memory; every call is one step that no other interrupts. */
public final class InMemoryGroupTables implements GroupTables, Groups, Memberships, JoinCodes {
    private record Code(String groupId, Instant until) {}

    private final Map<String, Write> written = new HashMap<>();
    private final Map<String, NavigableMap<String, Long>> pointers = new HashMap<>();
    private final InMemoryCrowds crowds = new InMemoryCrowds();
    private final Map<String, Code> taken = new HashMap<>();

    @Override
    public synchronized Optional<Stored> read(String groupId) {
        return Optional.ofNullable(written.get(groupId)).map(write -> new Stored(write.group(), write.command()));
    }

    @Override
    public synchronized Outcome write(Write write) {
        var current = read(write.group().id());
        var revision = current.map(stored -> stored.group().revision());
        if (revision.equals(write.expected())) {
            written.put(write.group().id(), write);
            return new Outcome.Written();
        }
        return current.filter(stored -> stored.command().equals(write.command()))
                        .isPresent()
                ? new Outcome.Written()
                : new Outcome.Overtaken(current);
    }

    @Override
    public synchronized void note(String playerId, String groupId, long revision, Instant sweptAt) {
        pointers.computeIfAbsent(playerId, _ -> new TreeMap<>()).merge(groupId, revision, Math::max);
    }

    @Override
    public synchronized void forget(String playerId, String groupId, long revision) {
        pointers.getOrDefault(playerId, Collections.emptyNavigableMap())
                .computeIfPresent(groupId, (_, noted) -> noted < revision ? null : noted);
    }

    @Override
    public synchronized List<String> of(String playerId, Optional<String> after, int limit) {
        var noted = pointers.getOrDefault(playerId, Collections.emptyNavigableMap());
        return after.map(last -> noted.tailMap(last, false)).orElse(noted).keySet().stream()
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized boolean take(String code, String groupId, Instant now, Instant until) {
        var known = find(code, now);
        if (known.filter(other -> !other.equals(groupId)).isPresent()) {
            return false;
        }
        taken.put(code, new Code(groupId, until));
        return true;
    }

    @Override
    public synchronized Optional<String> find(String code, Instant now) {
        return Optional.ofNullable(taken.get(code))
                .filter(known -> known.until().getEpochSecond() >= now.getEpochSecond())
                .map(Code::groupId);
    }

    @Override
    public synchronized List<Envelope> told(String groupId) {
        return Optional.ofNullable(written.get(groupId)).map(Write::news).orElse(List.of());
    }

    @Override
    public Groups groups() {
        return this;
    }

    @Override
    public Memberships memberships() {
        return this;
    }

    @Override
    public Crowds crowds() {
        return crowds;
    }

    @Override
    public JoinCodes codes() {
        return this;
    }
}
