package com.lifeverse.liveops.lint;

import com.lifeverse.liveops.calendar.EventCalendar;
import com.lifeverse.liveops.plan.Reach;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * When a revision may be published that occurrences stand against.
 *
 * @param at empty if others follow so closely that it is not in sight
 */
record Release(Optional<Instant> at) {
    /** So many to come are looked at: daily ones of more than two years. */
    private static final int AHEAD = 1_000;

    /** Which of an event's occurrences stand against another calendar. */
    enum Against {
        /** Those that it has too. */
        SHARED,
        /** Those that it does not have, or begins at another moment. */
        OTHERWISE
    }

    /**
     * Of one that they stand against at this moment.
     *
     * @param unsettled those at this moment
     * @param until players have that calendar, and nothing begins by it later
     */
    static Release of(
            Unsettled unsettled, EventCalendar wanted, Against against, Duration grace, Instant now, Instant until) {
        var calendar = unsettled.calendar();
        int most = unsettled.occurrences().size() + AHEAD;
        var coming =
                calendar.occurrences(now.minus(grace), Reach.LAST).limit(most).toList();
        var all = new Unsettled(calendar, coming, false);
        var names = switch (against) {
            case SHARED -> all.shared(wanted);
            case OTHERWISE -> all.otherwise(wanted);
        };
        var standing = names.collect(Collectors.toSet());
        var at = now;
        for (var last : coming) {
            var begins = calendar.occurrence(last.name(), Reach.FIRST).starts();
            if (begins.isAfter(at) || begins.isAfter(until)) {
                return new Release(Optional.of(at));
            }
            var settled = last.over().plus(grace);
            if (standing.contains(last) && settled.isAfter(at)) {
                at = settled;
            }
        }
        return new Release(coming.size() < most ? Optional.of(at) : Optional.empty());
    }

    /** When both may be. */
    Release and(Release other) {
        return new Release(at.flatMap(one -> other.at.map(two -> one.isAfter(two) ? one : two)));
    }

    /** What is to be done about an occurrence that is settled at {@code settled}. */
    String words(Instant settled) {
        return at.map(moment -> moment.equals(settled)
                        ? "publish it then"
                        : "publish it at %s, when none is left of those that begin before".formatted(moment))
                .orElse(
                        "others begin before, and so on as long as players have these: publish first what they have with an end (`when.repeat.activeTo`), and this one when none is left");
    }
}
