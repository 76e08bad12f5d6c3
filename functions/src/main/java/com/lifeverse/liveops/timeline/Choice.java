package com.lifeverse.liveops.timeline;

import com.lifeverse.liveops.timeline.Entry.Showing;
import java.time.Instant;
import java.util.Collection;
import java.util.TreeMap;

/**
 * How many occurrences of an event a timeline has, of those that may be known: all that run for somebody, and one before and after them,
 * so that a client is led to the right phase at every offset until the next sheet; beyond that as many as there is room for, first those
 * to come.
 *
 * @param past so many of those that are in review for everybody, the last of them
 * @param running all that run for somebody
 * @param ahead so many of those that have not begun for anybody, the first of them
 */
record Choice(int past, int running, int ahead) {
    /** Of so many, where {@code most} are to be there. */
    static Choice of(int past, int running, int ahead, int most) {
        int room = Math.max(0, most - running);
        int next = Math.min(ahead, Math.max(1, room - Math.min(1, past)));
        return new Choice(Math.min(past, Math.max(1, room - next)), running, next);
    }

    int size() {
        return past + running + ahead;
    }

    /** The largest that there is at any moment. */
    static int largest(Collection<Showing> showings, int most) {
        var changes = new TreeMap<Instant, int[]>();
        for (var showing : showings) {
            change(changes, showing.from(), 2, 1);
            change(changes, showing.starts(), 2, -1);
            change(changes, showing.starts(), 1, 1);
            change(changes, showing.ends(), 1, -1);
            change(changes, showing.ends(), 0, 1);
            change(changes, showing.until(), 0, -1);
        }
        int[] now = new int[3];
        int largest = 0;
        for (var change : changes.values()) {
            for (int kind = 0; kind < now.length; kind++) {
                now[kind] += change[kind];
            }
            largest = Math.max(largest, of(now[0], now[1], now[2], most).size());
        }
        return largest;
    }

    private static void change(TreeMap<Instant, int[]> changes, Instant at, int kind, int by) {
        changes.computeIfAbsent(at, _ -> new int[3])[kind] += by;
    }
}
