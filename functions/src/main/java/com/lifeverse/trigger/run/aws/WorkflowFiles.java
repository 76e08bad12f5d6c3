package com.lifeverse.trigger.run.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.json.ShippedFiles;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the folders of {@code statemachines/} say that operators may do with runs: {@code operators: [start, stop, redrive, answer]}. */
public final class WorkflowFiles {
    /**
     * A workflow.
     *
     * @param operators what they may do
     */
    public record About(String name, List<String> operators) {
        public About {
            operators = List.copyOf(operators);
        }

        /** What is wrong with an input. */
        public List<Violation> inputFaults(JsonNode input) {
            var file = "/statemachines/" + name + "/input.schema.json";
            return ShippedFiles.schema(file)
                    .orElseThrow(() -> new IllegalStateException("The code comes without " + file))
                    .violations(input);
        }
    }

    /** The workflow of that name; empty if there is none. */
    public Optional<About> find(String name) {
        return ShippedFiles.text("/statemachines/" + name + "/workflow.yaml").map(text -> about(name, text));
    }

    private static About about(String name, String text) {
        try {
            var operators = ShippedFiles.yaml(text).path("operators");
            return new About(
                    name,
                    Stream.of("start", "stop", "redrive", "answer")
                            .filter(action -> operators
                                    .valueStream()
                                    .map(JsonNode::asText)
                                    .anyMatch(action::equals))
                            .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The workflow.yaml of " + name + " cannot be read", e);
        }
    }
}
