package com.lifeverse.session.social;

import com.lifeverse.platform.Envelope;
import java.time.Instant;
import java.util.List;

/** Who knows whom. Every change is one transaction; that its conditions do not hold is an answer. */
public interface Acquaintances {
    /** The lists that a player has. */
    enum Kind {
        FRIENDS,
        /** Those who have asked the player. */
        ASKED,
        BLOCKS
    }

    /** How the two stand, read consistently: six read units. */
    Relation relation(String player, String other);

    /** A whole list, in the order of ids; at most {@code most}. */
    List<Acquaintance> list(String player, Kind kind, int most);

    /** Leaves a request with {@code other}, unless one of the two blocks: eight write units. */
    Written ask(String player, String other, Instant now, Instant sweptAt, List<Envelope> news);

    /** Makes friends of two of whom {@code other} has asked, unless one of the two blocks: twelve write units. */
    Written accept(String player, String other, Instant now, List<Envelope> news);

    /** Ends what is between the two but blocks: eight write units, ten if it was a request. */
    void part(String player, String other);

    /** Blocks {@code other}, and ends what is between the two: twelve write units. */
    void block(String player, String other, Instant now);

    /** Lifts the player's own block: two write units. */
    void unblock(String player, String other);

    /** What came of a change. */
    enum Written {
        WRITTEN,
        /** The two do not stand so any more. */
        OVERTAKEN
    }
}
