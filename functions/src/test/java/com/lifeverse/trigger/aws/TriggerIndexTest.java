package com.lifeverse.trigger.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.event.ruler.Machine;

@Tag("adapters")
class TriggerIndexTest {
    private static final int PATTERNS = 150;
    private static final int EVENTS = 100;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyVerdictIsThatOfOneMachineWithAllPatterns(long seed) throws Exception {
        var random = new RandomPatterns(seed);
        var patterns = new TreeMap<String, String>();
        var machine = Machine.builder().build();
        for (int number = 0; number < PATTERNS; number++) {
            var pattern = random.pattern();
            assertThat(TriggerIndex.fault(pattern)).as(pattern).isEmpty();
            patterns.put("trigger-" + number, pattern);
            machine.addRule("trigger-" + number, pattern);
        }
        var index = new TriggerIndex(patterns);
        int matches = 0;
        for (int number = 0; number < EVENTS; number++) {
            var event = random.event();
            var expected = new TreeSet<>(machine.rulesForJSONEvent(event));

            assertThat(index.matching(event))
                    .as("seed %d, event %d: %s", seed, number, event)
                    .containsExactlyElementsOf(expected);
            matches += expected.size();
        }
        // Otherwise hardly any pair would show anything.
        assertThat(matches).isGreaterThan(PATTERNS * EVENTS / 50);
    }

    @Test
    void patternsThatMentionAFieldTwiceOrUnderAnAlternativeAreStillFound() throws JsonProcessingException {
        var index = new TriggerIndex(Map.of(
                "either", "{\"a\": {\"$or\": [{\"b\": [\"x\"]}, {\"c\": [\"y\"]}]}}",
                "dotted", "{\"a.b\": [\"x\"]}",
                "twice", "{\"a.c\": [\"y\"], \"a\": {\"c\": [\"y\"]}}",
                "plain", "{\"a\": {\"b\": [\"x\"]}}"));

        assertThat(index.matching("{\"a\": {\"b\": \"x\"}}")).containsExactly("dotted", "either", "plain");
        assertThat(index.matching("{\"a.b\": [\"z\", \"x\"]}")).containsExactly("dotted", "either", "plain");
        assertThat(index.matching("{\"a\": [{\"c\": \"y\"}]}")).containsExactly("either", "twice");
    }

    @Test
    void eventThatNoTriggerWantsMatchesNothing() throws JsonProcessingException {
        var index = new TriggerIndex(Map.of("wins", "{\"detail-type\": [\"match.ended.v1\"]}"));

        assertThat(index.matching("{\"detail-type\": \"photo.taken.v1\"}")).isEmpty();
        assertThat(new TriggerIndex(Map.of()).matching("{}")).isEmpty();
    }

    @Test
    void matcherIsCompiledOnlyForWhatEventsSay() throws JsonProcessingException {
        // A pattern that cannot be compiled shows whether it was.
        var index = new TriggerIndex(Map.of(
                "broken", "{\"detail-type\": [\"photo.taken.v1\"], \"x\": [{\"no-such\": 1}]}",
                "wins", "{\"detail-type\": [\"match.ended.v1\"]}"));

        assertThat(index.matching("{\"detail-type\": \"match.ended.v1\"}")).containsExactly("wins");
    }

    @Test
    void fiveThousandTriggersOnMapsAreFiledUnderTheirMap() throws JsonProcessingException {
        var patterns = new TreeMap<String, String>();
        for (int map = 0; map < 5_000; map++) {
            patterns.put(
                    "on-map-" + map,
                    "{\"detail-type\": [\"match.ended.v1\"], \"detail\": {\"payload\": {\"map\": [\"m%d\"], \"score\": [{\"numeric\": [\">=\", %d]}]}}}"
                            .formatted(map, map % 7));
        }
        var index = new TriggerIndex(patterns);

        assertThat(
                        index.matching(
                                "{\"detail-type\": \"match.ended.v1\", \"detail\": {\"payload\": {\"map\": \"m4711\", \"score\": 9}}}"))
                .isEqualTo(List.of("on-map-4711"));
    }

    @Test
    void faultOfAPatternSaysWhatIsWrong() {
        assertThat(TriggerIndex.fault("{\"a\": [{\"prefixx\": \"b\"}]}"))
                .get()
                .asString()
                .contains("prefixx");
        assertThat(TriggerIndex.fault("{\"a\": \"b\"}")).isPresent();
        assertThat(TriggerIndex.fault("{}")).isPresent();
        assertThatIllegalArgumentException().isThrownBy(() -> new TriggerIndex(Map.of("broken", "{")));
    }
}
