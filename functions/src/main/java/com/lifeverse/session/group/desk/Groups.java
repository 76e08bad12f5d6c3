package com.lifeverse.session.group.desk;

import com.lifeverse.platform.Envelope;
import com.lifeverse.session.group.Group;
import com.lifeverse.session.live.CommandId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The groups, one item each. Every change is one conditional write; that its condition does not hold is an answer. An outage is an
 * exception and never looks like absence. What a write tells is told exactly if it is made.
 */
public interface Groups {
    /** The group as it was last written, read consistently: a read unit for each 4 KB. */
    Optional<Stored> read(String groupId);

    /** Writes a group if it is still as expected: a write unit for each KB. */
    Outcome write(Write write);

    /**
     * A group in the table.
     *
     * @param command the command that wrote it
     */
    record Stored(Group group, CommandId command) {}

    /**
     * The next state of a group.
     *
     * @param expected the revision that this was decided on; empty if there is to be none yet
     * @param news what the write tells
     * @param sweptAt when the item may be swept away
     */
    record Write(Group group, Optional<Long> expected, CommandId command, List<Envelope> news, Instant sweptAt) {
        public Write {
            news = List.copyOf(news);
        }

        /** The same write of the group as given. */
        public Write of(Group given) {
            return new Write(given, expected, command, news, sweptAt);
        }
    }

    /** What came of a write. */
    sealed interface Outcome {
        /** It is written: now, or before by the same command whose reply got lost. */
        record Written() implements Outcome {}

        /** Somebody else wrote; this is how it stands now. */
        record Overtaken(Optional<Stored> current) implements Outcome {}
    }
}
