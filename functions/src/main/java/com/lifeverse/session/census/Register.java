package com.lifeverse.session.census;

import com.lifeverse.session.live.LivePlayer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All live items, for a sweep, and where the sweep keeps its place. An outage is an exception. */
public interface Register {
    /** The next items behind {@code after}; they may be a second old. Half a read unit for each 4 KB. */
    Page page(Optional<String> after, int limit);

    /** Takes away the item of a player without sessions, if nobody wrote since: one write unit. */
    boolean forget(LivePlayer player);

    /** The sweep that was saved last. */
    Optional<Sweep> last();

    /** Saves a sweep, if nobody saved since; false if somebody did. */
    boolean save(Sweep sweep);

    /**
     * Items.
     *
     * @param next where the next page goes on; empty on the last
     */
    record Page(List<Entry> entries, Optional<String> next, double readUnits) {
        public Page {
            entries = List.copyOf(entries);
        }
    }

    /**
     * One item.
     *
     * @param sweptAt when the broom may take it; empty if it must stay
     */
    record Entry(LivePlayer player, Optional<Instant> sweptAt) {}
}
