package com.lifeverse.liveops.desk;

import static com.lifeverse.liveops.support.Drafts.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.liveops.desk.Definition.Had;
import com.lifeverse.liveops.desk.Definition.State;
import com.lifeverse.liveops.desk.EventDesk.Outcome;
import com.lifeverse.liveops.desk.LogEntry.Action;
import com.lifeverse.liveops.ramp.RampState;
import com.lifeverse.liveops.review.Review;
import com.lifeverse.liveops.review.ReviewPolicy;
import com.lifeverse.liveops.settlement.Entitlement;
import com.lifeverse.liveops.support.Drafts;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every place must do where events are defined; the desk works on it. */
public abstract class DefinitionsContract {
    private static final Revision FIRST = Drafts.feast("2027-03-01T18:00", "ann");
    private static final Revision SECOND = Drafts.feast("2027-03-02T18:00", "ann");

    private static UUID id() {
        return new UUID(0x7000, 0x8000_0000_0000_0000L);
    }

    /** A place where nothing is defined. */
    protected abstract Definitions definitions();

    @Test
    void whatWasSavedIsReadAsItWas() {
        var definitions = definitions();
        var desk = new EventDesk(definitions, DefinitionsContract::id);
        saved(desk, 0, FIRST);
        saved(desk, 1, SECOND);

        assertThat(definitions.find("feast")).hasValueSatisfying(known -> {
            assertThat(known.version()).isEqualTo(2);
            assertThat(known.latest()).isEqualTo(2);
            assertThat(known.authors()).containsExactly("ann");
            assertThat(known.state()).isEqualTo(State.DRAFT);
        });
        assertThat(definitions.revision("feast", 1)).hasValueSatisfying(first -> {
            assertThat(first.number()).isEqualTo(1);
            assertThat(first.at()).isEqualTo(NOW);
            assertThat(first.event()).isEqualTo(FIRST.event());
            assertThat(first.document()).isEqualTo(FIRST.document());
        });
        assertThat(definitions.revision("feast", 3)).isEmpty();
        assertThat(definitions.find("fast")).isEmpty();
        assertThat(definitions.all()).hasSize(1);
    }

    @Test
    void aWriteThatIsBasedOnAnOldVersionChangesNothing() {
        var definitions = definitions();
        saved(new EventDesk(definitions, DefinitionsContract::id), 0, FIRST);
        var known = definitions.find("feast").orElseThrow();
        var mine = change(DeskRules.save(known, FIRST.document(), 1, SECOND));
        var theirs = change(DeskRules.save(known, FIRST.document(), 1, Drafts.feast("2027-04-01T18:00", "ben")));

        assertThat(write(definitions, mine)).isTrue();
        assertThat(write(definitions, theirs)).isFalse();
        assertThat(write(definitions, mine)).isFalse();
        assertThat(definitions.find("feast").orElseThrow().authors()).containsExactly("ann");
        assertThat(definitions.log("feast", 10)).hasSize(2);
        assertThat(definitions.revision("feast", 3)).isEmpty();
    }

    @Test
    void twoPublicationsAtOnceCannotBothHaveLookedAtTheCatalogueBefore() {
        var definitions = definitions();
        var desk = new EventDesk(definitions, DefinitionsContract::id);
        approved(desk, FIRST);
        approved(desk, Drafts.of("ball", "2027-03-01T18:00", "xp", "ann"));
        approved(desk, Drafts.of("overture", "2027-03-01T18:00", "sky", "ann"));
        desk.publish("overture", 1, "cid", NOW);
        var seen = definitions.catalogue();
        var feast = change(DeskRules.publish(
                definitions.find("feast").orElseThrow(), definitions.revision("feast", 1), seen, "cid", NOW));
        var ball = change(DeskRules.publish(
                definitions.find("ball").orElseThrow(), definitions.revision("ball", 1), seen, "cid", NOW));

        assertThat(write(definitions, feast)).isTrue();
        assertThat(write(definitions, ball)).isFalse();
        assertThat(desk.publish("ball", 1, "cid", NOW))
                .isInstanceOfSatisfying(
                        Outcome.Not.class, not -> assertThat(not.why()).isInstanceOf(Ruling.Conflicting.class));
        assertThat(definitions.catalogue().events()).hasSize(2).contains(FIRST.event());
    }

    @Test
    void publicationRollbackAndWithdrawalChangeTheCatalogueAndTellTheLogWhatPlayersNotice() {
        var definitions = definitions();
        var desk = new EventDesk(definitions, DefinitionsContract::id);
        approved(desk, FIRST);
        desk.publish("feast", 1, "cid", NOW);
        saved(desk, 3, SECOND);
        desk.approve("feast", 2, "bea", NOW);
        desk.publish("feast", 2, "cid", NOW);

        assertThat(definitions.catalogue().revision()).isEqualTo(2);
        assertThat(definitions.catalogue().events()).containsExactly(SECOND.event());
        var known = definitions.find("feast").orElseThrow();
        assertThat(known.before()).contains(1);

        desk.publish("feast", known.before().orElseThrow(), "cid", NOW);
        assertThat(definitions.catalogue().events()).containsExactly(FIRST.event());
        assertThat(definitions.log("feast", 1)).singleElement().satisfies(entry -> {
            assertThat(entry.who()).isEqualTo("cid");
            assertThat(entry.action()).isEqualTo(Action.PUBLISHED);
            assertThat(entry.differences())
                    .containsExactly(new Difference(
                            "/when/start", Optional.of("2027-03-02T18:00"), Optional.of("2027-03-01T18:00")));
        });

        var later = NOW.plusSeconds(60);
        desk.withdraw("feast", "cid", later);
        assertThat(definitions.find("feast").orElseThrow().earlier())
                .as("each once, the last first")
                .containsExactly(new Had(1, later), new Had(2, NOW));
        assertThat(definitions.catalogue().published()).isEmpty();
        assertThat(definitions.catalogue().revision()).isEqualTo(4);
        assertThat(definitions.log("feast", 100)).extracting(LogEntry::action).startsWith(Action.WITHDRAWN);
        assertThat(definitions.log("feast", 100))
                .extracting(LogEntry::version)
                .containsExactly(8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void theLogKeepsWhatWasPublishedInOneGoAndWhatTookItBack() {
        var definitions = definitions();
        var desk = new EventDesk(definitions, DefinitionsContract::id);
        approved(desk, FIRST);
        desk.publish("feast", 1, Optional.of(new Batch("A", false)), OptionalLong.of(2), "cid", NOW);
        saved(desk, 3, SECOND);
        desk.approve("feast", 2, "bea", NOW);
        desk.publish("feast", 2, "cid", NOW);

        assertThat(desk.publish("feast", 1, Optional.of(new Batch("A", true)), OptionalLong.of(5), "cid", NOW))
                .as("somebody has changed it since")
                .isInstanceOfSatisfying(
                        Outcome.Not.class, not -> assertThat(not.why()).isInstanceOf(Ruling.Stale.class));
        assertThat(desk.withdraw("feast", OptionalLong.of(5), "cid", NOW)).isInstanceOf(Outcome.Not.class);
        assertThat(definitions.catalogue().events()).containsExactly(SECOND.event());
        desk.publish("feast", 1, Optional.of(new Batch("A", true)), OptionalLong.of(6), "cid", NOW);
        assertThat(desk.publish("feast", 1, Optional.of(new Batch("A", true)), OptionalLong.of(6), "cid", NOW))
                .as("what is so already is fine")
                .isInstanceOf(Outcome.So.class);
        assertThat(definitions.log("feast", 100))
                .filteredOn(entry -> entry.action() == Action.PUBLISHED)
                .extracting(LogEntry::batch)
                .containsExactly(
                        Optional.of(new Batch("A", true)), Optional.empty(), Optional.of(new Batch("A", false)));
    }

    @Test
    void whatIsSwitchedOffStaysSoThroughAPublicationUntilItIsSwitchedOn() {
        var definitions = definitions();
        var desk = new EventDesk(definitions, DefinitionsContract::id);
        approved(desk, FIRST);
        desk.publish("feast", 1, "cid", NOW);
        desk.kill("feast", new TreeSet<>(Set.of("eu-west")), "cid", NOW);
        saved(desk, 4, SECOND);
        desk.approve("feast", 2, "bea", NOW);
        desk.publish("feast", 2, "cid", NOW);

        assertThat(definitions.catalogue().published()).singleElement().satisfies(published -> {
            assertThat(published.killedIn()).containsExactly("eu-west");
            assertThat(published.revision().number()).isEqualTo(2);
        });
        desk.revive("feast", "cid", NOW);
        desk.revive("feast", "cid", NOW);
        assertThat(definitions.catalogue().published().getFirst().killedIn()).isEmpty();
        assertThat(definitions.log("feast", 100))
                .extracting(LogEntry::action)
                .startsWith(Action.REVIVED, Action.PUBLISHED, Action.APPROVED, Action.SAVED, Action.KILLED);
        assertThat(definitions.find("feast").orElseThrow().killedIn()).isEmpty();
    }

    @Test
    void aSecondOperatorSwitchesNoRegionOnAndWhatIsWithdrawnCanBeSwitchedOn() {
        var definitions = definitions();
        var desk = new EventDesk(definitions, DefinitionsContract::id);
        approved(desk, FIRST);
        desk.publish("feast", 1, "cid", NOW);
        desk.kill("feast", new TreeSet<>(Set.of("eu-west")), "cid", NOW);
        desk.kill("feast", new TreeSet<>(Set.of("us-east")), "dan", NOW);

        assertThat(definitions.catalogue().published().getFirst().killedIn()).containsExactly("eu-west", "us-east");
        desk.kill("feast", new TreeSet<>(Set.of("us-east")), "dan", NOW);
        assertThat(definitions.log("feast", 100)).as("it was off there").hasSize(5);

        desk.withdraw("feast", "cid", NOW);
        assertThat(desk.revive("feast", "dan", NOW)).isInstanceOf(Outcome.So.class);
        desk.publish("feast", 1, "cid", NOW);
        assertThat(definitions.catalogue().published().getFirst().killedIn()).isEmpty();
        assertThat(desk.revive("ball", "dan", NOW)).isEqualTo(new Outcome.Not(new Ruling.Unknown()));
    }

    @Test
    void theLogIsReadToItsEndByPages() {
        var definitions = definitions();
        var desk = new EventDesk(definitions, DefinitionsContract::id);
        approved(desk, FIRST);
        desk.publish("feast", 1, "cid", NOW);
        desk.withdraw("feast", "cid", NOW);

        var first = definitions.log("feast", 3, Optional.empty());
        assertThat(first.entries()).extracting(LogEntry::version).containsExactly(4L, 3L, 2L);
        var last = definitions.log("feast", 3, first.next());
        assertThat(last.entries()).extracting(LogEntry::action).containsExactly(Action.SAVED);
        assertThat(last.next()).isEmpty();
        assertThat(definitions.log("ball", 3, Optional.empty()).entries()).isEmpty();
    }

    @Test
    void anOccurrenceThatPlayersHadIsSettledByTheLastRevisionWithIt() {
        var definitions = definitions();
        var desk = new EventDesk(definitions, DefinitionsContract::id);
        var entitlement = new Entitlement(definitions);
        var first = LocalDateTime.parse("2027-03-01T18:00");
        approved(desk, FIRST);
        assertThat(entitlement.of("feast", first)).as("players never had it").isEmpty();
        desk.publish("feast", 1, "cid", NOW);
        for (int day = 2; day <= 5; day++) {
            saved(
                    desk,
                    definitions.find("feast").orElseThrow().version(),
                    Drafts.feast("2027-03-0" + day + "T18:00", "ann"));
            desk.approve("feast", day, "bea", NOW);
            desk.publish("feast", day, "cid", NOW);
        }

        assertThat(entitlement.of("feast", first).map(Revision::number)).contains(1);
        assertThat(entitlement.of("feast", first.plusDays(1)).map(Revision::number))
                .contains(2);
        assertThat(entitlement.of("feast", first.plusDays(4)).map(Revision::number))
                .contains(5);
        assertThat(entitlement.of("feast", first.plusDays(5))).isEmpty();
        assertThat(entitlement.of("ball", first)).isEmpty();
    }

    @Test
    void aRampThatAnAlarmHasHeldStaysSoThroughPublicationsAndWithdrawalsUntilAnOperatorLetsItGoOn() {
        var definitions = definitions();
        var desk = new EventDesk(definitions, DefinitionsContract::id);
        approved(desk, ramped("xp"));
        desk.publish("feast", 1, "cid", NOW);
        desk.ring("feast", "errors", NOW);
        saved(desk, 4, ramped("sky"));
        desk.approve("feast", 2, "bea", NOW);
        desk.publish("feast", 2, "cid", NOW.plusSeconds(9_000));

        var held = Optional.of(new RampState(true, 0, NOW));
        assertThat(definitions.catalogue().published().getFirst().ramp()).isEqualTo(held);
        assertThat(definitions.log("feast", 1).getFirst().note()).isEqualTo("ramp stays held at step 1");
        desk.publish("feast", 1, "cid", NOW.plusSeconds(9_100));
        assertThat(definitions.catalogue().published().getFirst().ramp())
                .as("rolled back")
                .isEqualTo(held);
        desk.withdraw("feast", "cid", NOW.plusSeconds(9_200));
        assertThat(definitions.find("feast").orElseThrow().ramp()).isEqualTo(held);
        desk.publish("feast", 2, "cid", NOW.plusSeconds(9_300));
        assertThat(definitions.catalogue().published().getFirst().ramp())
                .as("the same occurrence again")
                .isEqualTo(held);

        desk.withdraw("feast", "cid", NOW.plusSeconds(9_400));
        desk.resume("feast", "dan", NOW.plusSeconds(9_500));
        desk.publish("feast", 1, "cid", NOW.plusSeconds(9_600));
        assertThat(definitions.catalogue().published().getFirst().ramp())
                .contains(new RampState(false, 0, NOW.plusSeconds(9_500)));
        assertThat(definitions.log("feast", 2))
                .extracting(LogEntry::action)
                .containsExactly(Action.PUBLISHED, Action.RAMP_RESUMED);
    }

    private static Revision ramped(String flag) {
        return Drafts.of("feast", "2027-01-01T10:00", flag, "ann", """
            ramp:
              guards: [errors]
              steps: [{ percent: 10 }, { percent: 50, after: PT1H }, { percent: 100, after: PT4H }]
            """);
    }

    @Test
    void whatIsDoneAlreadyIsDoneOnce() {
        var definitions = definitions();
        var desk = new EventDesk(definitions, DefinitionsContract::id);
        approved(desk, FIRST);
        desk.publish("feast", 1, "cid", NOW);

        assertThat(desk.save(0, FIRST)).isInstanceOf(Outcome.So.class);
        assertThat(desk.approve("feast", 1, "ann", NOW)).isInstanceOf(Outcome.So.class);
        assertThat(desk.publish("feast", 1, "cid", NOW)).isInstanceOf(Outcome.So.class);
        assertThat(definitions.find("feast").orElseThrow().version()).isEqualTo(3);
        assertThat(definitions.log("feast", 100)).hasSize(3);
        assertThat(definitions.catalogue().revision()).isEqualTo(1);
    }

    @Test
    void aReviewIsKeptWithItsEventAndItsAnswerInTheLog() {
        var definitions = definitions();
        var desk = new EventDesk(definitions, DefinitionsContract::id);
        saved(desk, 0, FIRST);
        var policy = new ReviewPolicy(Duration.ofDays(3), Duration.ofDays(1), Duration.ofHours(12));
        var asked = Review.asked("feast-2", 1, "ann", "New lanterns.", NOW, policy);
        desk.ask("feast", asked);

        assertThat(definitions.find("feast").orElseThrow().review()).contains(asked);
        desk.reject("feast", 1, "bea", "They flash.", NOW);
        assertThat(definitions.find("feast").orElseThrow().review())
                .contains(asked.ended(Review.State.REJECTED, "bea", "They flash."));
        assertThat(definitions.log("feast", 2))
                .extracting(entry -> entry.action() + " " + entry.who() + " " + entry.note())
                .containsExactly("REJECTED bea They flash.", "ASKED ann New lanterns.");
    }

    private static boolean write(Definitions definitions, Change change) {
        return definitions.write(change, LiveopsEvents.catalogueChanged(id(), change));
    }

    private static void saved(EventDesk desk, long basedOn, Revision draft) {
        assertThat(desk.save(basedOn, draft)).isInstanceOf(Outcome.So.class);
    }

    private static void approved(EventDesk desk, Revision draft) {
        saved(desk, 0, draft);
        assertThat(desk.approve(draft.event().id(), 1, "bea", NOW)).isInstanceOf(Outcome.So.class);
    }

    private static Change change(Ruling ruling) {
        assertThat(ruling).isInstanceOf(Ruling.Done.class);
        return ((Ruling.Done) ruling).change();
    }
}
