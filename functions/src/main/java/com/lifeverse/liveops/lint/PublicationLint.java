package com.lifeverse.liveops.lint;

import com.lifeverse.liveops.calendar.EventCalendar;
import com.lifeverse.liveops.calendar.Occurrence;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.plan.Reach;
import com.lifeverse.liveops.ramp.RampRules;
import com.lifeverse.liveops.ramp.RampState;
import java.time.Duration;
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
     * @param last what they have, or had last
     * @param ramp how its ramp would stand
     * @param grace how long after an occurrence is over its rewards are settled
     */
    public static List<Finding> findings(
            Optional<LiveEvent> had,
            Optional<LiveEvent> last,
            LiveEvent wanted,
            Optional<RampState> ramp,
            Duration grace,
            Instant now) {
        var findings = new ArrayList<>(ramped(last, wanted, ramp, now));
        had.ifPresent(event -> findings.addAll(running(event, wanted, grace, now)));
        last.ifPresent(event -> findings.addAll(promised(event, wanted, grace, now)));
        last.ifPresent(event -> findings.addAll(settled(event, wanted, grace, now)));
        return findings;
    }

    /**
     * Occurrences that have begun for somebody and are not settled stay what they are: players take part in them by their starts, and what
     * they have reached would be lost, or won again in another one.
     */
    public static List<Finding> running(LiveEvent had, LiveEvent wanted, Duration grace, Instant now) {
        return unsettled(had.calendar(), grace, now)
                .filter(last -> !isSame(had.calendar(), wanted.calendar(), last.name()))
                .map(last -> Finding.error(
                        "running",
                        "/when",
                        "%s runs by what players have, is over at %s, and does not begin so in this revision: publish it then; or withdraw the event, and settle that occurrence by hand once it is over"
                                .formatted(last.name(), last.over().plus(grace))))
                .toList();
    }

    /** What players of such an occurrence are promised, they are given, be it that the event was withdrawn meanwhile. */
    public static List<Finding> promised(LiveEvent had, LiveEvent wanted, Duration grace, Instant now) {
        return unsettled(had.calendar(), grace, now)
                .filter(last -> wanted.calendar().happensAt(last.name()))
                .reduce((_, later) -> later)
                .map(last -> PromiseLint.findings(
                        had,
                        wanted,
                        " by what players of %s are promised, until it is settled at %s: publish it then; or withdraw the event, publish it with another start, and settle that occurrence by hand once it is over"
                                .formatted(last.name(), last.over().plus(grace))))
                .orElseGet(List::of);
    }

    /** An occurrence is settled once: one that would run again would give its players nothing, and those that it had had it all. */
    public static List<Finding> settled(LiveEvent had, LiveEvent wanted, Duration grace, Instant now) {
        return wanted.calendar()
                .occurrences(now, Reach.LAST)
                .takeWhile(last -> !now.isBefore(
                        had.calendar().occurrence(last.name(), Reach.FIRST).starts()))
                .filter(last -> now.isBefore(last.ends()) && had.calendar().happensAt(last.name()))
                .map(last -> had.calendar().occurrence(last.name(), Reach.LAST))
                .filter(last -> !now.isBefore(last.over().plus(grace)))
                .limit(MOST)
                .map(last -> Finding.error(
                        "over",
                        "/when",
                        "%s was over at %s by what players had, and would run again in this revision with nobody to settle it: let another one begin, by another start; of several, leave this one out"
                                .formatted(last.name(), last.over())))
                .toList();
    }

    private static Stream<Occurrence> unsettled(EventCalendar calendar, Duration grace, Instant now) {
        return calendar.occurrences(now.minus(grace), Reach.LAST)
                .limit(MOST)
                .takeWhile(last -> !now.isBefore(
                        calendar.occurrence(last.name(), Reach.FIRST).starts()));
    }

    private static boolean isSame(EventCalendar had, EventCalendar wanted, LocalDateTime name) {
        return wanted.happensAt(name)
                && Stream.of(Reach.FIRST, Reach.LAST)
                        .allMatch(offset -> had.occurrence(name, offset)
                                .starts()
                                .equals(wanted.occurrence(name, offset).starts()));
    }

    /**
     * Who takes the ramp away brings the event to everybody. One that is held goes no further until somebody lets it, and then it goes
     * over each of its steps.
     */
    private static List<Finding> ramped(
            Optional<LiveEvent> last, LiveEvent wanted, Optional<RampState> ramp, Instant now) {
        if (ramp.isEmpty() || wanted.ramp().isPresent()) {
            return List.of();
        }
        var state = ramp.get();
        if (state.held()) {
            return List.of(Finding.error(
                    "ramp-held",
                    "/ramp",
                    "it is held since %s, and without a ramp it would be for everybody: let it go on first (DELETE ramp-hold)"
                            .formatted(state.at())));
        }
        return last
                .flatMap(LiveEvent::ramp)
                .map(before -> RampRules.through(before, wanted, now, state))
                .filter(now::isBefore)
                .map(through -> Finding.error(
                        "ramp-held",
                        "/ramp",
                        "it was held, goes on since %s, is at its last step at %s, and without a ramp it would be for everybody at once: publish it then"
                                .formatted(state.at(), through)))
                .stream()
                .toList();
    }
}
