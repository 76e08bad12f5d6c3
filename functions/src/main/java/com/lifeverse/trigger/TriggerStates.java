package com.lifeverse.trigger;

import com.lifeverse.platform.Envelope;
import java.time.Instant;
import java.util.List;

/** Where the states are kept: one for each player and trigger. */
public interface TriggerStates {
    /** Whose state it is. */
    record Subject(String playerId, String trigger) {}

    /**
     * A state as it was read.
     *
     * @param revision how often it was written; 0 if never
     */
    record Stored(long revision, TriggerState state) {
        /** Before the first write. */
        public static final Stored NOTHING = new Stored(0, TriggerState.NEW);
    }

    /**
     * One write: the new state and what is to be told, together or not at all.
     *
     * @param before what the decisions were made on; the write holds only if nobody has written since
     * @param command names this write, so that its own earlier attempt is recognised
     * @param expires when nothing in the state matters any more
     */
    record Change(
            Subject subject, Stored before, TriggerState after, List<Envelope> told, String command, Instant expires) {
        public Change {
            told = List.copyOf(told);
        }
    }

    /** What came of a write. */
    sealed interface Saved {
        /** It holds: by this attempt, or by an earlier one whose answer got lost. */
        record Done() implements Saved {}

        /** Another writer was faster; nothing was written. */
        record Overtaken(Stored current) implements Saved {}
    }

    /** The state; may be slightly old, which a later {@link #save} then notices. */
    Stored read(Subject subject);

    /** Writes, if nobody has written since {@link Change#before} was read. */
    Saved save(Change change);
}
