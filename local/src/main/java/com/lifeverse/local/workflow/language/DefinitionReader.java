package com.lifeverse.local.workflow.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Json;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Reads the text of a definition, as CreateStateMachine does. What is not held locally is refused by name. */
public final class DefinitionReader {
    private static final Set<String> FIELDS =
            Set.of("Comment", "QueryLanguage", "StartAt", "States", "TimeoutSeconds", "Version");

    private DefinitionReader() {}

    /**
     * The definition that {@code text} holds.
     *
     * @throws InvalidDefinition with all that is wrong
     */
    public static Definition read(String text) {
        var expressions = new Expressions();
        var problems = new Problems(expressions);
        JsonNode root;
        try {
            root = Json.read(text);
        } catch (IllegalArgumentException e) {
            problems.addUnreadable(String.valueOf(e.getMessage()));
            problems.throwIfAny();
            throw e;
        }
        problems.unknown("", root, FIELDS);
        if (root.has("Version") && !root.path("Version").asText().equals("1.0")) {
            problems.add("/Version", "Only version 1.0 is supported");
        }
        if (root.has("TimeoutSeconds")) {
            problems.requireSeconds("/TimeoutSeconds", root.path("TimeoutSeconds"), 1);
        }
        var reader = new BlockReader(problems, root.path("QueryLanguage").asText("JSONPath"));
        var block = reader.read("", root);
        problems.throwIfAny();
        return new Definition(block, reader.states(), timeout(root), expressions);
    }

    private static Optional<Duration> timeout(JsonNode root) {
        return root.has("TimeoutSeconds")
                ? Optional.of(Duration.ofSeconds(root.get("TimeoutSeconds").asLong()))
                : Optional.empty();
    }
}
