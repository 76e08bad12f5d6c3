package com.lifeverse.trigger.lint.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.json.ShippedFiles;
import com.lifeverse.platform.schema.Schema;
import com.lifeverse.trigger.WorkflowType;
import java.util.Optional;

/** Workflows as their folders in {@code statemachines/} state them; they come with the code. */
final class WorkflowTypes {
    Optional<WorkflowType> find(String name) {
        var folder = "/statemachines/" + name;
        return ShippedFiles.text(folder + "/workflow.yaml")
                .map(about -> new WorkflowType(
                        name,
                        mayBe(name, about, "startedByTriggers"),
                        mayBe(name, about, "startedBySchedules"),
                        input -> schema(folder).violations(Json.mapper().valueToTree(input))));
    }

    private static boolean mayBe(String name, String about, String how) {
        try {
            return ShippedFiles.yaml(about).path(how).asBoolean();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The workflow.yaml of " + name + " cannot be read", e);
        }
    }

    private static Schema schema(String folder) {
        var file = folder + "/input.schema.json";
        return ShippedFiles.schema(file).orElseThrow(() -> new IllegalStateException("The code comes without " + file));
    }
}
