package com.lifeverse.local.workflow.language;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the Retry part of a state. Defaults: 1 s, 3 attempts, rate 2, no jitter. */
final class RetryReader {
    private static final Set<String> FIELDS = Set.of(
            "ErrorEquals",
            "IntervalSeconds",
            "MaxAttempts",
            "BackoffRate",
            "MaxDelaySeconds",
            "JitterStrategy",
            "Comment");

    private static final int MOST = 99_999_999;

    /** {@code MaxDelaySeconds} is less than 31,622,400. */
    private static final int A_YEAR = 31_622_399;

    private RetryReader() {}

    static List<Retrier> retriers(Problems problems, String pointer, JsonNode body) {
        var retriers = new ArrayList<Retrier>();
        var entries = body.path("Retry");
        for (var entry : entries) {
            var place = pointer + "/Retry[" + retriers.size() + "]";
            problems.unknown(place, entry, FIELDS);
            boolean last = retriers.size() == entries.size() - 1;
            retriers.add(new Retrier(
                    errors(problems, place, entry, last),
                    Duration.ofSeconds(whole(problems, place, entry, "IntervalSeconds", 1, 1, MOST)),
                    whole(problems, place, entry, "MaxAttempts", 3, 0, MOST),
                    number(problems, place, entry, "BackoffRate", 2, 1),
                    entry.has("MaxDelaySeconds")
                            ? Optional.of(
                                    Duration.ofSeconds(whole(problems, place, entry, "MaxDelaySeconds", 1, 1, A_YEAR)))
                            : Optional.empty(),
                    jitter(problems, place, entry)));
        }
        return List.copyOf(retriers);
    }

    /** The error names; States.ALL stands alone and in the last entry. */
    static ErrorNames errors(Problems problems, String place, JsonNode entry, boolean last) {
        var names = new ArrayList<String>();
        entry.path("ErrorEquals").forEach(name -> names.add(name.asText()));
        if (names.isEmpty()) {
            problems.add(place + "/ErrorEquals", "Error names are missing");
        }
        if (names.contains(ErrorNames.ALL) && (names.size() > 1 || !last)) {
            problems.add(place + "/ErrorEquals", "States.ALL has to stand alone and last");
        }
        return new ErrorNames(names);
    }

    private static boolean jitter(Problems problems, String place, JsonNode entry) {
        var strategy = entry.path("JitterStrategy").asText("NONE");
        if (!Set.of("NONE", "FULL").contains(strategy)) {
            problems.add(place + "/JitterStrategy", "JitterStrategy is NONE or FULL");
        }
        return strategy.equals("FULL");
    }

    private static int whole(
            Problems problems, String place, JsonNode entry, String field, int otherwise, int least, int most) {
        double value = number(problems, place, entry, field, otherwise, least);
        if (value > most || value != Math.rint(value)) {
            problems.add(place + "/" + field, "A whole number of at most " + most + " is expected");
        }
        return (int) value;
    }

    private static double number(
            Problems problems, String place, JsonNode entry, String field, double otherwise, double least) {
        var value = entry.path(field);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isNumber() || value.doubleValue() < least) {
            problems.add(place + "/" + field, "A number of at least " + least + " is expected");
        }
        return value.doubleValue();
    }
}
