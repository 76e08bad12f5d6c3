package com.lifeverse.session.live;

import java.time.Instant;
import java.util.Optional;

/**
 * What holds of a player whichever sessions they have.
 *
 * @param tokenEpoch grows when all tokens of the player are called back; an access token names the one it was made in
 * @param ban the last one pronounced, whether it still holds or not
 * @param erasingSince since when the player's data is being erased, to the second; nobody signs in meanwhile
 */
public record Standing(long tokenEpoch, Optional<Ban> ban, Optional<LastEnd> lastEnd, Optional<Instant> erasingSince) {
    /** Nothing ever happened. */
    public static final Standing CLEAR = new Standing(0, Optional.empty(), Optional.empty());

    /** Of a player whose data stays. */
    public Standing(long tokenEpoch, Optional<Ban> ban, Optional<LastEnd> lastEnd) {
        this(tokenEpoch, ban, lastEnd, Optional.empty());
    }

    public Standing ended(LastEnd last) {
        return new Standing(tokenEpoch, ban, Optional.of(last), erasingSince);
    }

    /** All tokens made so far are called back. */
    public Standing nextEpoch() {
        return new Standing(tokenEpoch + 1, ban, lastEnd, erasingSince);
    }

    public Standing banned(Ban pronounced) {
        return new Standing(tokenEpoch, Optional.of(pronounced), lastEnd, erasingSince);
    }

    public Standing withoutBan() {
        return new Standing(tokenEpoch, Optional.empty(), lastEnd, erasingSince);
    }

    /** The player's data is being erased from now on. */
    public Standing erasing(Instant since) {
        return new Standing(tokenEpoch, ban, lastEnd, Optional.of(since));
    }

    /** True if the item that says so must stay, however long ago it was written. */
    public boolean stays() {
        return erasingSince.isPresent()
                || ban.filter(each -> each.until().isEmpty()).isPresent();
    }
}
