package com.lifeverse.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.trigger.match.aws.TriggerIndex;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.event.ruler.Machine;

@Tag("contracts")
class PatternCasesTest {
    /** Consumers that one rule for all their event types feeds, so that they have no pattern of a single type. */
    private static final List<String> WITHOUT_PATTERN =
            List.of("trigger-engine", "session-history", "liveops-timeline", "session-timeline", "event-run");

    record Case(String type, String pattern, String event, boolean matches, String why) {
        @Override
        public String toString() {
            return "%s/%s %s %s: %s".formatted(type, pattern, matches ? "gets" : "does not get", event, why);
        }
    }

    static List<Case> cases() {
        var cases = new ArrayList<Case>();
        for (var type : EventFolders.types()) {
            if (!EventFolders.patterns(type).isEmpty()) {
                EventFolders.cases(type)
                        .forEach(one -> cases.add(new Case(
                                type,
                                one.path("pattern").asText(),
                                one.path("event").asText(),
                                one.path("matches").asBoolean(),
                                one.path("why").asText())));
            }
        }
        return cases;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void patternTakesWhatItsCaseSays(Case one) throws Exception {
        var pattern =
                EventFolders.json(EventFolders.patterns(one.type()).getFirst().resolveSibling(one.pattern() + ".json"));
        var event =
                EventFolders.json(EventFolders.sample(one.type(), one.event())).toString();
        var machine = Machine.builder().build();
        machine.addRule(one.pattern(), pattern.toString());

        assertThat(machine.rulesForJSONEvent(event).contains(one.pattern())).isEqualTo(one.matches());
        assertThat(new TriggerIndex(Map.of(one.pattern(), pattern.toString())).matching(event))
                .hasSize(one.matches() ? 1 : 0);
        assertThat(one.why()).isNotBlank();
    }

    @Test
    void everyConsumerWithARuleOfItsOwnHasAPatternWithCasesOnBothSides() {
        for (var type : EventFolders.types()) {
            var named = EventFolders.patterns(type).stream()
                    .map(PatternCasesTest::consumer)
                    .toList();
            var consumers = EventFolders.about(type)
                    .path("consumers")
                    .valueStream()
                    .map(name -> name.asText())
                    .filter(name -> !WITHOUT_PATTERN.contains(name))
                    .toList();
            assertThat(named).as("patterns of %s", type).containsExactlyInAnyOrderElementsOf(consumers);
            for (var consumer : named) {
                assertThat(cases().stream()
                                .filter(one ->
                                        one.type().equals(type) && one.pattern().equals(consumer))
                                .map(Case::matches))
                        .as("cases of %s/%s", type, consumer)
                        .contains(true, false);
            }
        }
    }

    private static String consumer(Path pattern) {
        return pattern.getFileName().toString().replace(".json", "");
    }
}
