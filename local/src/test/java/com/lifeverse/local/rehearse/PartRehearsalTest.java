package com.lifeverse.local.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.liveops.event.aws.LiveEventFile;
import com.lifeverse.liveops.event.aws.LiveEventFile.Reading;
import com.lifeverse.local.kernel.Crossing;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.simulate.fault.Fault;
import com.lifeverse.local.simulate.fault.FaultPlan;
import com.lifeverse.local.simulate.world.Snapshot;
import com.lifeverse.local.stack.Game;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Bots take part in the event that is rehearsed, and what is wrong with what they get for it is found. */
@Tag("stack")
final class PartRehearsalTest {
    private static final Path HOME = Path.of(System.getProperty("lifeverse.home", ".."));
    private static final String FEAST = """
            {"event":"feast","type":"festival","title":{"en":"Feast"},"labels":["seasonal"],"owner":"liveops-europe",
             "escalation":["liveops-europe"],"runbook":"runbooks/live-event.md","accessibility":"No flashing effects at all.",
             "when":{"start":"2026-12-01T14:00","duration":"PT2H","time":"utc"},
             "audience":{"include":[{"platform":["pc","switch"]}],"percent":100},
             "phases":{"preview":"PT1H","endingSoon":"PT30M","review":"PT30M"},"overrides":{"xp.multiplier":2},
             "join":{"explicit":true},"progress":{"trigger":"festival-objective"},
             "rewards":[{"tier":1,"at":3,"grant":{"item":"lantern","amount":1}},{"tier":2,"at":10,"grant":{"item":"dragon-kite","amount":1}}],
             "messages":[{"at":"start","offset":"-PT30M","message":"feast-soon"},{"at":"end","message":"feast-over"}]}""";

    private static final int PLAYERS = 12;
    private static final long SEED = 5;
    private static final Snapshot STAGE =
            Rehearsal.stage(Script.of(read(FEAST), List.of(), PLAYERS, SEED, Instant.EPOCH, 1), Game.assembly());

    @Test
    void whatBotsComeToByTheirOwnCountIsWhatTheyAreGivenByClaimsAndBySettlement() throws Exception {
        var performance = play(Rehearsal.of(script(FEAST)));

        assertThat(performance.findings()).isEmpty();
        assertThat(performance.reckoning().tiers()).hasSize(2).allSatisfy(tier -> {
            assertThat(tier.reached()).isPositive().isEqualTo(tier.claimed() + tier.settled());
            assertThat(tier.granted()).isEqualTo(tier.reached());
            assertThat(tier.owed()).isZero();
        });
        var report = new ReportJson(performance, List.of());
        var part = report.result().path("participation");
        assertThat(part.path("joined").asInt()).isPositive();
        assertThat(part.path("refused")).isNotEmpty();
        assertThat(part.path("counted").asInt())
                .isPositive()
                .isLessThan(part.path("did").asInt());
        assertThat(part.at("/messagesExpected/feast-over").asInt())
                .isPositive()
                .isEqualTo(report.result().at("/messages/feast-over").asInt());
        assertThat(part.at("/settlements/0/closedAt").asText()).isNotEmpty();
        assertThat(new ReportPage(performance, List.of()).html())
                .contains("rewards settled", "tier 2", "POST /v1/live-events/{}/claims", "polyline")
                .doesNotContain("src=", "href=", "<script");
        assertThat(new ReportJson(play(Rehearsal.of(script(FEAST))), List.of())
                        .result()
                        .toPrettyString())
                .as("the same seed is the same rehearsal")
                .isEqualTo(report.result().toPrettyString());
    }

    @Test
    void rewardsThatNobodyEntersAndMatchesThatNobodyCountsAreFound() throws Exception {
        assertThat(found(Rehearsal.of(script(FEAST)).with(failing("RewardFunction"))))
                .contains("reward-missing")
                .doesNotContain("reward-doubled", "wrong-progress", "settlement-late", "message-missing");
        assertThat(found(Rehearsal.of(script(FEAST)).with(failing("ProgressFunction"))))
                .contains("wrong-progress", "reward-missing");
    }

    @Test
    void aSettlementThatDoesNotEndAndMessagesThatNobodyTellsAreFound() throws Exception {
        assertThat(found(Rehearsal.of(script(FEAST)).with(failing("SettlementFunction", "EventMessageFunction"))))
                .contains("settlement-late", "reward-missing", "message-missing")
                .doesNotContain("reward-doubled", "message-doubled", "wrong-progress");
    }

    @Test
    void aLedgerThatEntersTwiceAndMessagesThatComeTwiceAreFound() throws Exception {
        assertThat(found(Rehearsal.of(script(FEAST)).tampered(Twice::of)))
                .contains("reward-doubled", "message-doubled")
                .doesNotContain("reward-missing", "message-missing", "wrong-progress");
    }

    @Test
    void whoIsNotLetInAlthoughTheEventIsMeantForThemIsFound() throws Exception {
        var narrow = FEAST.replace("\"percent\":100", "\"percent\":50");
        assertThat(found(Rehearsal.of(script(narrow)).meaning(read(FEAST).event())))
                .contains("join-refused");
    }

    @Test
    void aGoalOfMillionsIsBroughtDownToWhatSoManyBotsCanReach() throws Exception {
        var forest = FEAST.replace("\"explicit\":true", "\"explicit\":false")
                .replace("{\"trigger\":\"festival-objective\"}", "{\"trigger\":\"tree-planted\",\"scope\":\"global\"}")
                .replace("\"at\":3,", "\"at\":100000,")
                .replace("\"at\":10,", "\"at\":1000000,");
        var performance = play(Rehearsal.of(script(forest)));

        assertThat(performance.findings()).isEmpty();
        assertThat(performance.reckoning().tiers()).first().satisfies(tier -> {
            assertThat(tier.written()).isEqualTo(100_000);
            assertThat(tier.reward().at()).isLessThan(PLAYERS * 12);
            assertThat(tier.reached()).isPositive();
        });
        assertThat(new PartReport(performance).cameIn()).isPositive();
    }

    private static List<String> found(Rehearsal rehearsal) {
        return play(rehearsal).findings().stream()
                .map(Performance.Finding::code)
                .distinct()
                .toList();
    }

    /** Nothing that these functions ask of a service is done. */
    private static FaultPlan failing(String... functions) {
        return crossing ->
                crossing.kind() == Crossing.Kind.CALL && Stream.of(functions).anyMatch(crossing.from()::contains)
                        ? new Fault.Throttled()
                        : new Fault.None();
    }

    private static Performance play(Rehearsal rehearsal) {
        return rehearsal.play(STAGE, _ -> {});
    }

    private static Script script(String document) throws IOException, ScriptFile.Faulty {
        var file = read(document);
        return Script.of(file, List.of(), PLAYERS, SEED, Instant.EPOCH, 1)
                .with(Part.of(file.event().progress().orElseThrow().trigger(), HOME));
    }

    private static LiveEventFile read(String document) {
        return LiveEventFile.read(Json.read(document)) instanceof Reading.Sound(var file) ? file : fail(document);
    }

    private static LiveEventFile fail(String document) {
        throw new AssertionError("Not an event: " + document);
    }
}
