package com.lifeverse.local.simulate.trigger;

import com.lifeverse.local.simulate.Scenario.Play;
import com.lifeverse.local.simulate.Stage;
import com.lifeverse.local.simulate.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One run: staff, matches and what became of it all. */
final class Evening implements Play {
    private static final Duration TROUBLED = Duration.ofMinutes(9);
    /** As long as engines may not see what was published, and a little longer. */
    private static final Duration SEEN = Duration.ofSeconds(12);
    /** Sweeps run each ten minutes. */
    private static final Duration SWEPT = Duration.ofMinutes(12);

    private final Stage stage;
    private final Versions versions;
    private final Decisions decisions;
    private final Audit audit;
    private final Stops stops;
    private final MatchServer server;
    private final Publisher publisher;
    private final List<Violation> found = new ArrayList<>();

    Evening(Stage stage, Versions versions, Decisions decisions, Audit audit, Stops stops, List<String> players) {
        this.stage = stage;
        this.versions = versions;
        this.decisions = decisions;
        this.audit = audit;
        this.stops = stops;
        this.server = new MatchServer(players, stage);
        this.publisher = new Publisher(stage);
    }

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
        counts.putAll(CrashPointPage.counts(stops.cuts(), times(EffectRules.LOST), times(EffectRules.DOUBLED)));
        return counts;
    }

    @Override
    public List<Violation> violations() {
        found.addAll(decisions.violations());
        found.addAll(new CapRules(versions, decisions).violations());
        found.addAll(server.surprises());
        found.addAll(publisher.surprises());
        found.addAll(new EffectRules(stage, decisions.told(), audit.milestones()).violations());
        server.accepted().stream()
                .filter(event -> !audit.evaluated(event))
                .forEach(event -> found.add(Violation.inTheEnd("accepted-is-evaluated", event)));
        found.addAll(overdue());
        return List.copyOf(found);
    }

    private long times(String invariant) {
        return found.stream()
                .filter(violation -> violation.invariant().equals(invariant))
                .count();
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
