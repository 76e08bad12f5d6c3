package com.lifeverse.trigger.schedule;

import com.lifeverse.platform.Envelope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A line of the ledger: what became of one run.
 *
 * @param actualAt when it really began; empty until then
 * @param endedAt when it was over; empty until then
 * @param execution the service's name of it, where there is one
 * @param detail for people, such as why it did not happen
 * @param tells what is told with the line
 */
public record Entry(
        Run run,
        Outcome outcome,
        Optional<Instant> actualAt,
        Optional<Instant> endedAt,
        String execution,
        String detail,
        List<Envelope> tells) {
    public Entry {
        tells = List.copyOf(tells);
    }

    static Entry of(Run run, Outcome outcome, String detail) {
        return new Entry(run, outcome, Optional.empty(), Optional.empty(), "", detail, List.of());
    }

    static Entry of(OpenRun open, Outcome outcome) {
        return new Entry(open.run(), outcome, open.startedAt(), Optional.empty(), open.execution(), "", List.of());
    }

    static Entry over(OpenRun open, Observation.Ended ended) {
        return new Entry(
                open.run(),
                ended.outcome(),
                open.startedAt(),
                Optional.of(ended.endedAt()),
                open.execution(),
                ended.detail(),
                List.of());
    }

    /** How much later than it was due it began; empty if it has not begun. */
    public Optional<Duration> lateness() {
        return actualAt.map(at -> Duration.between(run.dueAt(), at))
                .map(late -> late.isNegative() ? Duration.ZERO : late);
    }
}
