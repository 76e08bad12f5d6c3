package com.lifeverse.trigger.match.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.pattern.PatternReading;
import java.util.Map;
import java.util.Optional;

/** Why a pattern is not taken: AWS's reason where AWS refuses it, ours where the matcher cannot be trusted with it. */
public final class PatternFault {
    private PatternFault() {}

    // Where in its text the matcher's reader was: the text is ours, and nobody has it before them.
    private static String brief(String reason) {
        int tail = reason.indexOf("\n at [Source");
        return tail < 0 ? reason : reason.substring(0, tail);
    }

    /** The reason; empty if the pattern is fine. */
    public static Optional<String> of(Map<String, Object> pattern) {
        var document = Json.mapper().<JsonNode>valueToTree(pattern);
        // Before a machine is built of it, which takes as long as there are combinations.
        var combinations = Combinations.fault(document);
        if (combinations.isPresent()) {
            return combinations;
        }
        return switch (PatternReading.of(Json.write(pattern))) {
            case PatternReading.Refused(var reason) -> Optional.of(brief(reason));
            case PatternReading.Taken _ -> Absences.fault(document).or(() -> Replacements.fault(document));
        };
    }
}
