package com.lifeverse.session.queue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Those who wait in one lane, second by second. */
final class Line {
    private record Bucket(long second, long came, long served) {}

    private final Deque<Bucket> buckets = new ArrayDeque<>();
    private Optional<Place> last = Optional.empty();

    private Line() {}

    /**
     * The line behind the last place served.
     *
     * @param first who came before that second has given up
     * @param closed the first second that is not final yet
     */
    static Line of(@Nullable Place served, Lane lane, Admission.Waiting waiting, long first, long closed) {
        var line = new Line();
        long from = Math.max(served == null ? 0 : served.bucket(), first);
        for (long second = from; second < closed; second++) {
            long came = waiting.came(lane, second);
            long done = served != null && second == served.bucket() ? served.number() : 0;
            if (came > done) {
                line.buckets.add(new Bucket(second, came, done));
            }
        }
        return line;
    }

    boolean isWaiting() {
        return !buckets.isEmpty();
    }

    /** Serves at most so many, and says how many it were. */
    long serve(long most) {
        long left = most;
        while (left > 0 && !buckets.isEmpty()) {
            var first = buckets.removeFirst();
            long now = Math.min(left, first.came() - first.served());
            left -= now;
            long done = first.served() + now;
            last = Optional.of(new Place(first.second(), done));
            if (done < first.came()) {
                buckets.addFirst(new Bucket(first.second(), first.came(), done));
            }
        }
        return most - left;
    }

    /** The last place served now; empty if nobody was. */
    Optional<Place> last() {
        return last;
    }
}
