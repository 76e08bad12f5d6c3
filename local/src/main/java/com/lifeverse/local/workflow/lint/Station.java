package com.lifeverse.local.workflow.lint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A state as a definition says it.
 *
 * @param pointer of its place in the definition
 */
record Station(String pointer, String name, JsonNode body) {
    /** Fields that say something about the state and are never evaluated. */
    static final Set<String> PLAIN = Set.of(
            "Type", "Comment", "QueryLanguage", "Next", "End", "Default", "Resource", "States", "StartAt", "Label");

    /**
     * A way out of a state.
     *
     * @param assigns what is known behind it that was not before
     */
    record Way(String to, Set<String> assigns) {}

    /** A block of states, such as the machine itself, a branch, or what a Map does. */
    record Block(String pointer, JsonNode body) {
        List<Station> stations() {
            var stations = new ArrayList<Station>();
            body.path("States")
                    .properties()
                    .forEach(state -> stations.add(new Station(
                            pointer + "/States/" + escaped(state.getKey()), state.getKey(), state.getValue())));
            return stations;
        }

        String start() {
            return body.path("StartAt").asText();
        }
    }

    String type() {
        return body.path("Type").asText();
    }

    boolean ends() {
        return body.path("End").asBoolean() || type().equals("Succeed") || type().equals("Fail");
    }

    List<Way> ways() {
        var ways = new ArrayList<Way>();
        if (body.has("Next")) {
            ways.add(new Way(body.path("Next").asText(), assigned(body)));
        }
        if (body.has("Default")) {
            ways.add(new Way(body.path("Default").asText(), assigned(body)));
        }
        for (var list : List.of("Choices", "Catch")) {
            body.path(list).forEach(arm -> ways.add(new Way(arm.path("Next").asText(), assigned(arm))));
        }
        return ways;
    }

    /** The blocks inside it. */
    List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        for (var branch : body.path("Branches")) {
            blocks.add(new Block(pointer + "/Branches/" + blocks.size(), branch));
        }
        if (body.path("ItemProcessor").isObject()) {
            blocks.add(new Block(pointer + "/ItemProcessor", body.path("ItemProcessor")));
        }
        return blocks;
    }

    /** True for a Map whose iterations are executions of their own. */
    boolean isDistributed() {
        return body.at("/ItemProcessor/ProcessorConfig/Mode").asText().equals("DISTRIBUTED");
    }

    /** The names that it assigns, on any of its ways. */
    Set<String> assigns() {
        var all = new TreeSet<>(assigned(body));
        ways().forEach(way -> all.addAll(way.assigns()));
        return all;
    }

    private static Set<String> assigned(JsonNode arm) {
        var names = new TreeSet<String>();
        arm.path("Assign").fieldNames().forEachRemaining(names::add);
        return names;
    }

    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
