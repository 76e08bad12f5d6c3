package com.lifeverse.liveops.event.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.liveops.event.LiveEvent.Admission;
import com.lifeverse.platform.Violation;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads {@code join} of an event's file, whose form has been checked. */
final class AdmissionReading {
    private AdmissionReading() {}

    /** How players come to take part; what is wrong is told with its place. */
    static Admission of(JsonNode file, List<Violation> violations) {
        var join = file.path("join");
        var most = join.path("most");
        return new Admission(
                join.path("explicit").asBoolean(false),
                join.path("sticky").asBoolean(true),
                most.isMissingNode() ? Optional.empty() : Optional.of(most.asInt()),
                until(join.path("until"), violations));
    }

    private static Optional<Duration> until(JsonNode text, List<Violation> violations) {
        if (!text.isTextual()) {
            return Optional.empty();
        }
        try {
            var until = Duration.parse(text.asText());
            if (!until.isNegative()) {
                return Optional.of(until);
            }
        } catch (DateTimeException e) {
            // Told below.
        }
        violations.add(new Violation("/join/until", "must be exact time, such as PT36H"));
        return Optional.empty();
    }
}
