package com.lifeverse.liveops.desk;

import static com.lifeverse.liveops.support.Drafts.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.liveops.calendar.Clocks;
import com.lifeverse.liveops.desk.Definition.State;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.lint.Finding;
import com.lifeverse.liveops.lint.PublicationLint;
import com.lifeverse.liveops.ramp.RampState;
import com.lifeverse.liveops.support.Drafts;
import com.lifeverse.liveops.support.Given;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class DeskRulesTest {
    private static final Revision FEAST = Drafts.feast("2027-03-01T18:00", "ann");
    private static final Catalogue EMPTY = new Catalogue(0, List.of());

    @Test
    void anAuthorDoesNotApproveTheirOwnEvent() {
        var draft = saved(Definition.none("feast"), "ann");

        assertThat(DeskRules.approve(draft, 1, "ann", NOW)).isEqualTo(new Ruling.OwnWork());
        assertThat(approved(draft, "bea").state()).isEqualTo(State.APPROVED);
    }

    @Test
    void whoWroteAnyOfWhatNobodyHasApprovedDoesNotApproveIt() {
        var two = saved(saved(Definition.none("feast"), "ann"), "ben");

        assertThat(DeskRules.approve(two, 2, "ann", NOW)).isEqualTo(new Ruling.OwnWork());
        assertThat(DeskRules.approve(two, 2, "ben", NOW)).isEqualTo(new Ruling.OwnWork());
        var then = saved(approved(two, "cid"), "cid");
        assertThat(approved(then, "ann").approved())
                .as("hers was approved before")
                .containsExactly(2, 3);
    }

    @Test
    void anApprovalIsOfTheLastRevisionAndOfNoLaterOne() {
        var two = saved(saved(Definition.none("feast"), "ann"), "ann");

        assertThat(DeskRules.approve(two, 1, "bea", NOW)).isEqualTo(new Ruling.NotLatest(2));
        assertThat(DeskRules.approve(two, 3, "bea", NOW)).isEqualTo(new Ruling.Unknown());
        var changed = saved(approved(two, "bea"), "ann");
        assertThat(changed.state()).isEqualTo(State.DRAFT);
        assertThat(DeskRules.publish(changed, Optional.of(numbered(3)), EMPTY, "cid", NOW))
                .isEqualTo(new Ruling.NotApproved());
        assertThat(DeskRules.publish(changed, Optional.of(numbered(2)), EMPTY, "cid", NOW))
                .as("an earlier one stays approved")
                .isInstanceOf(Ruling.Done.class);
    }

    @Test
    void anAuthorWhoHasNotSeenTheLastVersionIsToldSo() {
        var known = saved(Definition.none("feast"), "ann");

        assertThat(DeskRules.save(known, Map.of(), 0, FEAST)).isEqualTo(new Ruling.Stale(known));
        assertThat(DeskRules.save(known, FEAST.document(), 0, FEAST))
                .as("what is there already is fine")
                .isEqualTo(new Ruling.Nothing(known));
    }

    @Test
    void whatPlayersKeepAndRequireIsNotWithdrawn() {
        var live = new Definition(
                "feast",
                3,
                1,
                new TreeSet<>(),
                new TreeSet<>(List.of(1)),
                Optional.of(1),
                Optional.empty(),
                new TreeSet<>(),
                Optional.empty());
        var needy = new Revision(1, "ann", NOW, Given.requiring("ball", "feast"), Map.of());

        assertThat(DeskRules.withdraw(live, new Catalogue(2, List.of(live(numbered(1)), live(needy))), "cid", NOW))
                .isInstanceOfSatisfying(
                        Ruling.Conflicting.class,
                        conflicting -> assertThat(conflicting.findings())
                                .singleElement()
                                .satisfies(
                                        finding -> assertThat(finding.message()).isEqualTo("of ball names it")));
        assertThat(DeskRules.withdraw(live, new Catalogue(2, List.of(live(numbered(1)))), "cid", NOW))
                .isInstanceOf(Ruling.Done.class);
        assertThat(DeskRules.withdraw(Definition.none("feast"), EMPTY, "cid", NOW))
                .isEqualTo(new Ruling.Unknown());
    }

    @Test
    void whatHasBegunForSomebodyIsNotMovedUntilItIsOverForEverybody() {
        assertThat(moved("2027-01-01T10:00", "2027-01-01T10:30"))
                .as("it runs")
                .containsExactly(
                        "2027-01-01T10:00 runs by what players have, is over at 2027-01-02T10:00:00Z, and does not begin so in this"
                                + " revision: publish it then; or withdraw the event, and settle that occurrence by hand once it is over");
        assertThat(moved("2027-01-01T10:00", "2027-01-01T10:00")).isEmpty();
        assertThat(moved("2027-01-01T12:30", "2027-01-01T12:45"))
                .as("not begun")
                .isEmpty();
        assertThat(moved("2026-12-31T12:00", "2027-01-01T10:30")).as("over").isEmpty();
    }

    @Test
    void anOccurrenceThatRunsIsNotLeftOutAndKeepsItsClocks() {
        var once = Given.calendar("2027-01-01T10:00", "PT6H", new Clocks.Utc());
        var daily = Given.event(Given.again(once, "FREQ=DAILY"));

        assertThat(running(daily, Given.event(Given.again(once, "FREQ=DAILY", "2027-01-01T10:00"))))
                .hasSize(1);
        assertThat(running(daily, Given.event(Given.again(once, "FREQ=DAILY", "2027-01-02T10:00"))))
                .as("one that has not begun")
                .isEmpty();
        assertThat(running(daily, Given.event(Given.again(once, "FREQ=WEEKLY;BYDAY=SA"))))
                .hasSize(1);
        assertThat(running(daily, Given.event(Given.calendar("2027-01-01T10:00", "PT6H", Given.BERLIN))))
                .hasSize(1);
        assertThat(running(daily, Given.event(Given.calendar("2027-01-01T10:00", "PT9H", new Clocks.Utc()))))
                .as("it lasts longer")
                .isEmpty();
        var local = Given.event(Given.calendar("2027-01-02T01:00", "PT6H", new Clocks.PlayerLocal()));
        assertThat(running(local, Given.event(Given.calendar("2027-01-02T02:00", "PT6H", new Clocks.PlayerLocal()))))
                .as("it has begun for those at UTC+14")
                .hasSize(1);
    }

    private static List<Finding> running(LiveEvent had, LiveEvent wanted) {
        return PublicationLint.running(had, wanted, Duration.ZERO, NOW);
    }

    private static List<String> moved(String from, String to) {
        var had = new Revision(1, "ann", NOW, Drafts.feast(from, "ann").event(), Map.of());
        var wanted = new Revision(2, "ann", NOW, Drafts.feast(to, "ann").event(), Map.of());
        var ruling = DeskRules.publish(live(), Optional.of(wanted), new Catalogue(2, List.of(live(had))), "cid", NOW);
        return ruling instanceof Ruling.Conflicting(var findings)
                ? findings.stream().map(Finding::message).toList()
                : List.of();
    }

    @Test
    void whoeverTakesAHeldRampAwayIsToldToLetItGoOnFirst() {
        var ramped = Drafts.of(
                "feast",
                "2027-01-01T10:00",
                "xp",
                "ann",
                "ramp: { steps: [{ percent: 10 }, { percent: 100, after: PT4H }] }");
        var had = new Revision(1, "ann", NOW, ramped.event(), ramped.document());
        var plain = Drafts.feast("2027-01-01T10:00", "ann");
        var wanted = new Revision(2, "ann", NOW, plain.event(), plain.document());
        var held = new Published(had, NOW, new TreeSet<>(), Optional.of(new RampState(true, 0, NOW)));

        assertThat(DeskRules.publish(live(), Optional.of(wanted), new Catalogue(2, List.of(held)), "cid", NOW))
                .isInstanceOfSatisfying(
                        Ruling.Conflicting.class,
                        conflicting ->
                                assertThat(Given.codes(conflicting.findings())).containsExactly("ramp-held"));
    }

    /** Its first revision is published, its second approved. */
    private static Definition live() {
        return new Definition(
                "feast",
                3,
                2,
                new TreeSet<>(),
                new TreeSet<>(List.of(1, 2)),
                Optional.of(1),
                Optional.empty(),
                new TreeSet<>(),
                Optional.empty());
    }

    @Test
    void differencesAreFoundInMapsAndListsAreComparedWhole() {
        Map<String, Object> before = Map.of("a", 1, "m", Map.of("x/y", 1, "z", 2), "l", List.of(1, 2));
        Map<String, Object> after = Map.of("b", 1, "m", Map.of("x/y", 2, "z", 2), "l", List.of(2, 1));

        assertThat(Difference.between(before, after))
                .containsExactly(
                        new Difference("/a", Optional.of(1), Optional.empty()),
                        new Difference("/b", Optional.empty(), Optional.of(1)),
                        new Difference("/l", Optional.of(List.of(1, 2)), Optional.of(List.of(2, 1))),
                        new Difference("/m/x~1y", Optional.of(1), Optional.of(2)));
        assertThat(Difference.between(after, after)).isEmpty();
    }

    private static Published live(Revision revision) {
        return new Published(revision, revision.at(), new TreeSet<>());
    }

    private static Revision numbered(int number) {
        return new Revision(number, FEAST.author(), NOW, FEAST.event(), FEAST.document());
    }

    private static Definition saved(Definition known, String author) {
        return after(DeskRules.save(known, Map.of(), known.version(), Drafts.feast("2027-03-01T18:00", author)));
    }

    private static Definition approved(Definition known, String who) {
        return after(DeskRules.approve(known, known.latest(), who, NOW));
    }

    private static Definition after(Ruling ruling) {
        assertThat(ruling).isInstanceOf(Ruling.Done.class);
        return ((Ruling.Done) ruling).change().after();
    }
}
