package com.lifeverse.local.workflow.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.workflow.language.Definition;
import com.lifeverse.local.workflow.language.DefinitionReader;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Makes a machine of one state: where it leads to, there is nothing but an end. */
final class Alone {
    private static final String MOCKED = "arn:aws:states:::aws-sdk:mock:run";
    private static final Set<String> INSIDE = Set.of("Branches", "ItemProcessor");

    /** What stays of a state whose inside is replaced by a mock. */
    private static final Set<String> SHELL =
            Set.of("QueryLanguage", "Comment", "Retry", "Catch", "Assign", "Output", "Next", "End");

    private Alone() {}

    static Definition definition(String text, String name, boolean mocked) {
        var root = Json.read(text);
        var state = root.has("States")
                ? find(root, name).orElseThrow(() -> new IllegalArgumentException("There is no state " + name))
                : root;
        var machine = Json.object().put("StartAt", name);
        machine.put("QueryLanguage", root.path("QueryLanguage").asText("JSONPath"));
        var states = machine.putObject("States");
        states.set(name, mocked && INSIDE.stream().anyMatch(state::has) ? shell(state) : state);
        var targets = new TreeSet<String>();
        targets(state, targets);
        targets.remove(name);
        targets.forEach(
                target -> states.putObject(target).put("Type", "Succeed").put("QueryLanguage", "JSONata"));
        return DefinitionReader.read(Json.text(machine));
    }

    private static Optional<JsonNode> find(JsonNode node, String name) {
        if (node.path("States").has(name)) {
            return Optional.of(node.path("States").get(name));
        }
        for (var inside : node) {
            var found = find(inside, name);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static void targets(JsonNode state, Set<String> targets) {
        for (var way : Set.of("Next", "Default")) {
            if (state.has(way)) {
                targets.add(state.get(way).asText());
            }
        }
        for (var list : Set.of("Choices", "Catch")) {
            state.path(list).forEach(arm -> targets(arm, targets));
        }
    }

    /** The state as a task that is asked with what its inside would have been given. */
    private static ObjectNode shell(JsonNode state) {
        var task = Json.object().put("Type", "Task").put("Resource", MOCKED);
        state.properties().stream()
                .filter(member -> SHELL.contains(member.getKey()))
                .forEach(member -> task.set(member.getKey(), member.getValue()));
        for (var asked : Set.of("Arguments", "Items")) {
            if (state.has(asked)) {
                task.set("Arguments", state.get(asked));
            }
        }
        return task;
    }
}
