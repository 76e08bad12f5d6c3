package com.lifeverse.local.workflow.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Json;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
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
            problems.add("", "INVALID_JSON_DESCRIPTION: " + e.getMessage());
            problems.throwIfAny();
            throw e;
        }
        problems.unknown("", root, FIELDS);
        var states = states(problems, root);
        var startAt = problems.text("", root, "StartAt");
        reach(problems, startAt, states);
        problems.throwIfAny();
        return new Definition(startAt, states, timeout(root), expressions);
    }

    private static Map<String, State> states(Problems problems, JsonNode root) {
        var language = root.path("QueryLanguage").asText("JSONPath");
        var states = new LinkedHashMap<String, State>();
        for (var member : root.path("States").properties()) {
            var pointer = "/States/" + member.getKey();
            var own = member.getValue().path("QueryLanguage").asText(language);
            if (own.equals("JSONata")) {
                new StateReader(problems, member.getKey(), member.getValue())
                        .read()
                        .ifPresent(state -> states.put(member.getKey(), state));
            } else if (language.equals("JSONata")) {
                problems.add(
                        pointer,
                        "'QueryLanguage' can not be '%s' if set to 'JSONata' for whole state machine".formatted(own));
            } else {
                problems.add(
                        pointer,
                        "The state's query language is %s, which is not held locally: declare \"QueryLanguage\": \"JSONata\""
                                .formatted(own));
            }
        }
        return states;
    }

    private static Optional<Duration> timeout(JsonNode root) {
        return root.has("TimeoutSeconds")
                ? Optional.of(Duration.ofSeconds(root.get("TimeoutSeconds").asLong()))
                : Optional.empty();
    }

    /** Every way leads to a state, and to every state leads a way. */
    private static void reach(Problems problems, String startAt, Map<String, State> states) {
        if (!states.containsKey(startAt)) {
            problems.addTarget("/StartAt", "Missing 'Next' target: " + startAt);
            return;
        }
        var reached = new HashSet<String>(Set.of(startAt));
        var open = new ArrayDeque<String>(reached);
        while (!open.isEmpty()) {
            var name = open.remove();
            states.getOrDefault(name, new State.Succeed(name, Shaping.NONE))
                    .arms()
                    .forEach(arm -> {
                        if (!states.containsKey(arm.next())) {
                            problems.addTarget(
                                    "/States/" + name + "/" + arm.path(), "Missing 'Next' target: " + arm.next());
                        } else if (reached.add(arm.next())) {
                            open.add(arm.next());
                        }
                    });
        }
        states.keySet().stream()
                .filter(name -> !reached.contains(name))
                .forEach(name -> problems.addTarget("/States/" + name, "State \"" + name + "\" is not reachable."));
    }
}
