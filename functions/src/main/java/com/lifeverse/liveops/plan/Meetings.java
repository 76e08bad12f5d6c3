package com.lifeverse.liveops.plan;

import com.lifeverse.liveops.calendar.Clocks;
import com.lifeverse.liveops.calendar.EventCalendar;
import com.lifeverse.liveops.calendar.Recurrence;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an event meets others, one after the other. Its own times of the next 400 days are walked through once, for all of them: an event
 * each hour beside two hundred others takes some tenths of a second.
 */
public final class Meetings {
    /** Where both go on for ever: more than a year, so that each day of a year has met each. */
    private static final Duration HORIZON = Duration.ofDays(400);

    /** An event each hour comes to the horizon twice. */
    private static final int MOST_STEPS = 20_000;

    /** So many are passed one by one before a rule is begun anew behind them, which takes longer than to pass some. */
    private static final int NEAR = 32;

    private final EventCalendar calendar;
    private final Instant since;
    private final Instant horizon;
    private final Map<Boolean, List<Reach>> own = new HashMap<>();

    /**
     * Those of an event.
     *
     * @param since what is over by then is left out
     */
    public Meetings(EventCalendar calendar, Instant since) {
        this.calendar = calendar;
        this.since = since;
        this.horizon = since.plus(HORIZON);
    }

    /**
     * The first. Where one of the two ends, all of it is looked at, however far that is: each is led to where the other is next, so that
     * years between them cost nothing. Two that never end are followed for 400 days; 20,000 occurrences are the most in any case. Two
     * events by players' clocks meet by the clocks of one player; otherwise, wherever on earth.
     */
    public Optional<Meeting> first(EventCalendar other) {
        boolean onePlayer = isLocal(calendar) && isLocal(other);
        var mine = new Walk(calendar, onePlayer, since, own.computeIfAbsent(onePlayer, this::near));
        var theirs = new Walk(other, onePlayer, since, List.of());
        var end = isEndless(calendar) && isEndless(other) ? horizon : Instant.MAX;
        var one = mine.to(since);
        var two = theirs.to(since);
        while (one != null && two != null && mine.steps + theirs.steps <= MOST_STEPS) {
            if (one.meets(two)) {
                return Optional.of(new Meeting(one, two));
            }
            if (one.from().isAfter(end) || two.from().isAfter(end)) {
                return Optional.empty();
            }
            if (one.from().isBefore(two.from())) {
                one = mine.to(two.from());
            } else {
                two = theirs.to(one.from());
            }
        }
        return Optional.empty();
    }

    private List<Reach> near(boolean onePlayer) {
        return Reach.from(calendar, since, onePlayer)
                .takeWhile(reach -> !reach.from().isAfter(horizon))
                .limit(MOST_STEPS)
                .toList();
    }

    private static boolean isLocal(EventCalendar calendar) {
        return calendar.clocks() instanceof Clocks.PlayerLocal;
    }

    private static boolean isEndless(EventCalendar calendar) {
        return calendar.recurrence().filter(Recurrence::isEndless).isPresent();
    }

    /** Goes through one event's times. What begins earlier is over earlier: two are an hour apart, and clocks are put forward by no more. */
    private static final class Walk {
        private final EventCalendar calendar;
        private final boolean onePlayer;
        private final List<Reach> known;
        private Iterator<Reach> ahead;
        private @Nullable Reach at;
        private int index;
        private int steps;

        /**
         * Begins.
         *
         * @param known the first of them, if somebody has walked there already
         */
        Walk(EventCalendar calendar, boolean onePlayer, Instant since, List<Reach> known) {
            this.calendar = calendar;
            this.onePlayer = onePlayer;
            this.known = known;
            this.ahead = Reach.from(calendar, since, onePlayer).iterator();
        }

        /** To the first that is not over by then; null if there is none. */
        @Nullable
        Reach to(Instant time) {
            if (!known.isEmpty() && known.getLast().until().isAfter(time)) {
                steps++;
                return among(time);
            }
            var found = at == null ? step() : at;
            for (int near = 0; near < NEAR && isOver(found, time); near++) {
                found = step();
            }
            if (isOver(found, time)) {
                ahead = Reach.from(calendar, time, onePlayer).iterator();
                found = step();
            }
            return found;
        }

        private Reach among(Instant time) {
            int low = index;
            int high = known.size() - 1;
            while (low < high) {
                int middle = (low + high) / 2;
                if (known.get(middle).until().isAfter(time)) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            index = low;
            return known.get(low);
        }

        private static boolean isOver(@Nullable Reach reach, Instant time) {
            return reach != null && !reach.until().isAfter(time);
        }

        private @Nullable Reach step() {
            steps++;
            at = ahead.hasNext() ? ahead.next() : null;
            return at;
        }
    }
}
