package com.lifeverse.session.social;

import com.lifeverse.platform.Envelope;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lists in memory, each call as atomic as a transaction. */
final class InMemoryAcquaintances implements Acquaintances, SocialGraph {
    private final Map<String, Map<Kind, SortedMap<String, Instant>>> lists = new HashMap<>();
    private final Set<String> players = new HashSet<>();

    @Override
    public Relation relation(String player, String other) {
        return new Relation(
                on(player, Kind.FRIENDS, other),
                on(other, Kind.ASKED, player),
                on(player, Kind.ASKED, other),
                on(player, Kind.BLOCKS, other),
                on(other, Kind.BLOCKS, player),
                players.contains(other));
    }

    void join(Collection<String> more) {
        players.addAll(more);
    }

    @Override
    public List<Acquaintance> list(String player, Kind kind, int most) {
        return listOf(player, kind).entrySet().stream()
                .limit(most)
                .map(entry -> new Acquaintance(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public Written ask(String player, String other, Instant now, Instant sweptAt, List<Envelope> news) {
        if (blocked(player, other) || on(other, Kind.ASKED, player)) {
            return Written.OVERTAKEN;
        }
        listOf(other, Kind.ASKED).put(player, now);
        return Written.WRITTEN;
    }

    @Override
    public Written accept(String player, String other, Instant now, List<Envelope> news) {
        if (blocked(player, other) || !on(player, Kind.ASKED, other)) {
            return Written.OVERTAKEN;
        }
        listOf(player, Kind.ASKED).remove(other);
        listOf(player, Kind.FRIENDS).put(other, now);
        listOf(other, Kind.FRIENDS).put(player, now);
        return Written.WRITTEN;
    }

    @Override
    public void part(String player, String other) {
        for (var kind : List.of(Kind.FRIENDS, Kind.ASKED)) {
            listOf(player, kind).remove(other);
            listOf(other, kind).remove(player);
        }
    }

    @Override
    public void block(String player, String other, Instant now) {
        part(player, other);
        listOf(player, Kind.BLOCKS).put(other, now);
    }

    @Override
    public void unblock(String player, String other) {
        listOf(player, Kind.BLOCKS).remove(other);
    }

    @Override
    public boolean areFriends(String player, String other) {
        return on(player, Kind.FRIENDS, other);
    }

    @Override
    public boolean anyBlocked(String player, Collection<String> others) {
        return others.stream().anyMatch(other -> blocked(player, other));
    }

    @Override
    public boolean friendsOfFriends(String player, String other) {
        var theirs = listOf(other, Kind.FRIENDS).keySet();
        return theirs.contains(player)
                || listOf(player, Kind.FRIENDS).keySet().stream().anyMatch(theirs::contains);
    }

    private boolean blocked(String player, String other) {
        return on(player, Kind.BLOCKS, other) || on(other, Kind.BLOCKS, player);
    }

    private boolean on(String whose, Kind kind, String who) {
        return listOf(whose, kind).containsKey(who);
    }

    private SortedMap<String, Instant> listOf(String whose, Kind kind) {
        return lists.computeIfAbsent(whose, _ -> new EnumMap<>(Kind.class)).computeIfAbsent(kind, _ -> new TreeMap<>());
    }
}
