package com.lifeverse.session.identity;

import com.lifeverse.session.signin.Identity;
import java.time.Instant;
import java.util.List;

/** The identities of players beyond the one that made them. */
public interface Identities {
    /**
     * What a person may see of an identity.
     *
     * @param id its name in addresses, which opens nothing
     */
    record Linked(String id, String kind, Instant since) {}

    /** Links an identity that nobody has to its player, in one transaction of two items. */
    Linking link(Identity identity, Instant now);

    /** All identities of a player: one read unit. */
    List<Linked> of(String playerId);

    /** Takes an identity away from the player who has it, unless it is the only one: a read, and a transaction of two items. */
    Unlinking unlink(String playerId, String id);

    /** What came of linking. */
    enum Linking {
        LINKED,
        /** Somebody has it already: look who. */
        TAKEN
    }

    /** What came of unlinking. */
    enum Unlinking {
        UNLINKED,
        NOT_FOUND,
        /** Without it nobody could sign in. */
        LAST
    }
}
