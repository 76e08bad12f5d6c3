package com.lifeverse.local.rehearse;

import com.lifeverse.liveops.event.LiveEvent.Reward;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A bot's part in one occurrence: what it means to do, what it has done, and what it was told of it. */
final class Entry {
    /** How a bot comes to take part. */
    enum Way {
        /** It joins as soon as it knows of the event. */
        JOINS_EARLY,
        /** It joins when the event runs. */
        JOINS_LATE,
        /** It only plays. */
        ONLY_PLAYS,
        /** It has other things to do. */
        STAYS_AWAY,
        /** It asks to be let in, though the event is not for it. */
        ASKS_IN_VAIN
    }

    /**
     * What it means to do.
     *
     * @param feats how often it does what counts
     * @param claims so many of the tiers that it reaches it claims; the others are left to the settlement
     */
    record Plan(Way way, int feats, int claims) {}

    private final LocalDateTime occurrence;
    private ZoneOffset offset;
    private final Plan plan;
    private final List<Instant> feats = new ArrayList<>();
    private final SortedMap<Integer, Instant> claims = new TreeMap<>();
    private Optional<Instant> joinedAt = Optional.empty();
    private Optional<String> refusal = Optional.empty();
    private boolean counts;
    private boolean plays;
    private long progress;
    private final SortedMap<Integer, Instant> claimed = new TreeMap<>();

    Entry(LocalDateTime occurrence, ZoneOffset offset, Plan plan) {
        this.occurrence = occurrence;
        this.offset = offset;
        this.plan = plan;
    }

    LocalDateTime occurrence() {
        return occurrence;
    }

    /** The bot's clocks when it first knew of the occurrence, with which it joins; then those that the service goes by. */
    ZoneOffset offset() {
        return offset;
    }

    Plan plan() {
        return plan;
    }

    void joined(Instant at, ZoneOffset by) {
        offset = by;
        joinedAt = Optional.of(at);
        counts = true;
    }

    void refused(String why) {
        refusal = Optional.of(why);
    }

    /** It begins to play; {@code open} if that alone has it take part. */
    void plays(boolean open) {
        plays = true;
        counts = counts || open;
    }

    boolean isPlaying() {
        return plays;
    }

    /** It has done what counts, and a game server has told of it. */
    void did(Instant at) {
        feats.add(at);
    }

    void claims(int tier, Instant at) {
        claims.putIfAbsent(tier, at);
    }

    /** What the service says of it. */
    void reads(Instant since, long amount, SortedMap<Integer, Instant> tiers) {
        joinedAt = joinedAt.or(() -> Optional.of(since));
        progress = amount;
        claimed.putAll(tiers);
    }

    Optional<Instant> joinedAt() {
        return joinedAt;
    }

    /** Why it was not let in. */
    Optional<String> refusal() {
        return refusal;
    }

    /** When it did what counts, whether or not it took part. */
    List<Instant> feats() {
        return Collections.unmodifiableList(feats);
    }

    /** What it should have come to, by its own count. */
    long own() {
        return counts ? feats.size() : 0;
    }

    /** What it has come to, as the service said last. */
    long progress() {
        return progress;
    }

    /** The tiers that it has claimed itself. */
    SortedMap<Integer, Instant> claims() {
        return Collections.unmodifiableSortedMap(claims);
    }

    /** All that were asked for, as the service said last: by it, or by the settlement. */
    SortedMap<Integer, Instant> claimed() {
        return Collections.unmodifiableSortedMap(claimed);
    }

    /** What it has a right to, by its own count. */
    List<Reward> entitled(List<Reward> rewards, Optional<Long> goal) {
        long amount = goal.orElse(own());
        return own() == 0
                ? List.of()
                : rewards.stream().filter(reward -> reward.at() <= amount).toList();
    }
}
