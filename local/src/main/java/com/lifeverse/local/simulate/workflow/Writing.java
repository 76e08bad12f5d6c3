package com.lifeverse.local.simulate.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import java.util.List;

/** Writes a plan down in the States language. What an execution carries is {@code {path, trail}}. */
final class Writing {
    private static final String END = "Over";
    private static final String FAIL = "Fallen";

    private Writing() {}

    static String of(Plan plan) {
        var machine = Json.object().put("QueryLanguage", "JSONata").put("StartAt", "Begin");
        var states = machine.putObject("States");
        add(states, "Begin", """
                {"Type": "Pass", "Assign": {"n": 0}, "Next": "%s"}""".formatted(plan.parts().getFirst().name()));
        write(plan.parts(), plan.fails() ? FAIL : END, states);
        if (plan.fails()) {
            add(states, FAIL, """
                    {"Type": "Fail", "Error": "%s", "Cause": "{%% $states.input.trail %%}"}""".formatted(Plan.PLANNED));
        } else {
            add(states, END, "{\"Type\": \"Succeed\"}");
        }
        return Json.text(machine);
    }

    private static void write(List<Part> parts, String last, ObjectNode states) {
        for (int i = 0; i < parts.size(); i++) {
            var next = i + 1 < parts.size() ? parts.get(i + 1).name() : last;
            write(parts.get(i), next, states);
        }
    }

    /** Parts as a machine inside a state; it ends with its last state. */
    private static ObjectNode block(List<Part> parts, String last) {
        var block = Json.object().put("StartAt", parts.getFirst().name());
        var states = block.putObject("States");
        write(parts, last, states);
        add(states, last, "{\"Type\": \"Succeed\"}");
        return block;
    }

    private static void write(Part part, String next, ObjectNode states) {
        var name = part.name();
        switch (part) {
            case Part.Count _ -> count(name, next, states);
            case Part.Choose _ -> choose(name, next, states);
            case Part.Rest rest -> add(states, name, """
                        {"Type": "Wait", "Seconds": %d, "Output": %s, "Next": "%s"}""".formatted(rest.seconds(), output("' " + name + "'"), next));
            case Part.Effect effect -> states.set(name, task(name, next, Calls.effect(name, effect.place())));
            case Part.Refused _ -> {
                var task = task(name, next, Calls.never(name));
                catching(task, "DynamoDB.ConditionalCheckFailedException", name, next);
                states.set(name, task);
            }
            case Part.Gate _ -> {
                var task = task(name, next, Calls.gated(name));
                never(task, "DynamoDb.TransactionCanceledException");
                states.set(name, task);
            }
            case Part.Asked asked -> states.set(name, asked(asked, next));
            case Part.Child child -> states.set(name, child(child, next));
            case Part.Fork fork -> states.set(name, fork(fork, next));
            case Part.Each each -> states.set(name, each(each, next));
        }
    }

    private static void count(String name, String next, ObjectNode states) {
        add(states, name, """
                {"Type": "Pass", "Assign": {"n": "{%% $n + 1 %%}"}, "Output": %s, "Next": "%s"}""".formatted(output("' " + name + "=' & $string($n + 1)"), next));
    }

    private static void choose(String name, String next, ObjectNode states) {
        add(states, name, """
                {"Type": "Choice", "Output": %s, "Default": "%s",
                 "Choices": [{"Condition": "{%% $n %% 2 = 0 %%}", "Output": %s, "Next": "%s"}]}""".formatted(output("' " + name + "odd'"), next, output("' " + name + "even'"), next));
    }

    /** A Task that is tried again whatever happens to it. */
    private static ObjectNode task(String name, String next, ObjectNode call) {
        var task = Json.object().put("Type", "Task");
        task.setAll(call);
        if (!task.has("TimeoutSeconds")) {
            task.put("TimeoutSeconds", 60);
        }
        retry(task);
        task.set("Output", Json.read(output("' " + name + "'")));
        return task.put("Next", next);
    }

    private static void retry(ObjectNode state) {
        state.putArray("Retry")
                .addObject()
                .put("IntervalSeconds", 1)
                .put("BackoffRate", 1.5)
                .put("MaxDelaySeconds", 20)
                .put("MaxAttempts", 500)
                .put("JitterStrategy", "FULL")
                .putArray("ErrorEquals")
                .add("States.ALL");
    }

    /** An error that is not tried again. */
    private static void never(ObjectNode task, String error) {
        ((ArrayNode) task.get("Retry"))
                .insertObject(0)
                .put("MaxAttempts", 0)
                .putArray("ErrorEquals")
                .add(error);
    }

    private static void catching(ObjectNode task, String error, String name, String next) {
        never(task, error);
        var catcher = task.putArray("Catch").addObject().put("Next", next);
        catcher.putArray("ErrorEquals").add(error);
        catcher.set("Output", Json.read(output("' " + name + "!'")));
    }

    private static ObjectNode asked(Part.Asked asked, String next) {
        var task = task(asked.name(), next, Calls.ask(asked));
        task.put("TimeoutSeconds", 3_000).put("HeartbeatSeconds", "{% 30 + 30 %}");
        if (asked.refused()) {
            catching(task, Calls.REFUSED, asked.name(), next);
        }
        if (asked.failures() > 0) {
            var flaky = ((ArrayNode) task.get("Retry")).insertObject(0);
            flaky.put("IntervalSeconds", Calls.FLAKY_DELAY)
                    .put("BackoffRate", 2)
                    .put("MaxAttempts", asked.failures());
            flaky.putArray("ErrorEquals").add(Calls.FLAKY);
        }
        return task;
    }

    private static ObjectNode child(Part.Child child, String next) {
        var task = task(child.name(), next, Calls.child(child));
        var trail = child.parsed() ? "$states.result.Output.trail" : "$parse($states.result.Output).trail";
        task.set("Output", Json.read(output("' " + child.name() + "<' & " + trail + " & '>'")));
        task.put("TimeoutSeconds", 40_000);
        if (child.fails()) {
            catching(task, "States.TaskFailed", child.name(), next);
        }
        return task;
    }

    private static ObjectNode fork(Part.Fork fork, String next) {
        var state = Json.object().put("Type", "Parallel");
        var branches = state.putArray("Branches");
        for (int i = 0; i < fork.branches().size(); i++) {
            branches.add(block(fork.branches().get(i), fork.name() + "b" + i));
        }
        var path = "$states.input.path";
        if (fork.falls()) {
            path += " & '_r' & $string($states.context.State.RetryCount)";
            falling((ObjectNode) branches.get(0), fork.name() + "fall");
            var retry = state.putArray("Retry")
                    .addObject()
                    .put("IntervalSeconds", 40)
                    .put("MaxAttempts", 1);
            retry.putArray("ErrorEquals").add(Calls.FALLEN);
        }
        state.put(
                "Arguments",
                "{% $merge([$states.input, {'trail': '', 'path': " + path
                        + ", 'try': $states.context.State.RetryCount}]) %}");
        return gathered(state, fork.name(), next);
    }

    /** Lets a branch fail after a while in the first try. */
    private static void falling(ObjectNode branch, String name) {
        var states = (ObjectNode) branch.get("States");
        add(states, name, """
                {"Type": "Choice", "Default": "%s",
                 "Choices": [{"Condition": "{%% $states.input.try = 0 %%}", "Next": "%sing"}]}""".formatted(branch.get("StartAt").asText(), name));
        add(states, name + "ing", "{\"Type\": \"Wait\", \"Seconds\": 20, \"Next\": \"%sen\"}".formatted(name));
        add(states, name + "en", "{\"Type\": \"Fail\", \"Error\": \"%s\"}".formatted(Calls.FALLEN));
        branch.put("StartAt", name);
    }

    private static ObjectNode each(Part.Each each, String next) {
        var name = each.name();
        var state = Json.object().put("Type", "Map").put("Items", "{%% [0..%d] %%}".formatted(each.items() - 1));
        state.set("ItemSelector", Json.read("""
                        {"path": "{%% $states.input.path & '.%s' & $string($states.context.Map.Item.Value) %%}",
                         "trail": "", "item": "{%% $states.context.Map.Item.Value %%}"}""".formatted(name)));
        state.put("MaxConcurrency", each.concurrency());
        var processor = block(each.body(), name + "end");
        var config = processor.putObject("ProcessorConfig");
        if (each.distributed()) {
            config.put("Mode", "DISTRIBUTED").put("ExecutionType", "STANDARD");
            state.put("ToleratedFailureCount", each.failing().size());
            add((ObjectNode) processor.get("States"), name + "pick", """
                    {"Type": "Choice", "Default": "%s",
                     "Choices": [{"Condition": "{%% $states.input.item in %s %%}", "Next": "%sfail"}]}""".formatted(
                            processor.get("StartAt").asText(), each.failing(), name));
            add((ObjectNode) processor.get("States"), name + "fail", "{\"Type\": \"Fail\", \"Error\": \"Item\"}");
            processor.put("StartAt", name + "pick");
        } else {
            config.put("Mode", "INLINE");
        }
        state.set("ItemProcessor", processor);
        return gathered(state, name, next);
    }

    private static ObjectNode gathered(ObjectNode state, String name, String next) {
        state.set("Output", Json.read(output("' " + name + "(' & $join($states.result.trail, '|') & ')'")));
        return state.put("Next", next);
    }

    /** The input with more of a trail, as a JSON text. */
    private static String output(String more) {
        return Json.text(Json.array()
                .add("{% $merge([$states.input, {'trail': $states.input.trail & " + more + "}]) %}")
                .get(0));
    }

    private static void add(ObjectNode states, String name, String state) {
        JsonNode read = Json.read(state);
        states.set(name, read);
    }
}
