package com.lifeverse.trigger.letter;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Something that a workflow could not carry out, with all that it takes to do it again. It is never changed in place: each step is
 * another version, and says who took it.
 *
 * @param version one more with each step
 * @param origin where it comes from and what went wrong
 * @param input what the workflow is started with when it is handed back, as JSON
 * @param edits how often staff have corrected the input
 * @param log the steps so far, the latest {@value #MOST_LINES} of them
 * @param corrections what staff have corrected in it
 */
public record DeadLetter(
        String id,
        long version,
        Status status,
        Origin origin,
        String input,
        int edits,
        Instant at,
        List<Line> log,
        Corrections corrections) {
    /** As long as a queue would keep it. */
    public static final Duration KEPT = Duration.ofDays(14);

    private static final int MOST_LINES = 50;
    private static final String HANDED_BACK = "redriven";

    public DeadLetter {
        log = List.copyOf(log.subList(Math.max(0, log.size() - MOST_LINES), log.size()));
    }

    /** Where it stands. */
    public enum Status {
        /** For a person. */
        WAITING,
        /** A run is about to hand it back. */
        REDRIVING,
        /** It was handed back; what comes of it is the new run's. */
        REDRIVEN
    }

    /**
     * Where it comes from.
     *
     * @param workflow its folder's name, or {@link #ENGINE}; empty if nobody knows, so that it cannot be handed back
     * @param execution the run's ARN; empty if there was none
     */
    public record Origin(String workflow, String execution, String error, String cause) {
        /** Stands for the engine of triggers: its input is an event's envelope, and it is handed back to its queue. */
        public static final String ENGINE = "trigger-engine";

        /** Whether it is an event that the engine could not handle. */
        public boolean isEngine() {
            return workflow.equals(ENGINE);
        }
    }

    /** That somebody did something. */
    public record Line(Instant at, String by, String what, String note) {}

    /** Who does something, and why. */
    public record Staff(String name, String note) {}

    /** The name of the run that it is handed back to; the same as long as the input is. */
    public String runName() {
        return "redrive-%s-%d".formatted(id, edits);
    }

    /**
     * Names the attempt at handing it back that is to come, or that goes on: the version at which it waits, or waited. Who asks while another's
     * attempt goes on means that one.
     */
    public String attempt() {
        return id + "-" + (status == Status.REDRIVING ? version - 1 : version);
    }

    /** Where staff have corrected it since it was last handed back, as JSON Pointers; nothing where the log does not reach so far. */
    public List<String> correctedPlaces() {
        var before = log.stream()
                .filter(line -> line.what().equals(HANDED_BACK))
                .map(Line::at)
                .max(Comparator.naturalOrder());
        return before.isEmpty() && log.size() == MOST_LINES
                ? List.of()
                : corrections.made().stream()
                        .filter(each -> before.stream().allMatch(each.at()::isAfter))
                        .flatMap(each -> each.places().stream())
                        .toList();
    }

    /** With another input, waiting again. */
    public DeadLetter edited(String corrected, List<String> places, Staff staff, Instant now) {
        var line = new Line(now, staff.name(), "edited", staff.note());
        return next(Status.WAITING, corrected, edits + 1, line, corrections.and(staff, places, now));
    }

    /** About to be handed back. */
    public DeadLetter claimed(Staff staff, Instant now) {
        return next(
                Status.REDRIVING, input, edits, new Line(now, staff.name(), "redriving", staff.note()), corrections);
    }

    /** Handed back. */
    public DeadLetter closed(Instant now) {
        var line = new Line(now, "dead-letter-redrive", HANDED_BACK, runName());
        return next(Status.REDRIVEN, input, edits, line, corrections.seen());
    }

    /** Waiting again, since it could not be handed back. */
    public DeadLetter givenBack(String error, Instant now) {
        var line = new Line(now, "dead-letter-redrive", "not redriven", error);
        return next(Status.WAITING, input, edits, line, corrections);
    }

    private DeadLetter next(Status status, String text, int times, Line line, Corrections corrected) {
        var lines = new ArrayList<>(log);
        lines.add(line);
        return new DeadLetter(id, version + 1, status, origin, text, times, at, lines, corrected);
    }
}
