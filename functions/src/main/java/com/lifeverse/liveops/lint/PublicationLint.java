package com.lifeverse.liveops.lint;

import com.lifeverse.liveops.calendar.EventCalendar;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.plan.Reach;
import com.lifeverse.liveops.ramp.RampState;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an event must keep because of what players have of it at this moment. */
public final class PublicationLint {
    /** So many that run at once are told of. */
    private static final int MOST = 20;

    private PublicationLint() {}

    /**
     * What is wrong with {@code wanted} at this moment.
     *
     * @param had what players have of it
     * @param ramp how its ramp would stand
     */
    public static List<Finding> findings(
            Optional<LiveEvent> had, LiveEvent wanted, Optional<RampState> ramp, Instant now) {
        var findings = new ArrayList<>(held(wanted, ramp));
        had.ifPresent(event -> findings.addAll(running(event, wanted, now)));
        return findings;
    }

    /**
     * Occurrences that have begun for somebody and are not over for everybody stay what they are: players take part in them by their
     * starts, and what they have reached would be lost, or won again in another one.
     */
    public static List<Finding> running(LiveEvent had, LiveEvent wanted, Instant now) {
        return had.calendar()
                .occurrences(now, Reach.LAST)
                .limit(MOST)
                .takeWhile(last -> !now.isBefore(
                        had.calendar().occurrence(last.name(), Reach.FIRST).starts()))
                .filter(last -> !isSame(had.calendar(), wanted.calendar(), last.name()))
                .map(last -> Finding.error(
                        "running",
                        "/when",
                        "%s runs by what players have, is over at %s, and does not begin so in this revision: publish it then; or withdraw the event, and settle that occurrence by hand once it is over"
                                .formatted(last.name(), last.over())))
                .toList();
    }

    private static boolean isSame(EventCalendar had, EventCalendar wanted, LocalDateTime name) {
        return wanted.happensAt(name)
                && Stream.of(Reach.FIRST, Reach.LAST)
                        .allMatch(offset -> had.occurrence(name, offset)
                                .starts()
                                .equals(wanted.occurrence(name, offset).starts()));
    }

    /** Who takes the ramp away brings the event to everybody, and a ramp that is held goes no further until somebody lets it. */
    private static List<Finding> held(LiveEvent wanted, Optional<RampState> ramp) {
        var findings = new ArrayList<Finding>();
        ramp.filter(RampState::held)
                .filter(_ -> wanted.ramp().isEmpty())
                .ifPresent(state -> findings.add(Finding.error(
                        "ramp-held",
                        "/ramp",
                        "it is held since %s, and without a ramp it would be for everybody: let it go on first (DELETE ramp-hold)"
                                .formatted(state.at()))));
        return findings;
    }
}
