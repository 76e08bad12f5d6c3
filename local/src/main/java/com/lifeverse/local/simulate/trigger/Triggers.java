package com.lifeverse.local.simulate.trigger;

import com.lifeverse.local.simulate.Scenario;
import com.lifeverse.local.simulate.Stage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Triggers of every kind, drawn from the seed, at which events come late, again, in bursts and in any order, while staff put others in force and
 * take them back, the sweep runs, and the stack ends behind any of its writes. Each write is held against a slow reference that shares
 * no code with the engine, and what is done in the end against what was decided; at which steps the run was cut is counted.
 */
public final class Triggers implements Scenario {
    /** All that may come of an event or of time: a count of runs without one of these has shown less than it should. */
    public static final List<String> PLAYED = List.of(
            "absorbed",
            "answered",
            "capped",
            "cooling",
            "counted",
            "duplicate",
            "exhausted",
            "fired",
            "held",
            "let-be",
            "publications",
            "quiet",
            "throttled",
            "told",
            "too-late",
            "unreadable",
            "waiting");

    private static final List<Integer> GAPS = List.of(15, 40, 100);
    private static final int MOST_ENDS = 2;
    private static final double POWER_FAILS = 0.3;
    private static final List<String> PLAYERS =
            List.of("ply_019a9f2e-6c00-7a11-8b22-3c44d5e6f701", "ply_019a9f2e-6c00-7a11-8b22-3c44d5e6f702");

    @Override
    public String name() {
        return "triggers";
    }

    @Override
    public String description() {
        return "windows, limits, absences, bursts, batches and chains while triggers change and any process ends;"
                + " no effect lost or doubled, every decision the reference's";
    }

    @Override
    public Play begin(Stage stage) {
        var versions = new Versions(stage);
        var decisions = new Decisions(stage, versions);
        var audit = new Audit(stage, versions, decisions);
        var stops = new Stops(stage::life);
        stage.witness(audit);
        stage.witness(stops);
        var evening = new Evening(stage, versions, decisions, audit, stops, PLAYERS);
        evening.begin();
        if (stage.chance(POWER_FAILS)) {
            int gap = GAPS.get(stage.random().nextInt(GAPS.size()));
            stage.endBehindWrites(
                    () -> stage.life() < MOST_ENDS ? 1 + stage.random().nextInt(2 * gap) : Integer.MAX_VALUE);
        }
        return evening;
    }

    @Override
    public Optional<Page> page(String seeds, long runs, Map<String, Long> counts) {
        return Optional.of(new Page("crash-points.md", CrashPointPage.of(seeds, runs, counts)));
    }
}
