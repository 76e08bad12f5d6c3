package com.lifeverse.liveops.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.liveops.calendar.Clocks;
import com.lifeverse.liveops.event.Audience;
import com.lifeverse.liveops.flag.Flag;
import com.lifeverse.liveops.flag.Flags;
import com.lifeverse.liveops.support.Given;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class FlagLintTest {
    private static final Flags FLAGS = new Flags(new TreeMap<>(Map.of(
            "xp", new Flag("xp", Flag.Type.NUMBER, 1, List.of(), "Experience.", "economy"),
            "crowd",
                    new Flag(
                            "crowd",
                            Flag.Type.OBJECT,
                            Map.of("players", 40, "walkers", Map.of("lanterns", true)),
                            List.of(),
                            "Who is there.",
                            "world"))));

    @Test
    void whatNoFlagIsDeclaredForIsAWarningAndWhatDoesNotFitAnError() {
        assertThat(findings(Map.of("xq", 2, "xp", "much")))
                .containsExactlyInAnyOrder(
                        Finding.warning(
                                "undeclared-flag",
                                "/overrides/xq",
                                "is not in flags/flags.yaml: the game may know of none"),
                        Finding.error("flag-type", "/overrides/xp", "must be a number"));
        assertThat(findings(Map.of("xp", 1.5, "crowd", Map.of("players", 3)))).isEmpty();
    }

    @Test
    void aMemberOfAnObjectKeepsTheKindThatItHasInTheDefault() {
        assertThat(findings(Map.of("crowd", Map.of("walkers", Map.of("lanterns", "many", "hats", 3)))))
                .extracting(Finding::pointer)
                .containsExactly("/overrides/crowd/walkers/lanterns");
    }

    @Test
    void nullFitsEveryFlagForItTakesAway() {
        var taken = new HashMap<String, Object>();
        taken.put("xp", null);

        assertThat(findings(taken)).isEmpty();
    }

    @Test
    void whereNoFlagIsDeclaredNothingIsSaid() {
        assertThat(FlagLint.findings(event(Map.of("xq", 2)), Flags.NONE)).isEmpty();
    }

    private static List<Finding> findings(Map<String, Object> overrides) {
        return FlagLint.findings(event(overrides), FLAGS);
    }

    private static com.lifeverse.liveops.event.LiveEvent event(Map<String, Object> overrides) {
        return Given.event(
                "feast", Given.calendar("2027-03-10T18:00", "PT1H", new Clocks.Utc()), Audience.ALL, overrides);
    }
}
