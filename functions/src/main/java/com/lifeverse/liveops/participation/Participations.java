package com.lifeverse.liveops.participation;

import com.lifeverse.platform.Envelope;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Where it is kept who takes part. A write holds only if nobody has written since what it was made of was read, and carries what it
 * tells; so whoever is cut off asks again and finds either all of it or nothing. An outage is an exception.
 */
public interface Participations {
    /** One read unit. Empty if the player is not in that occurrence. */
    Optional<Participation> find(String event, LocalDateTime occurrence, String playerId);

    /** The player's latest occurrence of an event, by its name; two read units. Empty if there is none. */
    Optional<Participation> latest(String event, String playerId);

    /**
     * Some of a bucket's participations, by players' ids: all of them if asked until there is nothing more. A read unit for each 4 KB.
     *
     * @param bucket from 0, less than {@link Participation#BUCKETS}
     * @param after the {@link Page#next} of the page before; empty for the first
     */
    Page page(String event, LocalDateTime occurrence, int bucket, Optional<String> after);

    /** Where a board's players stand, who has most first and who had it earlier before others; it may be a second old. */
    List<Standing> board(String event, LocalDateTime occurrence, long cohort, int most);

    /**
     * Takes a seat in a lane of an occurrence: one write unit. Whoever is cut off before they are in leaves it empty.
     *
     * @param lane each has a counter of its own, which takes a thousand players a second
     * @param most how many seats the lane has
     * @return its number in the lane, from 0; empty if all are taken
     */
    Optional<Long> seat(String event, LocalDateTime occurrence, int lane, long most, Instant forgotten);

    /** Writes: two units, and two each for the first write of a player, a mark and a share, all of it doubled as a transaction is. */
    Saved save(Change change);

    /**
     * Some of a bucket.
     *
     * @param next what the next page comes after; empty if there is none
     */
    record Page(List<Participation> participations, Optional<String> next) {
        public Page {
            participations = List.copyOf(participations);
        }
    }

    /**
     * One line of a board.
     *
     * @param at when the last progress was made
     */
    record Standing(String playerId, long progress, Instant at) {}

    /**
     * The next state of a participation, with what belongs to it.
     *
     * @param after one revision further than what it was made of
     * @param mark a happening that it counts; the write holds only if nobody has counted it
     * @param share what it adds to the goal of all together; 0 for nothing
     * @param news what it tells
     * @param forgotten when none of it need be known any more
     */
    record Change(Participation after, Optional<String> mark, long share, List<Envelope> news, Instant forgotten) {
        public Change {
            news = List.copyOf(news);
        }
    }

    /** What came of a write. */
    enum Saved {
        /** It holds. */
        DONE,
        /** Somebody has written in between, perhaps an attempt of our own whose answer got lost: look again. */
        OVERTAKEN,
        /** The happening was counted before; nothing was written. */
        COUNTED
    }
}
