package com.lifeverse.trigger.match.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.pattern.PatternReading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.event.ruler.Machine;

/**
 * The index finds what event-ruler finds with a machine for each pattern. {@code -Dlifeverse.pairs=N} holds that many pairs of trigger and
 * event together, {@code -Dlifeverse.seed=S} others than usual; a difference names the seed of its patterns.
 */
@Tag("adapters")
class VerdictsTest {
    private static final long PAIRS = Long.getLong("lifeverse.pairs", 100_000);
    private static final long SEED = Long.getLong("lifeverse.seed", 1);
    private static final int PATTERNS = 100;
    private static final int EVENTS = 100;

    private final List<String> differences = new ArrayList<>();
    private final Map<String, Long> pairsBy = new TreeMap<>();
    private final Map<String, Long> matchesBy = new TreeMap<>();
    private long pairs;
    private long matches;

    @Test
    void everyVerdictIsThatOfThePatternsOwnMachine() throws Exception {
        for (long round = 0; round < PAIRS / PATTERNS / EVENTS; round++) {
            play(SEED * 1_000_003L + round);
        }
        assertThat(differences).isEmpty();
        // Otherwise hardly any pair would show anything.
        assertThat(matches).as("pairs that match").isBetween(PAIRS / 10, PAIRS / 2);
        assertThat(pairsBy.keySet()).isEqualTo(Operators.ALL);
        assertThat(Operators.ALL)
                .allSatisfy(operator -> assertThat(matchesBy.getOrDefault(operator, 0L))
                        .as(operator)
                        .isPositive()
                        .isLessThan(pairsBy.get(operator)));
        System.out.println("counted: %d pairs, %d matching".formatted(pairs, matches));
        matchesBy.forEach((operator, count) -> System.out.println("counted: %d with %s, %d matching with %s"
                .formatted(pairsBy.get(operator), operator, count, operator)));
    }

    @Test
    void inAMachineWithAnotherAPatternCanMatchWhatItDoesNotMatchAlone() throws Exception {
        // Why no two patterns share a machine. If this fails, event-ruler has been mended, and they might.
        var other = "{\"outcome\": [\"draw\"], \"$or\": [{\"mode\": [{\"wildcard\": \"*\"}, {\"wildcard\": \"w*n\"}]},"
                + " {\"outcome\": [{\"anything-but\": [\"loss\"]}]}]}";
        var pattern =
                "{\"type\": [\"match\"], \"mode\": [{\"suffix\": {\"equals-ignore-case\": \"in\"}}, {\"prefix\": \"l\"}]}";
        var event = "{\"type\": \"match\", \"mode\": \"Winner\"}";
        var shared = Machine.builder().build();
        shared.addRule("other", other);
        shared.addRule("pattern", pattern);

        assertThat(shared.rulesForJSONEvent(event)).containsExactly("pattern");
        assertThat(new TriggerIndex(Map.of("other", other, "pattern", pattern)).matching(event))
                .isEmpty();
    }

    @Test
    void absenceUnderAnAlternativeIsWhereTheMatcherContradictsItself() throws Exception {
        // Why Absences refuses such a pattern. If this fails, event-ruler has been mended, and it need not.
        var pattern = "{\"score\": [{\"numeric\": [\"<\", 1]}], \"address\": [{\"cidr\": \"10.0.0.0/21\"}], \"$or\": ["
                + "{\"map\": [{\"prefix\": {\"equals-ignore-case\": \"w\"}}, {\"exists\": false}]},"
                + " {\"map\": [{\"anything-but\": {\"suffix\": [\"n\", \"p\"]}}, {\"exists\": false}]}]}";
        var verdicts = new HashSet<Integer>();
        for (int attempt = 0; attempt < 50; attempt++) {
            var machine = Machine.builder().build();
            machine.addRule("pattern", pattern);
            int matching = 0;
            for (var map :
                    List.of("", ",\"map\":\"Winner\"", ",\"map\":\"win\"", ",\"map\":\"loss\"", ",\"map\":null")) {
                var event = "{\"score\":0,\"address\":\"10.0.0.1\"%s}".formatted(map);
                matching += machine.rulesForJSONEvent(event).size();
            }
            verdicts.add(matching);
        }

        assertThat(verdicts).hasSizeGreaterThan(1);
        assertThat(Absences.fault(Json.read(pattern))).get().asString().contains("map");
    }

    private void play(long seed) throws Exception {
        var random = new RandomPatterns(seed);
        var patterns = new TreeMap<String, String>();
        var machines = new TreeMap<String, Machine>();
        var operators = new TreeMap<String, Set<String>>();
        while (patterns.size() < PATTERNS) {
            var pattern = random.pattern();
            if (PatternReading.of(pattern) instanceof PatternReading.Taken(var machine)) {
                var name = "trigger-" + patterns.size();
                patterns.put(name, pattern);
                machines.put(name, machine);
                operators.put(name, Operators.of(pattern));
            }
        }
        var index = new TriggerIndex(patterns);
        for (int number = 0; number < EVENTS; number++) {
            var event = random.event();
            var expected = new ArrayList<String>();
            for (var machine : machines.entrySet()) {
                if (!machine.getValue().rulesForJSONEvent(event).isEmpty()) {
                    expected.add(machine.getKey());
                }
            }
            var found = index.matching(event);
            if (!found.equals(expected)) {
                differences.add("seed %d: %s finds %s, not %s".formatted(seed, event, found, expected));
            }
            matches += expected.size();
            pairs += patterns.size();
            operators.values().forEach(used -> count(used, pairsBy));
            expected.forEach(name -> count(operators.getOrDefault(name, Set.of()), matchesBy));
        }
    }

    private static void count(Set<String> operators, Map<String, Long> counts) {
        operators.forEach(operator -> counts.merge(operator, 1L, Long::sum));
    }
}
