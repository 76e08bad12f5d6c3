package com.lifeverse.liveops.flip;

import com.lifeverse.platform.Envelope;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;

/** Where it is kept what was told of flips. An outage is an exception. */
public interface FlipLedger {
    /** How far each event is; by a read that sees all writes. */
    List<FlipState> states();

    /** The keys of an event's lines of that occurrence and later ones. */
    Set<String> told(String event, LocalDateTime from);

    /** The latest lines of an event, the latest occurrence first. */
    List<FlipLine> latest(String event, int most);

    /**
     * Writes state and lines and what is told of them, or nothing. False if somebody else was first.
     *
     * @param after one version further than what was looked at
     */
    boolean write(FlipState after, List<FlipLine> lines, List<Envelope> news);
}
