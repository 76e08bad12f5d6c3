package com.lifeverse.session.live;

import java.util.Optional;

/**
 * What holds of a player whichever sessions they have.
 *
 * @param tokenEpoch grows when all tokens of the player are called back; an access token names the one it was made in
 * @param ban the last one pronounced, whether it still holds or not
 */
public record Standing(long tokenEpoch, Optional<Ban> ban, Optional<LastEnd> lastEnd) {
    /** Nothing ever happened. */
    public static final Standing CLEAR = new Standing(0, Optional.empty(), Optional.empty());

    public Standing ended(LastEnd last) {
        return new Standing(tokenEpoch, ban, Optional.of(last));
    }

    /** All tokens made so far are called back. */
    public Standing nextEpoch() {
        return new Standing(tokenEpoch + 1, ban, lastEnd);
    }

    public Standing banned(Ban pronounced) {
        return new Standing(tokenEpoch, Optional.of(pronounced), lastEnd);
    }

    public Standing withoutBan() {
        return new Standing(tokenEpoch, Optional.empty(), lastEnd);
    }
}
