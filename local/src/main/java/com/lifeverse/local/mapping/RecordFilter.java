package com.lifeverse.local.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import java.io.IOException;
import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.event.ruler.Machine;

/** Which records of a source a function gets: those that match any of its patterns, all if there is none. */
public final class RecordFilter {
    private final Machine machine;
    private final List<String> patterns;

    private RecordFilter(Machine machine, List<String> patterns) {
        this.machine = machine;
        this.patterns = List.copyOf(patterns);
    }

    /** What it was made of. */
    public List<String> patterns() {
        return patterns;
    }

    /** Lets every record through. */
    public static RecordFilter none() {
        return new RecordFilter(Machine.builder().build(), List.of());
    }

    /**
     * The filter of those patterns, each as its literal text.
     *
     * @throws AwsServiceException InvalidParameterValueException, worded as Lambda words it
     */
    public static RecordFilter of(List<String> patterns) {
        var machine = Machine.builder().build();
        for (var pattern : patterns) {
            if (Json.parse(pattern).filter(JsonNode::isObject).isEmpty()) {
                throw invalid();
            }
            try {
                machine.addRule(pattern, pattern);
            } catch (IOException | RuntimeException e) {
                throw invalid();
            }
        }
        return new RecordFilter(machine, patterns);
    }

    /** A queue's record as a filter looks at it: into a body that is JSON it can see. */
    public static ObjectNode readable(ObjectNode record) {
        var seen = record.deepCopy();
        Json.parse(record.path("body").asText()).ifPresent(body -> seen.set("body", body));
        return seen;
    }

    /** True if a record, in the form that a function gets it, is for the function. */
    public boolean matches(JsonNode record) {
        if (machine.isEmpty()) {
            return true;
        }
        try {
            return !machine.rulesForJSONEvent(Json.text(record)).isEmpty();
        } catch (Exception e) {
            throw new IllegalArgumentException("The matcher cannot read the record: " + record, e);
        }
    }

    private static AwsServiceException invalid() {
        var message = "Invalid filter pattern definition.";
        return AwsServiceException.builder()
                .message(message)
                .statusCode(400)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .serviceName("Lambda")
                        .errorCode("InvalidParameterValueException")
                        .errorMessage(message)
                        .build())
                .build();
    }
}
