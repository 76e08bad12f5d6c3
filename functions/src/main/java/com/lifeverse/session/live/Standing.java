package com.lifeverse.session.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What holds of a player whichever sessions they have.
 *
 * @param tokenEpoch grows when all tokens of the player are called back; an access token names the one it was made in
 * @param ban the last one pronounced, whether it still holds or not
 * @param ends how sessions ended lately, the last one first; the history knows all of them, some seconds later
 * @param erasingSince since when the player's data is being erased, to the second; nobody signs in meanwhile
 */
public record Standing(long tokenEpoch, Optional<Ban> ban, List<LastEnd> ends, Optional<Instant> erasingSince) {
    /** Nothing ever happened. */
    public static final Standing CLEAR = new Standing(0, Optional.empty(), List.of());

    /** As many sessions and ends as an item holds for one write unit; a session that ends leaves its place to its end. */
    private static final int ROOM = 6;

    public Standing {
        ends = List.copyOf(ends);
    }

    /** Of a player whose data stays. */
    public Standing(long tokenEpoch, Optional<Ban> ban, List<LastEnd> ends) {
        this(tokenEpoch, ban, ends, Optional.empty());
    }

    public Standing ended(LastEnd last) {
        var all = new ArrayList<>(List.of(last));
        all.addAll(ends);
        return new Standing(tokenEpoch, ban, all, erasingSince);
    }

    /** With as many ends as there is room for beside so many sessions. */
    public Standing beside(int sessions) {
        int most = Math.max(1, ROOM - sessions);
        return new Standing(tokenEpoch, ban, ends.subList(0, Math.min(most, ends.size())), erasingSince);
    }

    /** How that session ended, if it is one of the last. */
    public Optional<LastEnd> endOf(String sessionId) {
        return ends.stream().filter(end -> end.sessionId().equals(sessionId)).findFirst();
    }

    /** All tokens made so far are called back. */
    public Standing nextEpoch() {
        return new Standing(tokenEpoch + 1, ban, ends, erasingSince);
    }

    public Standing banned(Ban pronounced) {
        return new Standing(tokenEpoch, Optional.of(pronounced), ends, erasingSince);
    }

    public Standing withoutBan() {
        return new Standing(tokenEpoch, Optional.empty(), ends, erasingSince);
    }

    /** The player's data is being erased from now on. */
    public Standing erasing(Instant since) {
        return new Standing(tokenEpoch, ban, ends, Optional.of(since));
    }

    /** True if the item that says so must stay, however long ago it was written. */
    public boolean stays() {
        return erasingSince.isPresent()
                || ban.filter(each -> each.until().isEmpty()).isPresent();
    }
}
