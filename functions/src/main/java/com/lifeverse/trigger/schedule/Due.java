package com.lifeverse.trigger.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The times of a schedule that are to be decided on now.
 *
 * @param times of which a run is due, oldest first
 * @param missed those that came too long ago; empty if there are none
 * @param again past times that are to be made up for
 * @param backfilled up to when all of the first backfill's times are among them; empty if there is none, or no room for it
 */
public record Due(List<Instant> times, Optional<Missed> missed, List<Instant> again, Optional<Instant> backfilled) {
    /** More than these are not counted. */
    private static final int COUNTED = 1_000;

    /**
     * Times that nobody makes up for any more.
     *
     * @param last the latest of them
     * @param count how many they are; one more than {@value #COUNTED} stands for all that are more
     * @param decidedUntil up to when there are no others
     */
    public record Missed(Instant last, int count, Instant decidedUntil) {
        String words() {
            return count > COUNTED
                    ? String.format(Locale.ROOT, "more than %,d times until %s", COUNTED, decidedUntil)
                    : count + " times up to this one";
        }
    }

    /**
     * Finds them.
     *
     * @param until times after that are not looked at, although they may have come
     */
    public static Due of(Schedule schedule, ScheduleState state, Instant until, Instant now, SchedulePolicy policy) {
        var end = until.minus(schedule.offset());
        var limit = now.minus(schedule.offset()).minus(schedule.catchUp());
        var times = List.<Instant>of();
        Optional<Missed> missed = Optional.empty();
        if (state.pause().isEmpty()) {
            missed = missed(schedule, state.decidedUntil(), limit.isBefore(end) ? limit : end);
            var from = missed.map(Missed::decidedUntil).orElse(state.decidedUntil());
            times = schedule.times().between(from, end, policy.batch());
        }
        return again(schedule, state, new Due(times, missed, List.of(), Optional.empty()), policy);
    }

    /** True if nothing is to be decided. */
    public boolean nothing() {
        return times.isEmpty() && missed.isEmpty() && backfilled.isEmpty();
    }

    private static Optional<Missed> missed(Schedule schedule, Instant from, Instant limit) {
        // What came at the limit itself is made up for.
        var tooLate = schedule.times().between(from, limit.minus(Duration.ofMillis(1)), COUNTED + 1);
        return tooLate.isEmpty()
                ? Optional.empty()
                : Optional.of(new Missed(tooLate.getLast(), tooLate.size(), limit.minus(Duration.ofMillis(1))));
    }

    private static Due again(Schedule schedule, ScheduleState state, Due due, SchedulePolicy policy) {
        if (state.backfills().isEmpty() || !due.times().isEmpty()) {
            return due;
        }
        var backfill = state.backfills().getFirst();
        int room = Math.min(policy.batch(), room(schedule, state, backfill, policy));
        if (room <= 0) {
            return due;
        }
        var again = schedule.times().between(backfill.after(), backfill.until(), room);
        var done = again.size() < room ? backfill.until() : again.getLast();
        return new Due(due.times(), due.missed(), again, Optional.of(done));
    }

    // What does not fit is decided later, not dropped: nobody waits for it at a certain minute.
    private static int room(
            Schedule schedule, ScheduleState state, ScheduleState.Backfill backfill, SchedulePolicy policy) {
        return switch (schedule.start()) {
            case Start.Event _ -> policy.batch();
            case Start.Workflow _ ->
                switch (backfill.overlap()) {
                    case ALLOW_ALL -> policy.abreast() - state.open().size();
                    case SKIP, BUFFER_ONE, BUFFER_ALL, CANCEL_OTHER, TERMINATE_OTHER ->
                        policy.buffer() - state.waiting().size();
                };
        };
    }
}
