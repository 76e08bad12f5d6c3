package com.lifeverse.session.census;

import com.lifeverse.session.live.LivePlayer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** All live items, for a sweep, and where the sweep keeps its place. An outage is an exception. */
public interface Register {
    /** The next items of a segment behind {@code after}; they may be a second old. Half a read unit for each 4 KB. */
    Page page(Segment segment, Optional<String> after, int limit);

    /** Takes away the item of a player without sessions, if nobody wrote since: one write unit. */
    boolean forget(LivePlayer player);

    /** The sweep of a segment that was saved last. */
    Optional<Sweep> last(Segment segment);

    /** The last sweeps of all segments as one; empty as long as one of them has never begun. */
    default Optional<Sweep> last(int segments) {
        var sweeps = IntStream.range(0, segments)
                .mapToObj(number -> last(new Segment(number, segments)))
                .flatMap(Optional::stream)
                .toList();
        return sweeps.size() < segments ? Optional.empty() : Optional.of(Sweep.together(sweeps));
    }

    /** Saves a sweep of a segment, if nobody saved since; false if somebody did. */
    boolean save(Segment segment, Sweep sweep);

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
