package com.lifeverse.local.simulate.trigger;

import com.lifeverse.local.simulate.Scenario;
import com.lifeverse.local.simulate.Stage;
import com.lifeverse.local.simulate.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Triggers of every kind, drawn from the seed, at which events come late, again, in bursts and in any order, while staff put others in force and
 * take them back, the sweep runs, and the stack ends behind any of its writes. Each write is held against a slow reference that shares
 * no code with the engine, and what is done in the end against what was decided.
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
        stage.witness(audit);
        var server = new MatchServer(PLAYERS, stage);
        var publisher = new Publisher(stage);
        var evening = new Evening(stage, versions, decisions, audit, server, publisher);
        evening.begin();
        if (stage.chance(POWER_FAILS)) {
            int gap = GAPS.get(stage.random().nextInt(GAPS.size()));
            stage.endBehindWrites(
                    () -> stage.life() < MOST_ENDS ? 1 + stage.random().nextInt(2 * gap) : Integer.MAX_VALUE);
        }
        return evening;
    }

    /** One run. */
    private record Evening(
            Stage stage, Versions versions, Decisions decisions, Audit audit, MatchServer server, Publisher publisher)
            implements Play {
        private static final Duration TROUBLED = Duration.ofMinutes(9);
        /** As long as engines may not see what was published, and a little longer. */
        private static final Duration SEEN = Duration.ofSeconds(12);
        /** Sweeps run each ten minutes. */
        private static final Duration SWEPT = Duration.ofMinutes(12);

        void begin() {
            var mix = new Mix(stage);
            var triggers = mix.triggers();
            publisher.publish(
                    triggers,
                    () -> stage.outside().in(SEEN, "the matches begin", () -> {
                        server.begin();
                        if (stage.chance(0.5)) {
                            stage.outside()
                                    .in(
                                            stage.between(Duration.ofMinutes(1), Duration.ofMinutes(6)),
                                            "staff change their minds",
                                            () -> publisher.publish(mix.changed(triggers), this::backAgain));
                        }
                    }));
        }

        private void backAgain() {
            if (stage.chance(0.5)) {
                stage.outside()
                        .in(
                                stage.between(Duration.ofSeconds(5), Duration.ofMinutes(4)),
                                "staff take it back",
                                () -> publisher.rollBack(() -> {}));
            }
        }

        @Override
        public Duration troubled() {
            return TROUBLED;
        }

        @Override
        public void calm() {
            stage.endNoMore();
            server.calm();
        }

        @Override
        public void finish() {
            // What is over is over: nobody looks again.
        }

        @Override
        public Map<String, Long> counts() {
            var counts = decisions.fates();
            counts.put("publications", versions.changes());
            counts.put(
                    "effects",
                    decisions.told().stream()
                            .mapToLong(decision -> decision.told().effects().size())
                            .sum());
            return counts;
        }

        @Override
        public List<Violation> violations() {
            var found = new ArrayList<>(decisions.violations());
            found.addAll(new CapRules(versions, decisions).violations());
            found.addAll(server.surprises());
            found.addAll(publisher.surprises());
            found.addAll(new EffectRules(stage, decisions.told(), audit.milestones()).violations());
            server.accepted().stream()
                    .filter(event -> !audit.evaluated(event))
                    .forEach(event -> found.add(Violation.inTheEnd("accepted-is-evaluated", event)));
            found.addAll(overdue());
            return found;
        }

        /** Whatever time has brought about has been seen to. */
        private List<Violation> overdue() {
            return Items.all(stage, Items.TABLE).stream()
                    .filter(item -> !Items.text(item, "due").isEmpty()
                            && Instant.parse(Items.text(item, "due"))
                                    .isBefore(stage.now().minus(SWEPT)))
                    .map(item -> Violation.inTheEnd(
                            "what-is-due-is-done",
                            Items.text(item, "playerId") + " " + Items.text(item, "sk") + " since "
                                    + Items.text(item, "due")))
                    .toList();
        }
    }
}
