package com.lifeverse.liveops.lint;

import static com.lifeverse.liveops.support.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.lifeverse.liveops.calendar.Clocks;
import com.lifeverse.liveops.event.Audience;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.event.LiveEvent.Progress;
import com.lifeverse.liveops.event.LiveEvent.Reward;
import com.lifeverse.liveops.support.Given;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class EventLintTest {
    private static final LiveEvent FEAST = Given.event(Given.calendar("2027-03-01T18:00", "P1D", new Clocks.Utc()));

    @Test
    void nothingIsSaidOfAnEventThatIsAsItShouldBe() {
        assertThat(Given.lint().findings(FEAST, NOW)).isEmpty();
    }

    @Test
    void aLabelOutsideOfTheTaxonomyIsAnErrorAtItsPlace() {
        var strange = Given.with(FEAST, Given.about(Map.of("en", "Feast"), List.of("seasonal", "festive")));

        assertThat(Given.lint().findings(strange, NOW))
                .containsExactly(Finding.error("unknown-label", "/labels/1", "is not in events/taxonomy.yaml"));
    }

    @Test
    void aTitleWithoutTheLanguageOfLastResortIsAnError() {
        var german = Given.with(FEAST, Given.about(Map.of("de", "Fest"), List.of("seasonal")));

        assertThat(Given.codes(Given.lint().findings(german, NOW))).containsExactly("no-fallback-text");
    }

    @Test
    void rewardsAskForProgressAndForMoreOfItFromTierToTier() {
        var tiers = List.of(new Reward(1, 3, "lantern", 1), new Reward(3, 3, "kite", 1));
        var without = Given.with(FEAST, Optional.empty(), tiers, List.of());
        var with = Given.with(FEAST, Optional.of(new Progress("lit", false)), tiers, List.of());

        assertThat(Given.codes(Given.lint().findings(without, NOW)))
                .containsExactly("no-progress", "tier-order", "tier-order");
        assertThat(Given.lint().findings(with, NOW))
                .extracting(Finding::pointer)
                .containsExactly("/rewards/1/tier", "/rewards/1/at");
    }

    @Test
    void aRewardIsOfAnItemThatThereIs() {
        var tiers = List.of(new Reward(1, 3, "lantern", 1), new Reward(2, 5, "moon", 1));
        var event = Given.with(FEAST, Optional.of(new Progress("lit", false)), tiers, List.of());

        assertThat(Given.lint().findings(event, NOW))
                .containsExactly(Finding.error(
                        "unknown-item", "/rewards/1/grant/item", "must be an item of events/taxonomy.yaml"));
    }

    @Test
    void whatPlayersReadIsATextThatCanBeShown() {
        for (var wrong : List.of("", " ", "Fe\u0007st", "Fe\u0000st", "Fe\nst", "Fe\uD800st", "x".repeat(121))) {
            var event = Given.with(FEAST, Given.about(Map.of("en", "Feast", "de", wrong), List.of("seasonal")));
            assertThat(Given.lint().findings(event, NOW))
                    .as(wrong)
                    .extracting(Finding::code, Finding::pointer)
                    .containsExactly(tuple("no-text", "/title/de"));
        }
        var fine = Map.of("en", "Feast \uD83C\uDF86", "ja", "\u5B63\u7BC0", "de", "\uD83C\uDF86".repeat(120));
        assertThat(Given.lint().findings(Given.with(FEAST, Given.about(fine, List.of("seasonal"))), NOW))
                .isEmpty();
    }

    @Test
    void anAudienceIsMadeOfPatternsThatTheMatcherTakesAndOfPlatformsThatThereAre() {
        var wrong = audience(List.of(Map.of("wrong", List.of("x"))), List.of(), 100);
        var toaster = audience(List.of(Map.of("platform", List.of("pc", "toaster"))), List.of(), 100);

        assertThat(Given.lint().findings(wrong, NOW))
                .containsExactly(Finding.error("no-pattern", "/audience/include/0", "is wrong"));
        assertThat(Given.lint().findings(toaster, NOW))
                .containsExactly(Finding.error("unknown-platform", "/audience/include", "the game is not on toaster"));
    }

    @Test
    void anAudienceThatNobodyCanBeInIsNoticed() {
        Map<String, Object> pc = Map.of("platform", List.of("pc"));

        assertThat(Given.codes(Given.lint().findings(audience(List.of(pc), List.of(pc), 100), NOW)))
                .containsExactly("audience-unreachable");
        assertThat(Given.codes(Given.lint().findings(audience(List.of(pc), List.of(), 0), NOW)))
                .containsExactly("nobody");
    }

    private static LiveEvent audience(
            List<Map<String, Object>> include, List<Map<String, Object>> exclude, int percent) {
        return Given.event("feast", FEAST.calendar(), new Audience(include, exclude, percent), Map.of());
    }
}
