package com.lifeverse.liveops.desk;

import static com.lifeverse.liveops.support.Drafts.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.liveops.desk.Definition.Had;
import com.lifeverse.liveops.desk.EventDesk.Outcome;
import com.lifeverse.liveops.lint.Finding;
import com.lifeverse.liveops.ramp.RampState;
import com.lifeverse.liveops.settlement.Entitlement;
import com.lifeverse.liveops.support.Drafts;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Of a feast that runs at noon; whoever publishes wants to give less. */
@Tag("rules")
final class TenuresTest {
    private static final String RUNS = "2027-01-01T10:00";
    private static final String TIERS = """
            progress: { trigger: matches }
            rewards:
              - { tier: 1, at: 1, grant: { item: coins, amount: %d } }
            """;
    private static final String RAMP =
            "ramp: { steps: [{ percent: 10 }, { percent: 60, after: PT1H }, { percent: 100, after: PT4H }] }";

    private final Definitions definitions = new RememberedDefinitions();
    private final EventDesk desk = new EventDesk(definitions, () -> new UUID(0x7000, 0x8000_0000_0000_0000L));

    @Test
    void howeverMuchIsSavedMeanwhileThePromiseHolds() {
        published(RUNS, TIERS.formatted(9), NOW);
        for (int save = 0; save < 505; save++) {
            saved("2027-03-01T10:%02d".formatted(save % 60), TIERS.formatted(1 + save));
        }

        assertThat(refused(approved(RUNS, TIERS.formatted(1)), NOW))
                .extracting(Finding::pointer)
                .containsExactly("/rewards/0/grant/amount");
        desk.withdraw("feast", "cid", NOW);
        assertThat(refused(approved(RUNS, TIERS.formatted(2)), NOW))
                .as("also where the event was withdrawn")
                .hasSize(1);
    }

    @Test
    void howeverOftenAnotherOneIsPublishedThePromiseHolds() {
        published(RUNS, TIERS.formatted(9), NOW);
        desk.withdraw("feast", "cid", NOW);
        int elsewhere = approved("2027-03-01T10:00", TIERS.formatted(9));
        for (int times = 0; times < 60; times++) {
            desk.publish("feast", elsewhere, "cid", NOW);
            desk.withdraw("feast", "cid", NOW);
        }

        assertThat(refused(approved(RUNS, TIERS.formatted(1)), NOW)).hasSize(1);
        assertThat(known().earlier()).containsExactly(new Had(elsewhere, NOW), new Had(1, NOW));
    }

    @Test
    void aSlipThatGivesTooMuchIsWithdrawnAndOnceItIsOverTheOccurrenceIsSettledByTheCorrection() {
        published(RUNS, TIERS.formatted(100_000), NOW);
        int correction = approved(RUNS, TIERS.formatted(10));
        var over = Instant.parse("2027-01-02T10:00:00Z");
        var occurrence = LocalDateTime.parse(RUNS);
        var entitlement = new Entitlement(definitions);

        assertThat(refused(correction, NOW)).as("also by a rollback").hasSize(1);
        desk.withdraw("feast", "cid", NOW);
        assertThat(refused(correction, over.minusSeconds(1))).hasSize(1);
        assertThat(entitlement.of("feast", occurrence).map(Revision::number)).contains(1);

        assertThat(desk.publish("feast", correction, "cid", over)).isInstanceOf(Outcome.So.class);
        assertThat(entitlement.of("feast", occurrence).map(Revision::number)).contains(correction);
    }

    @Test
    void aRampThatIsHeldStaysAtItsStepHoweverMuchWasSaved() {
        published(RUNS, RAMP + "\n" + "progress: { trigger: matches }", NOW);
        assertThat(definitions.write(held(), LiveopsEvents.catalogueChanged(new UUID(0x7000, 1L << 63), held())))
                .isTrue();
        for (int save = 0; save < 505; save++) {
            saved("2027-03-01T10:%02d".formatted(save % 60), RAMP);
        }
        int steeper = approved(RUNS, RAMP.replace("percent: 10 }", "percent: 50 }"));

        assertThat(desk.publish("feast", steeper, "cid", NOW)).isInstanceOf(Outcome.So.class);
        assertThat(definitions.catalogue().find("feast").flatMap(Published::ramp))
                .as("none of its steps is for as few: it is for nobody new")
                .hasValueSatisfying(state -> assertThat(state.step()).isEqualTo(-1));
    }

    @Test
    void ofMoreThanFiftyOtherRevisionsTheLastAreKnownAndWhatIsSettledByHandIsAmongThem() {
        for (int day = 1; day <= 52; day++) {
            var at = NOW.plusSeconds(day);
            int revision = approved("2027-03-01T%02d:%02d".formatted(day / 60, day % 60), "");
            assertThat(desk.publish("feast", revision, "cid", at)).isInstanceOf(Outcome.So.class);
        }

        assertThat(known().had(NOW.plusSeconds(99)))
                .hasSize(51)
                .startsWith(new Had(52, NOW.plusSeconds(99)), new Had(51, NOW.plusSeconds(52)))
                .endsWith(new Had(2, NOW.plusSeconds(3)));
        assertThat(new Entitlement(definitions).of("feast", LocalDateTime.parse("2027-03-01T00:09")))
                .hasValueSatisfying(revision -> assertThat(revision.number()).isEqualTo(9));
    }

    @Test
    void whatWasReplacedBeforeAnyoneKeptUntilWhenCountsAsHadUntilNow() {
        var known = new Definition(
                "feast",
                9,
                2,
                new TreeSet<>(),
                new TreeSet<>(List.of(1, 2)),
                Optional.of(2),
                Optional.of(1),
                new TreeSet<>(),
                Optional.empty());

        assertThat(known.had(NOW)).containsExactly(new Had(2, NOW), new Had(1, NOW));
    }

    private Change held() {
        var had = definitions.catalogue().find("feast").orElseThrow();
        var state = new RampState(true, 0, NOW);
        var after = known().touched();
        var entry = new LogEntry(after.version(), NOW, "alarm", LogEntry.Action.RAMP_HELD, 1, List.of());
        var live = new Published(had.revision(), had.since(), had.killedIn(), Optional.of(state));
        return new Change(
                after,
                entry,
                Optional.empty(),
                new Change.Effect.Publish(live, definitions.catalogue().revision()));
    }

    private void published(String start, String more, Instant now) {
        assertThat(desk.publish("feast", approved(start, more), "cid", now)).isInstanceOf(Outcome.So.class);
    }

    private int approved(String start, String more) {
        saved(start, more);
        desk.approve("feast", known().latest(), "bea", NOW);
        return known().latest();
    }

    private void saved(String start, String more) {
        long version = definitions.find("feast").map(Definition::version).orElse(0L);
        assertThat(desk.save(version, Drafts.of("feast", start, "xp", "ann", more)))
                .isInstanceOf(Outcome.So.class);
    }

    private List<Finding> refused(int revision, Instant now) {
        return desk.publish("feast", revision, "cid", now) instanceof Outcome.Not(Ruling.Conflicting(var findings))
                ? findings
                : List.of();
    }

    private Definition known() {
        return definitions.find("feast").orElseThrow();
    }
}
