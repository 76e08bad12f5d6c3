package com.lifeverse.trigger.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.Violation;
import com.lifeverse.platform.support.Standard;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.publish.Publication.Staff;
import com.lifeverse.trigger.publish.Publishing.Outcome;
import com.lifeverse.trigger.publish.Publishing.Outcome.Misnamed;
import com.lifeverse.trigger.publish.Publishing.Outcome.Published;
import com.lifeverse.trigger.spec.EventField;
import com.lifeverse.trigger.spec.Measure;
import com.lifeverse.trigger.spec.Window.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("rules")
class NamesTest {
    private static final Instant NOW = Instant.parse("2026-11-20T18:42:08Z");
    private static final Draft NOTHING = new Draft(new TreeMap<>());
    private static final Draft OTHER = of("other", "count");

    private final RememberedPublications publications = new RememberedPublications();
    private final Publishing publishing = over(of("shipped", "count"));

    @ParameterizedTest
    @CsvSource({
        "count, count key, /once/key",
        "count key, count, /once/key",
        "count, count global, /window/of",
        "count, sum, /window",
        "sum, sum elsewhere, /window",
        "absence, count, /window",
        "count, draft key, /once/key",
        "count, sum key global, /once/key /window/of /window",
        "count, count of another number, ''",
        "sum, sum, ''",
        "draft key, count, ''",
    })
    void aNameComesBackOnlyAsWhatItStoodFor(String before, String after, String places) {
        publish(of("name", before), NOW);
        publish(OTHER, NOW);

        assertThat(places(publish(of("name", after), NOW)))
                .isEqualTo(places.isEmpty() ? List.of() : List.of(places.split(" ")));
    }

    @Test
    void whatIsDirectlyChangedIsSeenToo() {
        publish(of("name", "count"), NOW);

        assertThat(places(publish(of("name", "count key"), NOW))).containsExactly("/once/key");
    }

    @Test
    void aRollbackBringsNothingBackThatMeansAnother() {
        // From before names were looked after.
        put(1, of("name", "count key"), NOW);
        put(2, OTHER, NOW);
        put(3, of("name", "count"), NOW);

        assertThat(places(rollBack(1))).containsExactly("/once/key");
        assertThat(rollBack(2)).isInstanceOf(Published.class);
        assertThat(places(rollBack(1))).containsExactly("/once/key");
        assertThat(places(rollBack(3))).containsExactly("/once/key");
    }

    @Test
    void whatIsInForceMayStayWhateverItStoodForBefore() {
        put(1, of("name", "count key"), NOW);
        put(2, of("name", "count"), NOW);

        assertThat(publish(of("name", "count", "more", "sum"), NOW)).isInstanceOf(Published.class);
    }

    @Test
    void whatCameWithTheCodeIsRememberedToo() {
        publish(NOTHING, NOW);

        assertThat(places(publish(of("shipped", "sum"), NOW))).containsExactly("/window");
        // Also if the code has come with something else since.
        assertThat(places(over(of("shipped", "sum")).rollBack(0, revision(), new Staff("sam", ""), NOW)))
                .containsExactly("/window");
    }

    @Test
    void aNameIsFreeAgainWhenItWasNotInForceForLongEnough() {
        publish(of("name", "count"), NOW.minus(Duration.ofDays(900)));
        publish(OTHER, NOW.minus(Duration.ofDays(399)));
        assertThat(places(publish(of("name", "sum"), NOW))).containsExactly("/window");

        assertThat(publish(of("name", "sum"), NOW.plus(Duration.ofDays(2)))).isInstanceOf(Published.class);
    }

    @Test
    void itDoesNotMatterHowOftenSomethingWasPublishedMeanwhile() {
        publish(of("name", "count"), NOW);
        for (int time = 0; time < 300; time++) {
            assertThat(publish(of("other", "count", "x", "count " + "a".repeat(time)), NOW))
                    .isInstanceOf(Published.class);
        }

        assertThat(places(publish(of("name", "count key"), NOW))).containsExactly("/once/key");
        assertThat(publications.names().orElseThrow().names()).hasSize(4);
    }

    @Test
    void whatWasPublishedByCodeThatKeptNoNamesIsLookedThrough() {
        publish(of("name", "count"), NOW);
        put(2, of("older", "sum"), NOW);
        put(3, OTHER, NOW);

        assertThat(places(publish(of("older", "count"), NOW))).containsExactly("/window");
        assertThat(publish(of("name", "count", "fresh", "sum"), NOW)).isInstanceOf(Published.class);
        assertThat(places(publish(of("older", "count"), NOW))).containsExactly("/window");
    }

    @Test
    void moreNamesThanAreRememberedAreNotTaken() {
        var many = new String[2 * (NameMemory.MOST - 1)];
        for (int at = 0; at < many.length; at += 2) {
            many[at] = "n%05d".formatted(at);
            many[at + 1] = "count";
        }
        assertThat(publish(of(many), NOW)).isInstanceOf(Published.class);

        assertThat(places(publish(OTHER, NOW))).containsExactly("/trigger");
        assertThat(publish(of("shipped", "count"), NOW)).isInstanceOf(Published.class);
    }

    @Test
    void aPlanHearsItWithThePublicationThatSaysOtherwise() {
        publish(of("name", "count"), NOW);
        publish(OTHER, NOW);

        assertThat(publishing.misnamed(of("name", "sum", "fresh", "sum"), NOW))
                .isEqualTo(
                        Map.of(
                                "name",
                                List.of(
                                        new Violation(
                                                "/window",
                                                "measures something else than publication 1 of 2026-11-20T18:42:08Z had, so that what was done"
                                                        + " could be done again when events are told again: give the trigger another name"))));
    }

    private Outcome publish(Draft draft, Instant at) {
        return publishing.publish(draft, revision(), new Staff("sam", ""), at);
    }

    private Outcome rollBack(long number) {
        return publishing.rollBack(number, revision(), new Staff("sam", ""), NOW);
    }

    private String revision() {
        return publishing.inForce().publication().revision();
    }

    private void put(long number, Draft draft, Instant at) {
        publications.putWithoutNames(new Publication(number, draft.revision(), "sam", at, ""), draft);
    }

    private Publishing over(Draft shipped) {
        return new Publishing(
                publications,
                new Names(shipped, document -> Optional.of(meaning(document)), Standard.of(TriggerPolicy.class)));
    }

    private static List<String> places(Outcome outcome) {
        return outcome instanceof Misnamed(var findings)
                ? findings.values().stream()
                        .flatMap(List::stream)
                        .map(Violation::pointer)
                        .toList()
                : List.of();
    }

    // Such as "sum key global".
    private static Meaning meaning(String said) {
        return new Meaning(
                said.contains("key") ? Optional.of(new EventField("payload.matchId")) : Optional.empty(),
                said.contains("global") ? Scope.GLOBAL : Scope.PLAYER,
                said.contains("sum")
                        ? new Measure.Sum(new EventField(said.contains("elsewhere") ? "payload.b" : "payload.a"), 5, 1)
                        : said.contains("absence") ? new Measure.Absence(Map.of()) : new Measure.Count(said.length()),
                !said.contains("draft"));
    }

    private static Draft of(String... pairs) {
        var documents = new TreeMap<String, String>();
        for (int at = 0; at < pairs.length; at += 2) {
            documents.put(pairs[at], pairs[at] + " " + pairs[at + 1]);
        }
        return new Draft(documents);
    }
}
