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

    /** The clocks that a player goes by in an event of players' own; one read unit. Empty if they have been in none. */
    Optional<OwnClocks> clocks(String event, String playerId);

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

    /**
     * Gives a seat back that nobody sits in: one write unit. Done again it holds once, and a seat that somebody else has by now stays theirs.
     */
    void giveBack(String event, LocalDateTime occurrence, int lane, Seat seat, Instant forgotten);

    /** Takes a seat that was given back: one write unit, and a read unit for each 4 KB of those that ever were. Empty if there is none. */
    Optional<Seat> takeAgain(String event, LocalDateTime occurrence, int lane);

    /**
     * Writes: a unit, one each for the first write of a player, their clocks, a mark and a share, all of it doubled if it is more than one, as
     * a transaction is.
     */
    Saved save(Change change);

    /**
     * A seat where they are counted.
     *
     * @param number in its lane, from 0
     * @param turn how often it was given to somebody else before
     */
    record Seat(long number, long turn) {}

    /**
     * Has a player go by clocks; the write holds only if those before are what was read.
     *
     * @param before empty if there were none
     */
    record Binding(Optional<OwnClocks> before, OwnClocks after) {}

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
     * @param clocks what the player goes by from now on; empty if that stays as it is
     */
    record Change(
            Participation after,
            Optional<String> mark,
            long share,
            List<Envelope> news,
            Instant forgotten,
            Optional<Binding> clocks) {
        public Change {
            news = List.copyOf(news);
        }

        /** Of somebody who goes by the clocks that they had. */
        public Change(Participation after, Optional<String> mark, long share, List<Envelope> news, Instant forgotten) {
            this(after, mark, share, news, forgotten, Optional.empty());
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
