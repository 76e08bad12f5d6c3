package com.lifeverse.trigger;

import com.lifeverse.platform.Envelope;
import com.lifeverse.trigger.decide.Comparison;
import com.lifeverse.trigger.decide.ShadowRules;
import com.lifeverse.trigger.decide.TriggerState;
import com.lifeverse.trigger.spec.Trigger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the states are kept: one for each player and trigger. */
public interface TriggerStates {
    /** Whose state it is. */
    record Subject(String playerId, String trigger) {}

    /**
     * A state as it was read.
     *
     * @param revision how often it was written; 0 if never
     * @param shadow what a version that only decided last made of it
     */
    record Stored(long revision, TriggerState state, Optional<Shadow> shadow) {
        /** Before the first write. */
        public static final Stored NOTHING = new Stored(0, TriggerState.NEW);

        /** One that no version shadows. */
        public Stored(long revision, TriggerState state) {
            this(revision, state, Optional.empty());
        }

        /** What a version that only decides goes on from; what another one made of it says nothing of this one. */
        public TriggerState of(Trigger shadow, Optional<Trigger> live) {
            return this.shadow
                    .filter(known -> known.version().equals(shadow.version()))
                    .map(Shadow::state)
                    .orElseGet(() -> ShadowRules.begin(shadow, live, state));
        }
    }

    /** The state of a version that only decides: kept in the item of the one that acts, so that both are one read and one write. */
    record Shadow(String version, TriggerState state) {}

    /** Over how many parts the due ones are spread, so that none is written more often than a partition bears. Never fewer. */
    int PARTS = 4;

    /** How many states can be read or written at once. */
    int MOST = 100;

    /**
     * The new state and what is to be told, together or not at all.
     *
     * @param before what the decisions were made on; the write holds only if nobody has written since
     * @param command names the write, with all that is written at once, so that its own earlier attempt is recognised
     * @param due when time alone brings about the next decision; empty if it will not
     * @param expires when nothing in the state matters any more
     * @param shadow what the version that only decides makes of it; without one, what an earlier one had is forgotten
     * @param compared what both made of the same events: counted by the stream's reader, without a write of its own
     */
    record Change(
            Subject subject,
            Stored before,
            TriggerState after,
            List<Envelope> told,
            String command,
            Optional<Instant> due,
            Instant expires,
            Optional<Shadow> shadow,
            List<Comparison> compared) {
        public Change {
            told = List.copyOf(told);
            compared = List.copyOf(compared);
        }

        /** One that no version shadows. */
        public Change(
                Subject subject,
                Stored before,
                TriggerState after,
                List<Envelope> told,
                String command,
                Optional<Instant> due,
                Instant expires) {
            this(subject, before, after, told, command, due, expires, Optional.empty(), List.of());
        }
    }

    /** What came of a write. */
    sealed interface Saved {
        /** It holds: by this attempt, or by an earlier one whose answer got lost. */
        record Done() implements Saved {}

        /**
         * Another writer was faster; nothing was written.
         *
         * @param current what is there now, of those that others have written
         */
        record Overtaken(Map<Subject, Stored> current) implements Saved {
            public Overtaken {
                current = Map.copyOf(current);
            }
        }
    }

    /**
     * The states of all of them, in one read; may be slightly old, which a later {@link #save} then notices.
     *
     * @param subjects different ones, at most {@value #MOST}
     */
    Map<Subject, Stored> read(List<Subject> subjects);

    /**
     * Those whose {@link Change#due} has come, of one part, the longest due first; found as the stream is gone through. May show
     * what was dealt with a moment ago, and miss what was written a moment ago.
     *
     * @param part from 0 to below {@value #PARTS}
     */
    Stream<Subject> due(int part, Instant now);

    /**
     * Writes all in one write, if nobody has written any of them since {@link Change#before} was read.
     *
     * @param changes of different subjects and of the same command, at most {@value #MOST}
     */
    Saved save(List<Change> changes);
}
