package com.lifeverse.trigger.letter;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.trigger.letter.Corrections.Correction;
import com.lifeverse.trigger.letter.DeadLetter.Line;
import com.lifeverse.trigger.letter.DeadLetter.Origin;
import com.lifeverse.trigger.letter.DeadLetter.Staff;
import com.lifeverse.trigger.letter.DeadLetter.Status;
import com.lifeverse.trigger.letter.LetterDesk.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
class LetterDeskTest {
    private static final Instant NOW = Instant.parse("2026-11-20T18:42:09Z");
    private static final Staff OLGA = new Staff("olga", "the ledger is back");

    private static final Staff SAM = new Staff("sam", "the effect was misspelt");
    private static final Staff THEA = new Staff("thea", "");

    private final RememberedLetters letters = new RememberedLetters();
    private final LetterDesk desk = new LetterDesk(letters);

    @BeforeEach
    void keepOne() {
        letters.keep(letter("ltr_1", "trigger-effects"));
    }

    @Test
    void aLetterThatIsToldTwiceIsKeptOnceAndAsItIs() {
        desk.claim("ltr_1", 0, OLGA, NOW);
        letters.keep(letter("ltr_1", "trigger-effects"));

        assertThat(status()).isEqualTo(Status.REDRIVING);
    }

    @Test
    void whoeverEndsBetweenTwoStepsDoesThemAgainAndTheRunsNameStays() {
        var first = name(desk.claim("ltr_1", 0, OLGA, NOW));
        var again = name(desk.claim("ltr_1", 0, OLGA, NOW.plus(Duration.ofHours(1))));
        desk.close("ltr_1", NOW);
        desk.close("ltr_1", NOW);

        assertThat(again).isEqualTo(first).isEqualTo("redrive-ltr_1-0");
        assertThat(status()).isEqualTo(Status.REDRIVEN);
        assertThat(log()).containsExactly("olga redriving", "dead-letter-redrive redriven");
    }

    @Test
    void whatWasHandedBackIsNotHandedBackAgainUntilItIsCorrected() {
        desk.claim("ltr_1", 0, OLGA, NOW);
        desk.close("ltr_1", NOW);
        assertThat(desk.claim("ltr_1", 0, OLGA, NOW)).isInstanceOf(Outcome.AlreadyRedriven.class);

        desk.edit("ltr_1", 3, "{\"fixed\":true}", List.of("/fixed"), SAM, NOW);

        assertThat(name(desk.claim("ltr_1", 1, OLGA, NOW))).isEqualTo("redrive-ltr_1-1");
    }

    @Test
    void whatCannotBeHandedBackWaitsAgainWithTheReason() {
        desk.claim("ltr_1", 0, OLGA, NOW);
        desk.giveBack("ltr_1", "no such workflow", NOW);

        assertThat(status()).isEqualTo(Status.WAITING);
        assertThat(letters.find("ltr_1").orElseThrow().log().getLast().note()).isEqualTo("no such workflow");
    }

    @Test
    void aCorrectionThatComesDuringTheRedriveIsNotCoveredUp() {
        desk.claim("ltr_1", 0, OLGA, NOW);
        letters.beforeNextWrite(() -> desk.edit("ltr_1", 2, "{\"fixed\":true}", List.of("/fixed"), SAM, NOW));
        desk.close("ltr_1", NOW);

        assertThat(status()).isEqualTo(Status.WAITING);
    }

    @Test
    void whoCorrectsWhatTheyHaveNotSeenIsToldSo() {
        desk.claim("ltr_1", 0, OLGA, NOW);

        assertThat(desk.edit("ltr_1", 1, "{}", List.of(), OLGA, NOW)).isInstanceOf(Outcome.Overtaken.class);
        assertThat(desk.edit("ltr_2", 1, "{}", List.of(), OLGA, NOW)).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void whoHasCorrectedALetterDoesNotHandItBack() {
        desk.edit("ltr_1", 1, "{\"a\":1}", List.of("/a"), SAM, NOW);
        desk.edit("ltr_1", 2, "{\"a\":2}", List.of("/a"), OLGA, NOW);
        desk.edit("ltr_1", 3, "{\"a\":3}", List.of("/a"), OLGA, NOW);

        assertThat(desk.claim("ltr_1", 3, SAM, NOW)).isInstanceOf(Outcome.OwnCorrection.class);
        assertThat(desk.claim("ltr_1", 3, OLGA, NOW)).isInstanceOf(Outcome.OwnCorrection.class);
        assertThat(status()).isEqualTo(Status.WAITING);
        assertThat(desk.claim("ltr_1", 3, THEA, NOW)).isInstanceOf(Outcome.Done.class);
        desk.close("ltr_1", NOW);

        var corrections = letters.find("ltr_1").orElseThrow().corrections();
        assertThat(corrections.by()).isEmpty();
        assertThat(corrections.made())
                .hasSize(3)
                .first()
                .isEqualTo(new Correction(NOW, "sam", SAM.note(), List.of("/a")));
    }

    @Test
    void aNameOfOtherCaseIsNoSecondPerson() {
        desk.edit("ltr_1", 1, "{\"a\":1}", List.of("/a"), SAM, NOW);

        assertThat(desk.claim("ltr_1", 1, new Staff("Sam", ""), NOW)).isInstanceOf(Outcome.OwnCorrection.class);
    }

    @Test
    void nobodyHandsBackACorrectionThatTheyHaveNotSeen() {
        assertThat(desk.claim("ltr_1", 1, THEA, NOW)).isInstanceOf(Outcome.Overtaken.class);
        letters.beforeNextWrite(() -> desk.edit("ltr_1", 1, "{\"a\":1}", List.of("/a"), SAM, NOW));

        assertThat(desk.claim("ltr_1", 0, THEA, NOW)).isInstanceOf(Outcome.Overtaken.class);
        assertThat(status()).isEqualTo(Status.WAITING);
    }

    @Test
    void whoeverHandsBackACorrectionSaysWhichOneTheyHaveSeen() {
        assertThat(refusal(OptionalInt.empty())).isEmpty();
        assertThat(refusal(OptionalInt.of(0))).isEmpty();
        desk.edit("ltr_1", 1, "{\"a\":1}", List.of("/a"), SAM, NOW);

        assertThat(refusal(OptionalInt.empty())).containsInstanceOf(Outcome.Overtaken.class);
        assertThat(refusal(OptionalInt.of(1))).isEmpty();
        desk.edit("ltr_1", 2, "{\"a\":2}", List.of("/a"), OLGA, NOW);

        assertThat(refusal(OptionalInt.of(1))).containsInstanceOf(Outcome.Overtaken.class);
        assertThat(refusal(OptionalInt.of(2))).isEmpty();
        desk.claim("ltr_1", 2, THEA, NOW);
        assertThat(refusal(OptionalInt.of(2))).isEmpty();
    }

    @Test
    void whatWasCorrectedMayBeCorrectedAgainUntilItIsHandedBack() {
        desk.edit("ltr_1", 1, "{\"a\":1}", List.of("/a"), SAM, NOW);
        desk.edit("ltr_1", 2, "{\"b\":1}", List.of("/b"), OLGA, NOW);
        assertThat(letters.find("ltr_1").orElseThrow().correctedPlaces()).containsExactly("/a", "/b");

        desk.claim("ltr_1", 2, THEA, NOW);
        desk.close("ltr_1", NOW.plusSeconds(1));
        assertThat(letters.find("ltr_1").orElseThrow().correctedPlaces()).isEmpty();
        desk.edit("ltr_1", 5, "{\"c\":1}", List.of("/c"), SAM, NOW.plusSeconds(2));
        assertThat(letters.find("ltr_1").orElseThrow().correctedPlaces()).containsExactly("/c");
    }

    @Test
    void whoAsksWhileAnAttemptGoesOnMeansThatOneAndOnceItWaitsAgainTheNext() {
        var waiting = attempt();
        desk.claim("ltr_1", 0, OLGA, NOW);
        assertThat(attempt()).isEqualTo(waiting).isEqualTo("ltr_1-1");
        desk.claim("ltr_1", 0, THEA, NOW);
        assertThat(attempt()).isEqualTo(waiting);

        desk.giveBack("ltr_1", "no such workflow", NOW);
        assertThat(attempt()).isEqualTo("ltr_1-3");
        desk.claim("ltr_1", 0, THEA, NOW);
        desk.edit("ltr_1", 4, "{\"fixed\":true}", List.of("/fixed"), SAM, NOW);
        assertThat(attempt()).isEqualTo("ltr_1-5");
    }

    @Test
    void whatIsOfNoKnownWorkflowStays() {
        letters.keep(letter("ltr_0", ""));

        assertThat(desk.claim("ltr_0", 0, OLGA, NOW)).isInstanceOf(Outcome.Nowhere.class);
    }

    @Test
    void theLogKeepsItsLatestLines() {
        for (int time = 1; time <= 60; time++) {
            desk.edit("ltr_1", time, "{}", List.of(), OLGA, NOW.plusSeconds(time));
        }

        assertThat(letters.find("ltr_1").orElseThrow().log())
                .hasSize(50)
                .last()
                .isEqualTo(new Line(NOW.plusSeconds(60), "olga", "edited", OLGA.note()));
    }

    private Optional<Outcome> refusal(OptionalInt edits) {
        return LetterDesk.refusal(letters.find("ltr_1").orElseThrow(), "thea", edits);
    }

    private String attempt() {
        return letters.find("ltr_1").orElseThrow().attempt();
    }

    private Status status() {
        return letters.find("ltr_1").orElseThrow().status();
    }

    private List<String> log() {
        return letters.find("ltr_1").orElseThrow().log().stream()
                .map(line -> line.by() + " " + line.what())
                .toList();
    }

    private static String name(Outcome outcome) {
        return outcome instanceof Outcome.Done(var letter) ? letter.runName() : outcome.toString();
    }

    private static DeadLetter letter(String id, String workflow) {
        return new DeadLetter(
                id,
                1,
                Status.WAITING,
                new Origin(workflow, "", "States.Timeout", ""),
                "{}",
                0,
                NOW,
                List.of(),
                Corrections.NONE);
    }
}
