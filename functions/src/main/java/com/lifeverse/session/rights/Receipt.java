package com.lifeverse.session.rights;

import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.rights.DataRequest.Progress.Erased;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What an erasure reached, what stays and why, and what is still somewhere until it goes by itself.
 *
 * @param reached everything that was found and taken away, pass by pass
 */
public record Receipt(List<Found> reached, List<Kept> kept, List<Fading> fading) {
    /** Something that stays on purpose. */
    public record Kept(String what, String why, Instant until) {}

    /** A place that cannot be reached into, and forgets by itself. */
    public record Fading(String where, String what, Instant until) {}

    public Receipt {
        reached = List.copyOf(reached);
        kept = List.copyOf(kept);
        fading = List.copyOf(fading);
    }

    /**
     * The receipt.
     *
     * @param logs how long the stage keeps logs
     */
    public static Receipt of(
            DataRequest request, Erased erased, RightsPolicy policy, SessionPolicy sessions, Duration logs) {
        var kept = new ArrayList<Kept>();
        kept.add(new Kept(
                "this receipt, under a hash of the player's id",
                "to show that the erasure was made",
                request.askedAt().plus(policy.receiptLife())));
        erased.keptBan()
                .ifPresent(until -> kept.add(new Kept(
                        "a ban, with the hashes of the identities it holds for, and nothing else",
                        "to protect other players from one who was put out",
                        until)));
        var fading = new ArrayList<Fading>();
        if (!erased.closed()) {
            fading.add(new Fading(
                    "the requests' own table",
                    "the event that told of this erasure",
                    erased.at().plus(Lives.LATE_PASS)));
        }
        for (var life : Lives.all(sessions.accessTokenLife(), logs)) {
            fading.add(new Fading(life.where(), life.what(), erased.at().plus(life.longest())));
        }
        return new Receipt(erased.found(), kept, fading);
    }
}
