package com.lifeverse.local.workflow.lint;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which variables an execution knows when it enters the states of a block. Variables of a block are not known outside it;
 * those of the outside are known inside.
 */
final class Flow {
    /**
     * What is known at some place.
     *
     * @param always on every way that leads there
     * @param sometimes on one way at least
     */
    record Known(Set<String> always, Set<String> sometimes) {
        static final Known NOTHING = new Known(Set.of(), Set.of());

        Known and(Set<String> more) {
            return new Known(union(always, more), union(sometimes, more));
        }

        /** What is known where two ways meet. */
        Known meeting(Known other) {
            var both = new TreeSet<>(always);
            both.retainAll(other.always);
            return new Known(both, union(sometimes, other.sometimes));
        }

        private static Set<String> union(Set<String> one, Set<String> other) {
            var all = new TreeSet<>(one);
            all.addAll(other);
            return all;
        }
    }

    private final Map<String, Known> atEntry = new HashMap<>();

    private Flow() {}

    /** The flow of a block that is entered knowing {@code outside}. */
    static Flow through(Station.Block block, Known outside) {
        var flow = new Flow();
        var stations = new HashMap<String, Station>();
        block.stations().forEach(station -> stations.put(station.name(), station));
        var open = new LinkedHashSet<String>();
        flow.arrive(block.start(), outside, open);
        while (!open.isEmpty()) {
            var name = open.removeFirst();
            var station = stations.get(name);
            var known = flow.atEntry.get(name);
            if (station != null && known != null) {
                station.ways().forEach(way -> flow.arrive(way.to(), known.and(way.assigns()), open));
            }
        }
        return flow;
    }

    private void arrive(String name, Known known, Set<String> open) {
        @Nullable Known before = atEntry.get(name);
        var now = before == null ? known : before.meeting(known);
        if (!now.equals(before)) {
            atEntry.put(name, now);
            open.add(name);
        }
    }

    /** What is known when that state is entered; nothing if no way leads there. */
    Known at(String state) {
        return atEntry.getOrDefault(state, Known.NOTHING);
    }
}
