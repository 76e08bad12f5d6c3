package com.lifeverse.session.preference;

import com.lifeverse.platform.Envelope;
import java.util.List;

/** Players' preferences. An outage is an exception, never "no needs". */
public interface Preferences {
    /** The player's preferences, read consistently; one read unit for each 4 KB. */
    PlayerPreferences of(String playerId);

    /**
     * Puts the preferences in place of those of the revision before, if these still stand: a write unit for each KB.
     *
     * @param news what the write tells
     */
    Saved save(String playerId, PlayerPreferences preferences, List<Envelope> news);

    /** What came of saving. */
    sealed interface Saved {
        /** They stand. */
        record Done() implements Saved {}

        /** Another device was first; this is how they stand. */
        record Overtaken(PlayerPreferences current) implements Saved {}
    }
}
