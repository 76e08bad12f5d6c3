package com.lifeverse.liveops.lint;

import com.lifeverse.liveops.calendar.EventCalendar;
import com.lifeverse.liveops.calendar.Occurrence;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.lint.Release.Against;
import com.lifeverse.liveops.ramp.RampRules;
import com.lifeverse.liveops.ramp.RampState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an event must keep because of what players have of it at this moment. */
public final class PublicationLint {
    /** So many that run at once are told of; all are looked at. */
    private static final int TOLD = 20;

    private PublicationLint() {}

    /**
     * What is wrong with {@code wanted} at this moment.
     *
     * @param had what players have of it
     * @param past what they had of it, the last first
     * @param ramp how its ramp would stand
     * @param grace how long after an occurrence is over its rewards are settled
     */
    public static List<Finding> findings(
            Optional<LiveEvent> had,
            List<Tenure> past,
            LiveEvent wanted,
            Optional<RampState> ramp,
            Duration grace,
            Instant now) {
        var last = past.stream().findFirst().map(Tenure::event);
        var promises = promises(past, wanted, grace, now);
        // Whoever comes back when they are told to is not told of another moment then.
        var moved = had.map(event -> moved(event, wanted, grace, now));
        var release = Stream.concat(moved.stream(), promises.stream().map(Promise::release))
                .reduce(Release::and)
                .orElseGet(() -> new Release(Optional.of(now)));
        var findings = new ArrayList<>(ramped(last, wanted, ramp, now));
        had.ifPresent(event -> findings.addAll(running(event, wanted, grace, now, release)));
        findings.addAll(promised(promises, wanted, grace, release));
        findings.addAll(SettledLint.findings(past, wanted, grace, now));
        return findings;
    }

    /**
     * Occurrences that have begun for somebody and are not settled stay what they are: players take part in them by their starts, and what
     * they have reached would be lost, or won again in another one. Of very many the first are told.
     */
    public static List<Finding> running(LiveEvent had, LiveEvent wanted, Duration grace, Instant now) {
        return running(had, wanted, grace, now, moved(had, wanted, grace, now));
    }

    private static List<Finding> running(
            LiveEvent had, LiveEvent wanted, Duration grace, Instant now, Release release) {
        if (beginsAlike(had.calendar(), wanted.calendar())) {
            return List.of();
        }
        var unsettled = Unsettled.of(had.calendar(), grace, now);
        if (unsettled.tooMany()) {
            return List.of(Unsettled.tooMany("running", "run by what players have, and are not settled"));
        }
        return unsettled
                .otherwise(wanted.calendar())
                .limit(TOLD)
                .map(last -> Finding.error(
                        "running",
                        "/when",
                        "%s runs by what players have, is over at %s, and does not begin so in this revision: %s; or withdraw the event, and settle that occurrence by hand once it is over"
                                .formatted(
                                        last.name(),
                                        last.over().plus(grace),
                                        release.words(last.over().plus(grace)))))
                .toList();
    }

    private static Release moved(LiveEvent had, LiveEvent wanted, Duration grace, Instant now) {
        if (beginsAlike(had.calendar(), wanted.calendar())) {
            return new Release(Optional.of(now));
        }
        var unsettled = Unsettled.of(had.calendar(), grace, now);
        return Release.of(unsettled, wanted.calendar(), Against.OTHERWISE, grace, now, Instant.MAX);
    }

    private static boolean beginsAlike(EventCalendar had, EventCalendar wanted) {
        return had.start().equals(wanted.start())
                && had.clocks().equals(wanted.clocks())
                && had.recurrence().equals(wanted.recurrence());
    }

    /**
     * What players are promised that the wanted revision would take from them.
     *
     * @param last the last occurrence with that promise that is not settled; empty if there are too many of them
     */
    private record Promise(LiveEvent had, Optional<Occurrence> last, Release release) {}

    private static List<Promise> promises(List<Tenure> past, LiveEvent wanted, Duration grace, Instant now) {
        return past.stream()
                .filter(had -> !PromiseLint.findings(had.event(), wanted, "").isEmpty())
                .flatMap(had -> promise(had, wanted, grace, now).stream())
                .toList();
    }

    private static Optional<Promise> promise(Tenure had, LiveEvent wanted, Duration grace, Instant now) {
        var event = had.event();
        var unsettled = Unsettled.of(event.calendar(), grace, now);
        if (unsettled.tooMany()) {
            return Optional.of(new Promise(event, Optional.empty(), new Release(Optional.empty())));
        }
        var until = had.until().isBefore(now) ? had.until() : Instant.MAX;
        return unsettled
                .shared(wanted.calendar())
                .filter(last -> had.hasBegun(last.name()))
                .reduce((_, later) -> later)
                .map(last -> new Promise(
                        event,
                        Optional.of(last),
                        Release.of(unsettled, wanted.calendar(), Against.SHARED, grace, now, until)));
    }

    /**
     * What players of such an occurrence are promised, they are given, whatever was published since, be it that the event was withdrawn:
     * they are settled by the last revision with that occurrence.
     */
    private static Collection<Finding> promised(
            List<Promise> promises, LiveEvent wanted, Duration grace, Release release) {
        var findings = new LinkedHashMap<String, Finding>();
        promises.stream()
                .flatMap(promise -> promised(promise, wanted, grace, release).stream())
                .forEach(finding -> findings.putIfAbsent(finding.pointer(), finding));
        return findings.values();
    }

    private static List<Finding> promised(Promise promise, LiveEvent wanted, Duration grace, Release release) {
        return promise.last()
                .map(last -> PromiseLint.findings(
                        promise.had(),
                        wanted,
                        " by what players of %s are promised, until it is settled at %s: %s; or withdraw the event, publish it with another start, and settle that occurrence by hand once it is over"
                                .formatted(
                                        last.name(),
                                        last.over().plus(grace),
                                        release.words(last.over().plus(grace)))))
                .orElseGet(
                        () -> List.of(Unsettled.tooMany("running", "have promised players more, and are not settled")));
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
