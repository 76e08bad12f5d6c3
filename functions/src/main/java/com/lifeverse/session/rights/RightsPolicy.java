package com.lifeverse.session.rights;

import com.lifeverse.platform.Bounds;
import com.lifeverse.session.live.Ban;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Every number of data rights.
 *
 * @param recentSignIn how long ago a session may have begun for its player to ask; who finds a device cannot
 * @param exportLife how long an export can be fetched
 * @param receiptLife how long the receipt of an erasure is kept
 * @param longestBan how long a ban is kept beyond an erasure, at most
 * @param page items of one store that one call takes away
 * @param partBytes how large one part of an export may be, below what an answer can carry
 */
public record RightsPolicy(
        Duration recentSignIn,
        Duration exportLife,
        Duration receiptLife,
        Duration longestBan,
        int page,
        int partBytes) {
    public RightsPolicy {
        Bounds.hold(recentSignIn.isPositive(), "recentSignIn must be positive");
        Bounds.hold(exportLife.isPositive(), "exportLife must be positive");
        Bounds.hold(receiptLife.isPositive(), "receiptLife must be positive");
        Bounds.hold(!longestBan.isNegative(), "longestBan must not be negative");
        Bounds.hold(page >= 1, "page must be at least 1");
        Bounds.hold(partBytes >= 1024, "partBytes must be at least 1024");
    }

    /** When the list of an export's parts may be swept away: some days longer, to say that they are gone. */
    public Instant exportSwept(Instant exportedAt) {
        return exportedAt.plus(exportLife.multipliedBy(7));
    }

    /** What stays of a ban when its player is erased: it would be void if the player could come back at once. */
    public Optional<Ban> carried(Optional<Ban> ban, Instant now) {
        var latest = now.plus(longestBan).truncatedTo(ChronoUnit.SECONDS);
        return ban.filter(pronounced -> pronounced.inForce(now))
                .map(pronounced -> new Ban(
                        pronounced.reason(),
                        pronounced.since(),
                        pronounced
                                .until()
                                .filter(until -> until.isBefore(latest))
                                .or(() -> Optional.of(latest))));
    }
}
