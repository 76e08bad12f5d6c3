package com.lifeverse.local.workflow.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.workflow.request.Requests;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one state whose query language is JSONata. */
final class StateReader {
    private static final Set<String> COMMON = Set.of("Type", "Comment", "QueryLanguage");
    private static final Set<String> WAY = Set.of("Next", "End");
    private static final Set<String> MAP = Set.of(
            "Items",
            "ItemSelector",
            "ItemProcessor",
            "ItemReader",
            "ItemBatcher",
            "ResultWriter",
            "MaxConcurrency",
            "ToleratedFailureCount",
            "ToleratedFailurePercentage",
            "Label");
    private static final Set<String> RESULT = Set.of("result");
    private static final Set<String> SHAPING = Set.of("Output", "Assign");

    private final Problems problems;
    private final FanReader fan;
    private final String pointer;
    private final String name;
    private final JsonNode body;

    StateReader(Problems problems, BlockReader blocks, String pointer, String name, JsonNode body) {
        this.problems = problems;
        this.fan = new FanReader(problems, blocks, pointer, name, body);
        this.pointer = pointer;
        this.name = name;
        this.body = body;
    }

    /** The state; empty if its type is none, in which case the problem is noted. */
    Optional<State> read() {
        if (name.length() > 80) {
            problems.add(pointer, "A state's name has at most 80 characters");
        }
        var type = problems.text(pointer, body, "Type");
        return switch (type) {
            case "Pass" -> Optional.of(pass());
            case "Task" -> Optional.of(task());
            case "Parallel" -> Optional.of(parallel());
            case "Map" -> Optional.of(map());
            case "Choice" -> Optional.of(choice());
            case "Wait" -> Optional.of(waiting());
            case "Succeed" -> Optional.of(succeed());
            case "Fail" -> Optional.of(fail());
            default -> {
                problems.add(pointer + "/Type", "States of type '" + type + "' are not held locally");
                yield Optional.empty();
            }
        };
    }

    private State pass() {
        known(WAY, SHAPING);
        return new State.Pass(name, shaping(pointer, body, Set.of()), next());
    }

    private State task() {
        var own = Set.of("Resource", "Arguments", "TimeoutSeconds", "HeartbeatSeconds", "Retry", "Catch");
        known(own, WAY, SHAPING);
        var resource = problems.text(pointer, body, "Resource");
        var arguments = problems.template(pointer, body, "Arguments");
        arguments.ifPresent(given -> Requests.faults(resource, given, StateReader::isFilledIn)
                .forEach(fault -> problems.add(pointer + "/Arguments", fault)));
        return new State.Task(
                name,
                resource,
                arguments,
                seconds("TimeoutSeconds", 1),
                seconds("HeartbeatSeconds", 1),
                RetryReader.retriers(problems, pointer, body),
                catchers(),
                shaping(pointer, body, RESULT),
                next());
    }

    /** An expression, or a text with a place that the deployment fills in. */
    private static boolean isFilledIn(JsonNode value) {
        return Expressions.isExpression(value) || value.asText().contains("${");
    }

    private State parallel() {
        known(Set.of("Branches", "Arguments", "Retry", "Catch"), WAY, SHAPING);
        return new State.Parallel(
                name,
                fan.branches(),
                problems.template(pointer, body, "Arguments"),
                RetryReader.retriers(problems, pointer, body),
                catchers(),
                shaping(pointer, body, RESULT),
                next());
    }

    private State map() {
        known(MAP, Set.of("Retry", "Catch"), WAY, SHAPING);
        return new State.Map(
                name,
                fan.processor(),
                fan.spread(),
                fan.distribution(),
                RetryReader.retriers(problems, pointer, body),
                catchers(),
                shaping(pointer, body, RESULT),
                next());
    }

    private State choice() {
        known(Set.of("Choices", "Default"), SHAPING);
        var rules = new ArrayList<State.Rule>();
        for (var rule : body.path("Choices")) {
            var path = "Choices/" + rules.size();
            var place = pointer + "/Choices[" + rules.size() + "]";
            problems.unknown(place, rule, Set.of("Condition", "Next", "Output", "Assign", "Comment"));
            var condition = problems.template(place, rule, "Condition");
            if (condition.isEmpty()) {
                problems.add(place, "These fields are required: [Condition]");
            }
            rules.add(new State.Rule(
                    path, condition.orElse(rule), shaping(place, rule, Set.of()), problems.text(place, rule, "Next")));
        }
        if (rules.isEmpty()) {
            needed("Choices", "A Choice needs rules");
        }
        return new State.Choice(
                name,
                List.copyOf(rules),
                shaping(pointer, body, Set.of()),
                problems.optionalText(pointer, body, "Default"));
    }

    private void needed(String list, String empty) {
        if (body.has(list)) {
            problems.add(pointer + "/" + list, empty);
        } else {
            problems.add(pointer, "These fields are required: [" + list + "]");
        }
    }

    private State waiting() {
        known(Set.of("Seconds", "Timestamp"), WAY, SHAPING);
        var seconds = seconds("Seconds", 0);
        var timestamp = problems.template(pointer, body, "Timestamp");
        if (seconds.isPresent() == timestamp.isPresent()) {
            problems.add(pointer, "A Wait needs either Seconds or Timestamp");
        }
        timestamp.filter(moment -> !Expressions.isExpression(moment)).ifPresent(this::literalMoment);
        State.Until until = timestamp
                .<State.Until>map(State.Until.Timestamp::new)
                .orElseGet(() -> new State.Until.Seconds(seconds.orElse(body)));
        return new State.Wait(name, until, shaping(pointer, body, Set.of()), next());
    }

    /** A time; said as a number, it is known to be one. */
    private Optional<JsonNode> seconds(String field, long least) {
        var value = problems.template(pointer, body, field);
        value.filter(literal -> !Expressions.isExpression(literal))
                .ifPresent(literal -> problems.requireSeconds(pointer + "/" + field, literal, least));
        return value;
    }

    private void literalMoment(JsonNode moment) {
        try {
            OffsetDateTime.parse(moment.asText());
        } catch (DateTimeParseException e) {
            problems.add(pointer + "/Timestamp", "String does not match RFC3339 timestamp");
        }
    }

    private State succeed() {
        known(Set.of("Output"));
        return new State.Succeed(name, shaping(pointer, body, Set.of()));
    }

    private State fail() {
        known(Set.of("Error", "Cause"));
        return new State.Fail(
                name, problems.template(pointer, body, "Error"), problems.template(pointer, body, "Cause"));
    }

    private List<Catcher> catchers() {
        var catchers = new ArrayList<Catcher>();
        var entries = body.path("Catch");
        for (var entry : entries) {
            var path = "Catch/" + catchers.size();
            var place = pointer + "/Catch[" + catchers.size() + "]";
            problems.unknown(place, entry, Set.of("ErrorEquals", "Next", "Output", "Assign", "Comment"));
            boolean last = catchers.size() == entries.size() - 1;
            catchers.add(new Catcher(
                    path,
                    RetryReader.errors(problems, place, entry, last),
                    shaping(place, entry, Set.of("errorOutput")),
                    problems.text(place, entry, "Next")));
        }
        return List.copyOf(catchers);
    }

    private Shaping shaping(String place, JsonNode object, Set<String> members) {
        var assign = problems.template(place, object, "Assign", members);
        assign.filter(template -> !template.isObject() || template.has("states"))
                .ifPresent(template ->
                        problems.add(place + "/Assign", "Assign is an object, and the variable states is reserved"));
        return new Shaping(
                problems.template(place, object, "Output", members),
                assign.filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast));
    }

    private Optional<String> next() {
        boolean end = body.path("End").asBoolean(false);
        if (end == body.has("Next")) {
            problems.add(pointer, "A state needs either Next or End");
        }
        return end ? Optional.empty() : problems.optionalText(pointer, body, "Next");
    }

    @SafeVarargs
    private void known(Set<String>... groups) {
        var fields = new HashSet<>(COMMON);
        for (var group : groups) {
            fields.addAll(group);
        }
        problems.unknown(pointer, body, fields);
    }
}
