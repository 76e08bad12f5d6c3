package com.lifeverse.trigger.match.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.pattern.PatternReading;
import com.lifeverse.trigger.explain.Condition;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("adapters")
class JudgeTest {
    private static final int PAIRS = 2_000;

    @Test
    void eachConditionSaysWhatItSawAndHowLittleWasLacking() throws JsonProcessingException {
        assertThat(conditions(
                        "{\"outcome\": [\"win\"], \"score\": [{\"numeric\": [\">=\", 100]}], \"map\": [\"plaza\"]}",
                        "{\"outcome\": \"WIN\", \"score\": 97, \"mode\": \"duel\"}"))
                .containsExactly(
                        new Condition(
                                "/when/outcome", "[\"win\"]", "\"WIN\"", false, "differs in upper and lower case only"),
                        new Condition("/when/score", "[{\"numeric\":[\">=\",100]}]", "97", false, "3 too low"),
                        new Condition("/when/map", "[\"plaza\"]", "nothing", false, ""));
    }

    @Test
    void conditionsOfOneListElementEachAreToldNotToHoldTogether() throws JsonProcessingException {
        var found = conditions(
                "{\"items\": {\"kind\": [\"lantern\"], \"count\": [2]}}",
                "{\"items\": [{\"kind\": \"lantern\", \"count\": 1}, {\"kind\": \"kite\", \"count\": 2}]}");

        assertThat(found.subList(0, 2)).allMatch(Condition::met);
        assertThat(found.getLast().met()).isFalse();
        assertThat(found.getLast().saw()).isEqualTo("not together");
    }

    @Test
    void alternativeThatIsNotNeededDoesNotStopAnything() throws JsonProcessingException {
        var found = conditions("{\"$or\": [{\"a\": [1]}, {\"b\": [2]}]}", "{\"a\": 1}");

        assertThat(found).allMatch(Condition::met);
        assertThat(found.get(1).saw()).isEqualTo("nothing, not needed");
    }

    @Test
    void allConditionsAreMetExactlyIfTheMatcherTakesTheEvent() throws Exception {
        var random = new RandomPatterns(4);
        for (int pair = 0; pair < PAIRS; pair++) {
            var pattern = random.pattern();
            var event = random.event();
            if (!event.startsWith("{\"source\":\"lifeverse.session\",")
                    && PatternReading.of(pattern) instanceof PatternReading.Taken(var machine)) {
                assertThat(conditions(pattern, event).stream().allMatch(Condition::met))
                        .as("%s for %s", pattern, event)
                        .isEqualTo(!machine.rulesForJSONEvent(event).isEmpty());
            }
        }
    }

    private static List<Condition> conditions(String pattern, String event) throws JsonProcessingException {
        return Judge.conditions("/when", (ObjectNode) Json.read(pattern), Json.read(event));
    }
}
