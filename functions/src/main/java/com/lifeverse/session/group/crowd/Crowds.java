package com.lifeverse.session.group.crowd;

import com.lifeverse.platform.Envelope;
import com.lifeverse.session.live.CommandId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The sections of crowds, an item each, and beside them who has how many seats. Every change is one conditional write; that its
 * condition does not hold is an answer. An outage is an exception and never looks like absence.
 */
public interface Crowds {
    /** A section of the crowd, read consistently: a read unit for each 4 KB. Empty if nothing has happened there. */
    Optional<Stored> section(String groupId, int number);

    /**
     * Sections that something has happened in, from that number on, read consistently: a read unit for each 4 KB; at most as
     * many as fill one page of the table.
     */
    List<Stored> sections(String groupId, int from);

    /** Writes a section if it is still as expected: a write unit for each KB. */
    Outcome write(Write write);

    /** How the seats are divided, read consistently: one read unit. Empty if none was ever moved. */
    Optional<Seating> seating(String groupId, int seats, int sections);

    /** Writes that if it is still of the revision before: a write unit for each KB. False if it is not. */
    boolean write(String groupId, Seating seating, Instant sweptAt);

    /** What was counted: half a read unit; it may be a second old. */
    Tally tally(String groupId);

    /** Counts a section, unless it was counted at that revision or later: a write unit for each KB. What is counted then. */
    Tally count(String groupId, int section, Tally.Count count, Instant sweptAt);

    /** A section in the table, with the command that wrote it. */
    record Stored(Section section, CommandId command) {}

    /**
     * The next state of a section.
     *
     * @param template the id of the crowd's template
     * @param expected the section that this was decided on; empty if there is to be none yet
     * @param news what the write tells
     */
    record Write(
            String groupId,
            String template,
            Section section,
            Optional<Section> expected,
            CommandId command,
            List<Envelope> news,
            Instant sweptAt) {
        public Write {
            news = List.copyOf(news);
        }
    }

    /** What came of a write. */
    enum Outcome {
        /** It is written: now, or before by the same command whose reply got lost. */
        WRITTEN,
        /** Somebody else wrote. */
        OVERTAKEN
    }
}
