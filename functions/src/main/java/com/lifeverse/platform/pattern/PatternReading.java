package com.lifeverse.platform.pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import software.amazon.event.ruler.Machine;
import software.amazon.event.ruler.MachineComplexityEvaluator;

/**
 * What comes of reading an event pattern: what EventBridge would say to it, as far as its recorded answers tell. Judged by the
 * matcher that AWS itself publishes.
 */
public sealed interface PatternReading {
    /** It is one; the machine holds it alone, under the name {@code pattern}. */
    record Taken(Machine machine) implements PatternReading {}

    /** EventBridge refuses it, for this reason in its own words. */
    record Refused(String reason) implements PatternReading {}

    /** Reads a pattern from its literal text, which matters where a key occurs twice. */
    static PatternReading of(String text) {
        var machine = Machine.builder().build();
        try {
            machine.addRule("pattern", text);
        } catch (IOException | RuntimeException e) {
            return new Refused(Reasons.reason(text, String.valueOf(e.getMessage())));
        }
        int complexity = machine.evaluateComplexity(new MachineComplexityEvaluator(Reasons.MOST_COMPLEX + 1));
        return complexity > Reasons.MOST_COMPLEX ? new Refused(Reasons.TOO_COMPLEX) : new Taken(machine);
    }

    /** The reasons, where EventBridge words them otherwise than the matcher. */
    final class Reasons {
        /** How complex AWS lets a pattern's wildcards be is not told; 7 is accepted and 11 refused. */
        private static final int MOST_COMPLEX = 10;

        private static final String TOO_COMPLEX =
                "Rule is too complex - try using fewer wildcard characters or fewer repeating character sequences after a"
                        + " wildcard character";

        // Of a key that is given twice, the last counts, here as on AWS.
        private static final ObjectMapper LENIENT = new ObjectMapper();

        private Reasons() {}

        private static String reason(String pattern, String said) {
            if (said.startsWith("prefix/suffix match pattern must be a string") && hasNestedObject(pattern)) {
                return "Value of anything-but must be an array or single string/number value.";
            }
            return said.replace("anything-but/ignore-case", "anything-but/equals-ignore-case")
                    .replace("Unsupported anything-but pattern: wildcard", "wildcard match pattern must be a string");
        }

        private static boolean hasNestedObject(String pattern) {
            try {
                return hasNestedObject(LENIENT.readTree(pattern));
            } catch (JsonProcessingException _) {
                // What is not JSON holds nothing; the matcher has said what is wrong with it.
                return false;
            }
        }

        /** True if an anything-but holds an object in which there is another one. */
        private static boolean hasNestedObject(JsonNode node) {
            for (var inner : node.path("anything-but")) {
                if (inner.isObject()) {
                    return true;
                }
            }
            for (var inner : node) {
                if (hasNestedObject(inner)) {
                    return true;
                }
            }
            return false;
        }
    }
}
