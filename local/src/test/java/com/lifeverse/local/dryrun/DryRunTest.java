package com.lifeverse.local.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.contract.TriggersTable;
import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.json.Policies;
import com.lifeverse.trigger.TriggerEngine;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.TriggerStates;
import com.lifeverse.trigger.aws.DynamoAllotments;
import com.lifeverse.trigger.aws.DynamoBreakers;
import com.lifeverse.trigger.aws.DynamoTriggerStates;
import com.lifeverse.trigger.decide.Decision;
import com.lifeverse.trigger.decide.TriggerRules;
import com.lifeverse.trigger.profile.ProfileKeeping;
import com.lifeverse.trigger.profile.ProfileKeeping.Heard;
import com.lifeverse.trigger.profile.aws.DynamoProfiles;
import com.lifeverse.trigger.profile.aws.PlayerConditions;
import com.lifeverse.trigger.profile.aws.ProfileFile;
import com.lifeverse.trigger.profile.aws.Projections;
import com.lifeverse.trigger.replay.ArchiveSpan;
import com.lifeverse.trigger.spec.Trigger;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("adapters")
class DryRunTest {
    private static final TriggerPolicy POLICY = Policies.standard().of(TriggerPolicy.class);
    private static final Duration SWEEP = Duration.ofMinutes(10);
    private static final int FEW = 1_200;
    /** {@code ./dev prove --only dry-run-counts} plays more. */
    private static final int EVENTS = Integer.getInteger("lifeverse.events", FEW);

    private static final int EVENTS_A_PLAYER = 80;
    private static final long SEED = Long.getLong("lifeverse.seed", 1);
    private static final Instant END = Happenings.START.plus(Happenings.SPAN);
    private static final ArchiveSpan SPAN =
            new ArchiveSpan(Happenings.START.minus(Duration.ofDays(20)), END, Duration.ofHours(1));

    /** The engine with its tables, in the events' own time. */
    private static final class Live {
        private final Trigger trigger;
        private final Wanting wanting;
        private final VirtualTime time = new VirtualTime();
        private final TriggerStates states;
        private final TriggerEngine engine;
        private final ProfileKeeping keeping;
        private final PlayerConditions conditions;
        private final Projections projections = new Projections(ProfileFile.shipped());
        private final Map<Outcome, Long> byEvents = new EnumMap<>(Outcome.class);
        private final Map<Outcome, Long> byTime = new EnumMap<>(Outcome.class);
        private final TreeSet<String> players = new TreeSet<>();
        private long told;
        private Instant swept = Happenings.START.minus(Duration.ofDays(20));

        Live(Kinds kind) {
            var table = TriggersTable.empty();
            trigger = kind.file().trigger();
            wanting = new Wanting(kind.file());
            states = new DynamoTriggerStates(table.client(), table.name());
            conditions = new PlayerConditions(List.of(trigger));
            keeping = new ProfileKeeping(
                    new DynamoProfiles(table.client(), table.name()), ProfileFile.shipped(), time, POLICY);
            engine = new TriggerEngine(
                    states,
                    new DynamoAllotments(table.client(), table.name()),
                    new DynamoBreakers(table.client(), table.name(), Happenings.SPAN),
                    time,
                    POLICY);
        }

        void happened(Envelope event) throws IOException {
            until(event.time());
            var profile =
                    keeping.keep(event.playerId(), List.of(new Heard(Optional.of(event), projections.of(bus(event)))));
            boolean suits = conditions.met(trigger, profile.getLast().document());
            var wanted = wanting.of(bus(event), () -> event).stream()
                    .filter(happening -> suits || happening.step() == 1)
                    .toList();
            if (!wanted.isEmpty()) {
                engine.evaluate(trigger, trigger.window().owner(event.playerId()), wanted)
                        .forEach(decision -> count(decision, byEvents));
            }
        }

        void until(Instant now) {
            for (var tick = swept.plus(SWEEP); !tick.isAfter(now); tick = tick.plus(SWEEP)) {
                swept = tick;
                time.reach(tick);
                for (int part = 0; part < TriggerStates.PARTS; part++) {
                    states.due(part, tick)
                            .toList()
                            .forEach(subject -> engine.due(trigger, subject.playerId(), suits(subject.playerId()))
                                    .forEach(decision -> count(decision, byTime)));
                }
            }
            time.reach(now);
        }

        private boolean suits(String player) {
            return conditions.met(trigger, keeping.look(player).document());
        }

        private void count(Decision decision, Map<Outcome, Long> counts) {
            counts.merge(Outcome.of(decision), 1L, Long::sum);
            TriggerRules.told(decision).forEach(firing -> {
                told++;
                players.add(firing.playerId());
            });
        }

        private static String bus(Envelope event) {
            return "{\"detail-type\":\"%s\",\"source\":\"lifeverse.game-server\",\"detail\":%s}"
                    .formatted(event.type(), Happenings.line(event));
        }
    }

    private static Report run(Kinds kind, Optional<Kinds> against, List<Envelope> events) throws IOException {
        try (var scratch = Scratch.open()) {
            var plan = new DryRun.Plan(kind.file(), against.map(Kinds::file), SPAN, POLICY, SWEEP);
            var run = new DryRun(plan, scratch);
            events.forEach(event -> run.take(Happenings.line(event)));
            return run.end();
        }
    }

    @ParameterizedTest
    @EnumSource(Kinds.class)
    void itsCountsAreWhatTheEngineThenDoes(Kinds kind) throws IOException {
        for (long seed = 2 * SEED - 1; seed <= 2 * SEED; seed++) {
            var events = Happenings.of(seed, EVENTS, EVENTS / EVENTS_A_PLAYER);
            var live = new Live(kind);
            for (var event : events) {
                live.happened(event);
            }
            live.until(END);

            var found = run(kind, Optional.empty(), events).document();
            assertThat(counts(found.path("byEvents").toString())).isEqualTo(words(live.byEvents));
            assertThat(counts(found.path("byTime").toString())).isEqualTo(words(live.byTime));
            assertThat(found.path("carriedOut").asLong()).isEqualTo(live.told).isPositive();
            assertThat(found.path("players").asInt()).isEqualTo(live.players.size());
        }
    }

    @Test
    void theKindsMeetEveryOutcomeThatEventsOfGameServersCanHave() throws IOException {
        var met = new TreeSet<String>();
        for (var kind : Kinds.values()) {
            var found = run(kind, Optional.empty(), Happenings.of(1, FEW, FEW / EVENTS_A_PLAYER))
                    .document();
            found.path("byEvents").fieldNames().forEachRemaining(met::add);
            found.path("byTime").fieldNames().forEachRemaining(met::add);
        }
        var all = Arrays.stream(Outcome.values())
                .filter(outcome -> outcome != Outcome.LOOP_STOPPED)
                .map(Outcome::word)
                .toList();
        assertThat(met).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void twoVersionsAreComparedEventByEvent() throws IOException {
        var events = Happenings.of(7, 600, 10);
        var report = run(Kinds.COUNT, Optional.of(Kinds.COUNT), events);
        assertThat(report.differs()).isFalse();
        assertThat(report.document().at("/difference/changes")).isEmpty();

        var other = run(Kinds.COUNT, Optional.of(Kinds.CAP), events);
        assertThat(other.differs()).isTrue();
        var changes = other.document().at("/difference/changes");
        assertThat(changes.path("fired -> counted").asLong()).isPositive();
        assertThat(other.document().at("/against/carriedOut").asLong())
                .isGreaterThan(other.document().path("carriedOut").asLong());
        assertThat(other.document().at("/difference/examples").size()).isBetween(1, Tally.LISTED);
    }

    @Test
    void whatIsNoEventOfOursIsCountedAndStopsNothing() throws IOException {
        try (var scratch = Scratch.open()) {
            var run = new DryRun(new DryRun.Plan(Kinds.COUNT.file(), Optional.empty(), SPAN, POLICY, SWEEP), scratch);
            var event = Happenings.of(1, 10, 1).getFirst();
            run.take("{");
            run.take("[]");
            run.take("{\"type\":\"match.ended.v1\",\"time\":\"yesterday\"}");
            run.take(Happenings.line(event).replace("\"playerId\":\"" + event.playerId() + "\",", ""));
            run.take(Happenings.line(event));
            var found = run.end().document();
            assertThat(found.at("/events/read").asLong()).isEqualTo(5);
            assertThat(found.at("/events/broken").asLong()).isEqualTo(4);
            assertThat(found.at("/byEvents/counted").asLong()).isEqualTo(1);
        }
    }

    private static Map<?, ?> counts(String json) throws IOException {
        return Json.mapper().readValue(json, TreeMap.class);
    }

    private static Map<?, ?> words(Map<Outcome, Long> counts) throws IOException {
        var json = Json.object();
        counts.forEach((outcome, count) -> json.put(outcome.word(), count));
        return counts(json.toString());
    }
}
