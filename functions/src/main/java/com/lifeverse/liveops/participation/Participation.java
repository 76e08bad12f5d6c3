package com.lifeverse.liveops.participation;

import com.lifeverse.liveops.participation.Participations.Seat;
import com.lifeverse.platform.NameBasedId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One player in one occurrence of a live event.
 *
 * @param occurrence the occurrence's start by the event's clocks, which is the same for all players
 * @param joinedAt since when; to the millisecond
 * @param offset the player's clocks, as they were said on joining; they count until the occurrence is over, so that nobody has it twice
 * @param cohort which board the player is on
 * @param seat where the player sits; empty where seats are not counted
 * @param progress how much was counted
 * @param progressAt when the last of it happened; when the player joined if nothing was counted
 * @param claimed the tiers whose rewards were asked for, with when
 * @param revision how often it was written; 0 if it is not stored yet
 */
public record Participation(
        String event,
        LocalDateTime occurrence,
        String playerId,
        Instant joinedAt,
        ZoneOffset offset,
        long cohort,
        Optional<Seat> seat,
        long progress,
        Instant progressAt,
        SortedMap<Integer, Instant> claimed,
        long revision) {
    /** Participations of an occurrence lie in so many buckets. It is how they are stored: another number would lose them. */
    public static final int BUCKETS = 64;

    public Participation {
        claimed = Collections.unmodifiableSortedMap(new TreeMap<>(claimed));
    }

    /** Of somebody in an occurrence whose seats are not counted. */
    public Participation(
            String event,
            LocalDateTime occurrence,
            String playerId,
            Instant joinedAt,
            ZoneOffset offset,
            long cohort,
            long progress,
            Instant progressAt,
            SortedMap<Integer, Instant> claimed,
            long revision) {
        this(
                event,
                occurrence,
                playerId,
                joinedAt,
                offset,
                cohort,
                Optional.empty(),
                progress,
                progressAt,
                claimed,
                revision);
    }

    /** Somebody who begins now. */
    static Participation begun(
            String event,
            LocalDateTime occurrence,
            String playerId,
            Instant joinedAt,
            ZoneOffset offset,
            long cohort,
            Optional<Seat> seat) {
        return new Participation(
                event, occurrence, playerId, joinedAt, offset, cohort, seat, 0, joinedAt, new TreeMap<>(), 0);
    }

    /** The bucket of a player, from 0; the same in every occurrence. */
    public static int bucket(String playerId) {
        return (int) Math.floorMod(NameBasedId.bits(playerId), (long) BUCKETS);
    }

    /** The same as its next write leaves it, with that much more progress. */
    Participation advanced(long by, Instant at) {
        return written(progress + by, at.isAfter(progressAt) ? at : progressAt, claimed);
    }

    /** The same as its next write leaves it, with these tiers claimed. */
    Participation claiming(Iterable<Integer> tiers, Instant now) {
        var all = new TreeMap<>(claimed);
        tiers.forEach(tier -> all.putIfAbsent(tier, now));
        return written(progress, progressAt, all);
    }

    /** The same as its first write leaves it. */
    Participation stored() {
        return written(progress, progressAt, claimed);
    }

    private Participation written(long progress, Instant progressAt, SortedMap<Integer, Instant> claimed) {
        return new Participation(
                event,
                occurrence,
                playerId,
                joinedAt,
                offset,
                cohort,
                seat,
                progress,
                progressAt,
                claimed,
                revision + 1);
    }
}
