package com.lifeverse.trigger.match.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("adapters")
class TriggerIndexTest {
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
    void numbersOfAnySizeFindTheirRanges() throws JsonProcessingException {
        var index = new TriggerIndex(Map.of(
                "huge", "{\"a\": [1e30]}",
                "half", "{\"a\": [{\"numeric\": [\">\", 0.4, \"<\", 0.6]}]}",
                "wide", "{\"a\": [{\"numeric\": [\">=\", -1000, \"<=\", 100000]}]}",
                "high", "{\"a\": [{\"numeric\": [\">\", 100000]}]}",
                "low", "{\"a\": [{\"numeric\": [\"<\", -1000]}]}"));

        assertThat(index.matching("{\"a\": 1e30}")).contains("huge");
        assertThat(index.matching("{\"a\": 0.5}")).containsExactly("half", "wide");
        assertThat(index.matching("{\"a\": -1000}")).containsExactly("wide");
        assertThat(index.matching("{\"a\": 100000}")).containsExactly("wide");
        assertThat(index.matching("{\"a\": 100001}")).containsExactly("high");
        assertThat(index.matching("{\"a\": -1000.5}")).containsExactly("low");
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
    void patternThatIsNotJsonIsNotFiled() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TriggerIndex(Map.of("broken", "{")));
    }

    @Test
    void halfACharacterIsWhatTheMatcherTakesItFor() throws JsonProcessingException {
        var index = new TriggerIndex(
                Map.of("other", "{\"a\": [{\"anything-but\": \"?\"}]}", "same", "{\"a\": [\"\\ud800\"]}"));

        assertThat(index.matching("{\"a\": \"\\ud800\"}")).containsExactly("same");
    }

    @Test
    void whatIsNoEventIsRefused() {
        var index = new TriggerIndex(Map.of("wins", "{\"detail-type\": [\"match.ended.v1\"]}"));

        assertThatIllegalArgumentException().isThrownBy(() -> index.matching("[]"));
        assertThatThrownBy(() -> index.matching("{\"detail-type\": ")).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void patternsWithoutAnyLiteralAreFiledByHowTheirTextsBeginAndEnd() throws JsonProcessingException {
        var index = new TriggerIndex(Map.of(
                "matches", "{\"detail-type\": [{\"prefix\": \"match.\"}]}",
                "first", "{\"detail-type\": [{\"suffix\": \".v1\"}]}",
                "ended", "{\"detail-type\": [{\"wildcard\": \"match.*.v1\"}]}",
                "high", "{\"score\": [{\"numeric\": [\">\", 9]}]}",
                "no-mode", "{\"mode\": [{\"exists\": false}]}"));

        assertThat(index.matching("{\"detail-type\": \"match.ended.v1\", \"mode\": \"duel\"}"))
                .containsExactly("ended", "first", "matches");
        assertThat(index.matching("{\"detail-type\": \"photo.taken.v2\", \"score\": 9.5}"))
                .containsExactly("high", "no-mode");
    }
}
