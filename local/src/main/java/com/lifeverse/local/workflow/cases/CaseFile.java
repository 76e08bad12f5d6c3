package com.lifeverse.local.workflow.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A case as its file says it: {@code {name, why, start, input, tasks, items, signals, expect}}.
 *
 * @param start when the execution starts
 * @param tasks the replies of each state's attempts, in their order
 * @param items what each run of a distributed Map reads, by the Map's name: its ItemReader reads nothing in a case
 * @param expect what has to come of it, any of status, output, error, cause, path, events and elapsed
 */
record CaseFile(
        String name,
        String why,
        Instant start,
        JsonNode input,
        Map<String, List<Reply>> tasks,
        Map<String, JsonNode> items,
        JsonNode expect) {
    private static final Set<String> FIELDS =
            Set.of("name", "why", "start", "input", "tasks", "items", "signals", "expect");
    private static final Set<String> EXPECTATIONS =
            Set.of("status", "output", "error", "cause", "path", "events", "elapsed");

    /**
     * What an attempt of a task comes to.
     *
     * @param arguments what the task has to be asked, if the case cares
     */
    record Reply(Outcome outcome, Optional<JsonNode> arguments) {}

    /** The three ways a task can go. */
    sealed interface Outcome {
        record Success(JsonNode output) implements Outcome {}

        record Failing(String error, String cause) implements Outcome {}

        /** No answer ever. */
        record Hang() implements Outcome {}
    }

    /**
     * Reads a case.
     *
     * @throws IllegalArgumentException if it is not one, with the file and the place
     */
    static CaseFile read(Path file) {
        try {
            var root = Json.read(Files.readString(file));
            only(root, FIELDS, "");
            only(root.path("expect"), EXPECTATIONS, "/expect");
            if (!root.path("signals").isEmpty()) {
                throw new IllegalArgumentException("/signals: task tokens are not held locally");
            }
            var tasks = new LinkedHashMap<String, List<Reply>>();
            root.path("tasks").properties().forEach(task -> tasks.put(task.getKey(), replies(task)));
            return new CaseFile(
                    required(root, "name").asText(),
                    required(root, "why").asText(),
                    Instant.parse(required(root, "start").asText()),
                    required(root, "input"),
                    tasks,
                    items(root.path("items")),
                    required(root, "expect"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the case " + file, e);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    private static Map<String, JsonNode> items(JsonNode items) {
        var byMap = new LinkedHashMap<String, JsonNode>();
        items.properties().forEach(map -> byMap.put(map.getKey(), map.getValue()));
        return byMap;
    }

    private static List<Reply> replies(Map.Entry<String, JsonNode> task) {
        var replies = new ArrayList<Reply>();
        for (var reply : task.getValue()) {
            var place = "/tasks/" + task.getKey() + "/" + replies.size();
            only(reply, Set.of("output", "error", "cause", "hang", "arguments"), place);
            replies.add(new Reply(outcome(reply, place), Optional.ofNullable(reply.get("arguments"))));
        }
        return List.copyOf(replies);
    }

    private static Outcome outcome(JsonNode reply, String place) {
        if (reply.has("output")) {
            return new Outcome.Success(reply.get("output"));
        }
        if (reply.has("error")) {
            var cause = reply.path("cause");
            return new Outcome.Failing(
                    reply.get("error").asText(), cause.isTextual() ? cause.textValue() : Json.text(cause));
        }
        if (reply.path("hang").asBoolean()) {
            return new Outcome.Hang();
        }
        throw new IllegalArgumentException(place + ": a reply is an output, an error or hang");
    }

    private static JsonNode required(JsonNode root, String field) {
        if (!root.has(field)) {
            throw new IllegalArgumentException("/" + field + " is missing");
        }
        return root.get(field);
    }

    private static void only(JsonNode object, Set<String> known, String place) {
        object.fieldNames().forEachRemaining(field -> {
            if (!known.contains(field)) {
                throw new IllegalArgumentException(place + "/" + field + " is not a field of a case");
            }
        });
    }
}
