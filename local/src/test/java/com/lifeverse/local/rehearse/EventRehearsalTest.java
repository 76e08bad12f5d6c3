package com.lifeverse.local.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.liveops.event.aws.LiveEventFile;
import com.lifeverse.liveops.event.aws.LiveEventFile.Reading;
import com.lifeverse.local.kernel.Crossing;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.simulate.fault.Fault;
import com.lifeverse.local.simulate.world.Snapshot;
import com.lifeverse.local.stack.Game;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Live events are played as a whole before players have them, and what is wrong with one is found. */
@Tag("stack")
final class EventRehearsalTest {
    private static final String FEAST = """
            {"event":"feast","type":"festival","title":{"en":"Feast"},"labels":["seasonal"],"owner":"liveops-europe",
             "escalation":["liveops-europe"],"runbook":"runbooks/live-event.md","accessibility":"No flashing effects at all.",
             "when":{"start":"2026-12-01T14:00","duration":"PT3H","time":"utc"},"audience":{"percent":100},
             "phases":{"preview":"PT1H","endingSoon":"PT30M","review":"PT30M"},"overrides":{"xp.multiplier":2}}""";

    private static final Snapshot STAGE = Rehearsal.stage(script(FEAST), Game.assembly());

    @Test
    void anEventThatIsWellHasNoFindingsAndEveryBotPassesIntoEachOfItsPhasesByItsOwnClock() {
        var performance = play(Rehearsal.of(script(FEAST)));

        assertThat(performance.findings()).isEmpty();
        assertThat(performance.flips().lines())
                .hasSize(5)
                .allMatch(line -> line.actual().isPresent());
        assertThat(performance.audience()).isPositive();
        assertThat(performance.diary().noticed()).hasSize(5 * (int) performance.audience());
        assertThat(performance.diary().flags().keySet()).containsExactly("xp.multiplier = 2");
        var report = new ReportJson(performance, performance.findings());
        assertThat(report.result().at("/cost/usd").asDouble()).isPositive();
        assertThat(new ReportPage(performance, performance.findings()).html())
                .contains("<svg", "POST /v1/sessions/{}/renew", "xp.multiplier = 2", "None.")
                .doesNotContain("src=", "href=", "<script");
        assertThat(new ReportJson(play(Rehearsal.of(script(FEAST))), List.of()).result())
                .as("the same seed is the same rehearsal")
                .isEqualTo(report.result());
    }

    @Test
    void whatBotsHaveOtherwiseThanItIsMeantIsFound() {
        var performance = play(Rehearsal.of(script(FEAST))
                .meaning(read(FEAST.replace("T14:00", "T14:10").replace(":2}", ":3}"))
                        .event()));

        assertThat(performance.findings())
                .extracting(Performance.Finding::code)
                .contains("missed-transition", "unexpected-transition", "missed-flip", "wrong-phase", "wrong-flag");
    }

    @Test
    void aServiceThatDoesNotAnswerAndFlipsThatNobodyTellsAreFound() {
        var performance = play(Rehearsal.of(script(FEAST))
                .with(crossing -> fails(crossing) ? new Fault.Throttled() : new Fault.None()));

        assertThat(performance.findings())
                .extracting(Performance.Finding::code)
                .contains("error-answer", "missed-transition")
                .doesNotContain("missed-flip", "wrong-flag");
    }

    private static boolean fails(Crossing crossing) {
        return crossing.kind() == Crossing.Kind.CALL
                && (crossing.from().contains("FlipSweep") || crossing.from().contains("RenewFunction"));
    }

    private static Performance play(Rehearsal rehearsal) {
        return rehearsal.play(STAGE, _ -> {});
    }

    private static Script script(String document) {
        return Script.of(read(document), List.of(), 8, 1, Instant.EPOCH, Script.USUAL_OCCURRENCES);
    }

    private static LiveEventFile read(String document) {
        return LiveEventFile.read(Json.read(document)) instanceof Reading.Sound(var file) ? file : fail(document);
    }

    private static LiveEventFile fail(String document) {
        throw new AssertionError("Not an event: " + document);
    }
}
