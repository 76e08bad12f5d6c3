package com.lifeverse.liveops.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.lifeverse.liveops.event.Audience;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.event.aws.LiveEventFile;
import com.lifeverse.liveops.event.aws.Vocabulary;
import com.lifeverse.liveops.lint.Finding;
import com.lifeverse.liveops.lint.PlanLint;
import com.lifeverse.liveops.preview.AudienceSample;
import com.lifeverse.liveops.preview.Viewer;
import com.lifeverse.liveops.preview.aws.ProfilePatterns;
import com.lifeverse.liveops.support.Given;
import com.lifeverse.platform.Prices;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class ForecastTest {
    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
    private static final Capacity CAPACITY = new Capacity(
            100_000,
            1_000,
            0.5,
            2,
            1,
            0.2,
            List.of(
                    new Capacity.Quota("requests", 4_000, "requests/s", 1, "a page"),
                    new Capacity.Quota("instances", 1_000, "instances", 0.1, "a page")));

    @Test
    void anEventTakesItsFactorOfEachQuotaAndWithOthersAtTheSameTimeTheirsToo() {
        var feast = event("feast", "2026-12-01T18:00", 2.5, 100);
        var race = event("race", "2026-12-01T20:00", 1.8, 100);
        var later = event("later", "2026-12-03T20:00", 3, 100);

        var alone = forecast(feast, List.of(later), OptionalDouble.empty());
        assertThat(alone.factor()).isEqualTo(2.5);
        assertThat(alone.loads()).extracting(Capacity.Load::used).containsExactly(2_500.0, 250.0);
        assertThat(PlanLint.capacity(alone, CAPACITY)).isEmpty();

        var both = forecast(feast, List.of(race, later), OptionalDouble.empty());
        assertThat(both.factor()).isCloseTo(3.3, within(1e-9));
        assertThat(codes(PlanLint.capacity(both, CAPACITY))).containsExactly("quota-head-room");
        var three =
                forecast(feast, List.of(race, event("parade", "2026-12-01T19:00", 1.8, 100)), OptionalDouble.empty());
        assertThat(PlanLint.capacity(three, CAPACITY))
                .singleElement()
                .satisfies(finding -> assertThat(finding.isError()).isTrue())
                .satisfies(finding -> assertThat(finding.message())
                        .isEqualTo("4.1 times the usual load takes 4,100 of 4,000 requests/s of requests"));
    }

    @Test
    void whatAnEventCostsIsItsFurtherRequestsAndEveryRewardOfEverybody() {
        var feast = event("feast", "2026-12-01T18:00", 3, 50);

        var forecast = forecast(feast, List.of(), OptionalDouble.empty());
        double request = Prices.REQUEST + 2 * Prices.TABLE_READ + Prices.TABLE_WRITE;
        double grants = 50_000 * 2 * (4 * Prices.EVENT + 3 * Prices.TABLE_WRITE + 3 * Prices.FUNCTION_CALL);
        assertThat(forecast.usd()).isCloseTo(4 * 3_600 * 1_000 * 0.5 * 2 * request + grants, within(1e-6));
        assertThat(forecast.most())
                .as("half of all who play, as nobody was looked at")
                .isEqualTo(50_000);
        assertThat(forecast.rewards()).isEqualTo(Map.of("coins", 250_000L, "hat", 50_000L));
        assertThat(forecast(feast, List.of(), OptionalDouble.of(0.1)).rewards())
                .isEqualTo(Map.of("coins", 50_000L, "hat", 10_000L));
        assertThat(forecast(event("usual", "2026-12-01T18:00", 1, 0), List.of(), OptionalDouble.empty())
                        .usd())
                .isZero();
    }

    @Test
    void aSampleSaysForWhichPartOfPlayersAnEventIsAndHowFarThatMayBeWrong() {
        var feast = event("feast", "2026-12-01T18:00", 1, 50);
        var players = IntStream.range(0, 2_000)
                .mapToObj(each -> new Viewer(
                        "ply_" + each,
                        ZoneOffset.UTC,
                        Optional.empty(),
                        "eu-west",
                        Map.of("platform", each % 4 == 0 ? "pc" : "ios")))
                .toList();

        var sample = AudienceSample.of(feast, players, ProfilePatterns::matches);
        assertThat(sample.seen()).isEqualTo(2_000);
        assertThat(sample.share().orElseThrow()).isCloseTo(0.125, within(sample.margin() * 2));
        assertThat(sample.margin()).isCloseTo(0.0145, within(0.002));
        assertThat(AudienceSample.of(feast, List.of(), ProfilePatterns::matches).share())
                .isEmpty();
        assertThat(codes(PlanLint.capacity(forecast(feast, List.of(), OptionalDouble.of(0)), CAPACITY)))
                .containsExactly("empty-audience");
    }

    @Test
    void aDraftOfAWrongPatternIsHeldAgainstNobodyOfASample() {
        var feast = event("feast", "2026-12-01T18:00", 1, 100);
        var players =
                List.of(new Viewer("ply_1", ZoneOffset.UTC, Optional.empty(), "eu-west", Map.of("platform", "pc")));
        Map<String, Object> wrong = Map.of("level", List.of(Map.of("numeric", List.of(">", "x"))));

        assertThat(ProfilePatterns.sample(feast, players).share()).hasValue(1);
        for (var audience :
                List.of(new Audience(List.of(wrong), List.of(), 100), new Audience(List.of(), List.of(wrong), 100))) {
            var draft = Given.event("feast", feast.calendar(), audience, Map.of());
            assertThat(ProfilePatterns.sample(draft, players).seen()).isZero();
            assertThat(codes(Vocabulary.lint().findings(draft, NOW))).contains("no-pattern");
        }
    }

    @Test
    void whatBeginsOrEndsInAFreezeIsAnErrorAndWhatRunsBesideMaintenanceShouldBeThoughtOf() {
        var feast = event("feast", "2026-12-01T18:00", 1, 100);

        assertThat(codes(freezes(feast, "2026-12-01T17:00:00Z", "2026-12-01T18:00:00Z", true)))
                .isEmpty();
        assertThat(codes(freezes(feast, "2026-12-01T18:00:00Z", "2026-12-01T19:00:00Z", true)))
                .containsExactly("freeze");
        assertThat(codes(freezes(feast, "2026-12-01T21:59:00Z", "2026-12-02T19:00:00Z", true)))
                .containsExactly("freeze");
        assertThat(codes(freezes(feast, "2026-12-01T19:00:00Z", "2026-12-01T20:00:00Z", true)))
                .as("it neither begins nor ends")
                .isEmpty();
        assertThat(freezes(feast, "2026-12-01T19:00:00Z", "2026-12-01T20:00:00Z", false))
                .singleElement()
                .satisfies(finding -> assertThat(finding.code()).isEqualTo("clash"))
                .satisfies(finding -> assertThat(finding.isError()).isFalse());
        assertThat(freezes(feast, "2026-12-01T22:00:00Z", "2026-12-01T23:00:00Z", false))
                .isEmpty();
        assertThatThrownBy(() -> new Freeze("never", NOW, NOW, true, "")).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Finding> freezes(LiveEvent event, String from, String until, boolean hard) {
        var freeze = new Freeze("window", Instant.parse(from), Instant.parse(until), hard, "somebody needs it");
        return PlanLint.freezes(event, List.of(freeze), NOW, 5);
    }

    private static Forecast forecast(LiveEvent event, List<LiveEvent> others, OptionalDouble share) {
        return Forecast.of(event, others, CAPACITY, share, NOW, 5);
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }

    private static LiveEvent event(String id, String start, double factor, int percent) {
        var reading = LiveEventFile.read("""
                {"event":"%s","type":"festival","title":{"en":"Feast"},"labels":["seasonal"],"owner":"liveops-europe",
                 "escalation":["liveops-europe"],"runbook":"runbooks/live-event.md","accessibility":"No flashing effects at all.",
                 "when":{"start":"%s","duration":"PT4H","time":"utc"},"audience":{"include":[{"platform":["pc"]}],"percent":%d},
                 "progress":{"trigger":"festival-objective"},"capacity":{"peakFactor":%s},
                 "rewards":[{"tier":1,"at":1,"grant":{"item":"coins","amount":5}},{"tier":2,"at":2,"grant":{"item":"hat","amount":1}}]}""".formatted(id, start, percent, factor));
        return reading instanceof LiveEventFile.Reading.Sound(var file) ? file.event() : failed(reading);
    }

    private static LiveEvent failed(LiveEventFile.Reading reading) {
        throw new AssertionError(reading);
    }
}
