package com.lifeverse.trigger.publish;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where publications are kept; none is ever changed. */
public interface Publications {
    /** The one in force, by a read that sees all writes; empty if nobody has published yet. */
    Optional<Publication> current();

    /** What was published then; empty if there was no such publication. */
    Optional<Draft> draft(long number);

    /** The latest ones, newest first. */
    List<Publication> latest(int most);

    /** The latest ones with what was published, newest first, each read when it is asked for; to be closed. */
    Stream<Past> past(int most);

    /** One that was put in force. */
    record Past(Publication publication, Draft draft) {}

    /** What names stood for, as whoever published last has kept it, by a read that sees all writes; empty if nobody has. */
    Optional<NameMemory> names();

    /**
     * Puts a draft in force, in one write; false if another has become number {@link Publication#number} before.
     *
     * @param names what names stood for up to this one
     */
    boolean put(Publication publication, Draft draft, NameMemory names);
}
