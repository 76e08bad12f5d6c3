package com.lifeverse.trigger.profile;

import com.lifeverse.platform.Envelope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where profiles are kept: one for each player, with the happenings that were counted beside it. */
public interface Profiles {
    /**
     * A profile as it was read.
     *
     * @param revision how often it was written; 0 if never
     */
    record Stored(long revision, Profile profile) {
        /** Before the first write. */
        public static final Stored NOTHING = new Stored(0, Profile.NEW);
    }

    /** How many happenings can be counted in one write. */
    int MOST = 50;

    /**
     * What is known now, what was counted and what is to be told, together or not at all.
     *
     * @param before what it was made of; the write holds only if nobody has written since
     * @param counted happenings that it counts; the write holds only if nobody has counted any of them
     * @param forgotten when it need not be known any more that they were
     * @param told what is told; empty if nobody would see a difference
     * @param command names the write, with all that is in it, so that its own earlier attempt is recognised
     */
    record Change(
            String playerId,
            Stored before,
            Profile after,
            List<Long> counted,
            Instant forgotten,
            Optional<Envelope> told,
            String command) {
        public Change {
            counted = List.copyOf(counted);
        }
    }

    /** What came of a write. */
    sealed interface Saved {
        /** It holds: by this attempt, or by an earlier one whose answer got lost. */
        record Done() implements Saved {}

        /**
         * Another writer was faster; nothing was written.
         *
         * @param current the profile as it is now
         * @param counted those of the happenings that others have counted
         */
        record Overtaken(Stored current, Set<Long> counted) implements Saved {
            public Overtaken {
                counted = Set.copyOf(counted);
            }
        }
    }

    /** A player's profile; may be slightly old, which a later {@link #save} then notices. */
    Stored read(String playerId);

    /** Which of these happenings have been counted. */
    Set<Long> counted(String playerId, Set<Long> keys);

    /** Writes, if nobody has written since {@link Change#before} was read. */
    Saved save(Change change);
}
