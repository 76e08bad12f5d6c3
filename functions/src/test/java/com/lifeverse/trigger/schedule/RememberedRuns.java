package com.lifeverse.trigger.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs in memory, which end when a test says so; a name is started once. */
final class RememberedRuns implements Runs {
    /** The runs' ids, in the order in which they really began. */
    final List<String> began = new ArrayList<>();

    final Map<String, Instant> intended = new HashMap<>();
    private final Map<String, Outcome> ended = new HashMap<>();
    private final Cuts cuts;
    Instant now = Instant.EPOCH;

    RememberedRuns(Cuts cuts) {
        this.cuts = cuts;
    }

    void end(String id) {
        ended.putIfAbsent(id, Outcome.SUCCEEDED);
    }

    /** Ends all that go on. */
    void endAll() {
        began.forEach(this::end);
    }

    List<Instant> times() {
        return began.stream().map(intended::get).toList();
    }

    @Override
    public Observation start(String schedule, OpenRun run) {
        return cuts.answered(() -> {
            var id = run.run().id();
            if (run.what().name().equals("nowhere")) {
                return new Observation.Refused("There is no such workflow");
            }
            if (intended.putIfAbsent(id, run.run().intendedAt()) == null) {
                began.add(id);
            }
            return seen(id);
        });
    }

    @Override
    public Observation look(OpenRun run) {
        return cuts.answered(() -> seen(run.execution()));
    }

    @Override
    public Observation stop(OpenRun run) {
        return cuts.answered(() -> {
            ended.putIfAbsent(run.execution(), Outcome.ABORTED);
            return seen(run.execution());
        });
    }

    private Observation seen(String id) {
        var end = ended.get(id);
        return end == null ? new Observation.Running(now, id) : new Observation.Ended(now, id, now, end, "");
    }
}
