package com.lifeverse.liveops.flag;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.liveops.flag.Layer.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("rules")
final class FlagRulesTest {
    @ParameterizedTest(name = "default {0}, variant {1}, event {2}, experiment {3}: {4}")
    @CsvSource({
        "1,  ,  ,  , 1",
        "1, 2,  ,  , 2",
        "1, 2, 3,  , 3",
        "1, 2, 3, 4, 4",
        "1,  , 3,  , 3",
        "1, 2,  , 4, 4",
        " ,  , 3,  , 3",
    })
    void anExperimentGoesBeforeALiveEventThatBeforeAVariantThatBeforeTheDefault(
            Integer standard, Integer variant, Integer event, Integer experiment, int value) {
        var layers = new ArrayList<Layer>();
        add(layers, Kind.EXPERIMENT, experiment);
        add(layers, Kind.DEFAULT, standard);
        add(layers, Kind.LIVE_EVENT, event);
        add(layers, Kind.VARIANT, variant);

        assertThat(FlagRules.value(layers)).contains(value);
        Collections.reverse(layers);
        assertThat(FlagRules.value(layers)).as("in whichever order they come").contains(value);
    }

    @Test
    void aLayerThatDoesNotHoldIsInTheChainAndChangesNothing() {
        var layers = List.of(
                new Layer(Kind.DEFAULT, "xp", Optional.of(1), true),
                new Layer(Kind.LIVE_EVENT, "feast", Optional.of(2), false));

        assertThat(FlagRules.value(layers)).contains(1);
        assertThat(FlagRules.ordered(layers)).hasSize(2);
    }

    @Test
    void objectsAreLaidOverEachOtherMemberByMemberAndNullTakesOneAway() {
        var standard = Map.of("players", 40, "walkers", Map.of("density", 0.6, "lanterns", true));
        var patch = new HashMap<String, @Nullable Object>(Map.of("walkers", with("lanterns", null, "hats", 3)));

        assertThat(FlagRules.merged(standard, patch))
                .isEqualTo(Map.of("players", 40, "walkers", Map.of("density", 0.6, "hats", 3)));
        assertThat(FlagRules.merged(standard, 7))
                .as("what is no object replaces")
                .isEqualTo(7);
        assertThat(FlagRules.merged(7, with("a", 1, "b", null)))
                .as("and is replaced; null leaves no trace")
                .isEqualTo(Map.of("a", 1));
    }

    @Test
    void nullTakesAFlagAwayWhateverIsBelow() {
        var layers = List.of(
                new Layer(Kind.DEFAULT, "xp", Optional.of(1), true),
                new Layer(Kind.LIVE_EVENT, "feast", Optional.empty(), true));

        assertThat(FlagRules.value(layers)).isEmpty();
    }

    @Test
    void ofSeveralVariantsThatAreForAPlayerTheFirstCounts() {
        var flag = new Flag(
                "xp",
                Flag.Type.INTEGER,
                1,
                List.of(
                        new Flag.Variant("ios", Map.of("platform", "ios"), 2),
                        new Flag.Variant("phones", Map.of(), 3),
                        new Flag.Variant("all", Map.of(), 4)),
                "Experience.",
                "economy");

        assertThat(FlagRules.value(own(flag, "ios"))).contains(2);
        assertThat(FlagRules.value(own(flag, "pc"))).contains(3);
        assertThat(own(flag, "pc")).extracting(Layer::holds).containsExactly(true, false, true, false);
    }

    private static List<Layer> own(Flag flag, String platform) {
        return FlagRules.own(
                flag,
                Map.of("platform", platform),
                (pattern, profile) -> profile.entrySet().containsAll(pattern.entrySet()));
    }

    private static void add(List<Layer> layers, Kind kind, Integer value) {
        if (value != null) {
            layers.add(new Layer(kind, "x", Optional.of(value), true));
        }
    }

    private static Map<String, @Nullable Object> with(
            String one, @Nullable Object first, String other, @Nullable Object second) {
        var map = new HashMap<String, @Nullable Object>();
        map.put(one, first);
        map.put(other, second);
        return map;
    }
}
