package com.lifeverse.liveops.lint;

import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.plan.Capacity;
import com.lifeverse.liveops.plan.Forecast;
import com.lifeverse.liveops.plan.Freeze;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What plans are held against beside the events themselves.
 *
 * @param capacity empty if nobody wrote it down; then it is not looked at
 */
public record Ground(Optional<Capacity> capacity, List<Freeze> freezes) {
    /** Nobody wrote anything down. */
    public static final Ground NONE = new Ground(Optional.empty(), List.of());

    private static final int LOOKED_AT = 10;

    public Ground {
        freezes = List.copyOf(freezes);
    }

    /**
     * What an event comes to; empty if nobody wrote down what the usual load is.
     *
     * @param others that may run meanwhile; an older revision of the same event is none of them
     * @param share which part of all players it is for, as a sample says
     */
    public Optional<Forecast> forecast(
            LiveEvent event, Collection<LiveEvent> others, OptionalDouble share, Instant now, int occurrences) {
        var beside =
                others.stream().filter(other -> !other.id().equals(event.id())).toList();
        return capacity.map(usual -> Forecast.of(event, beside, usual, share, now, occurrences));
    }

    /** What stands against an event although its file is right. */
    public List<Finding> findings(LiveEvent event, Collection<LiveEvent> others, OptionalDouble share, Instant now) {
        var findings = new ArrayList<>(PlanLint.freezes(event, freezes, now, LOOKED_AT));
        capacity.ifPresent(usual -> forecast(event, others, share, now, LOOKED_AT)
                .ifPresent(forecast -> findings.addAll(PlanLint.capacity(forecast, usual))));
        return findings;
    }
}
