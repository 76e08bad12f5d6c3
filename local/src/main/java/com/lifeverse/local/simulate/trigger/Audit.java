package com.lifeverse.local.simulate.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Crossing;
import com.lifeverse.local.kernel.Functions;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.simulate.Stage;
import com.lifeverse.local.simulate.fault.Injector;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Looks on while engine and sweep decide: which events they were given, what they wrote, and what they said of it in the end. A write is
 * seen in the table, so that one behind which the stack ended is seen as well.
 */
final class Audit implements Injector.Witness {
    private static final String ENGINE = "TriggerEngine";
    private static final String SWEEP = "TriggerSweep";
    private static final String STATE = "state#";
    private static final String MILESTONE = "milestone.reached.v1";

    /**
     * A run of the engine or the sweep.
     *
     * @param facts by the message that brought them; the sweep has none
     */
    private record Run(Crossing crossing, Instant began, Map<String, Fact> facts, Set<String> wrote) {
        boolean isSweep() {
            return crossing.to().contains(SWEEP);
        }
    }

    private final Stage stage;
    private final Versions versions;
    private final Decisions decisions;
    private final Deque<Run> runs = new ArrayDeque<>();
    private final Set<String> evaluated = new HashSet<>();
    /** By their names: told twice, it is one. */
    private final Map<String, String> milestones = new TreeMap<>();

    Audit(Stage stage, Versions versions, Decisions decisions) {
        this.stage = stage;
        this.versions = versions;
        this.decisions = decisions;
    }

    /** True if the engine has taken that event for good. */
    boolean evaluated(String event) {
        return evaluated.contains(event);
    }

    /** How many milestones of each player and name have reached the engine for good. */
    Map<String, Integer> milestones() {
        var reached = new TreeMap<String, Integer>();
        milestones.values().forEach(milestone -> reached.merge(milestone, 1, Integer::sum));
        return reached;
    }

    @Override
    public void does(Crossing crossing) {
        if (decides(crossing)) {
            runs.push(new Run(crossing, stage.now(), facts(crossing), new HashSet<>()));
        }
    }

    @Override
    public void saw(Crossing crossing, Object result) {
        if (decides(crossing)
                && crossing.to().contains(ENGINE)
                && result instanceof Functions.Answer answer
                && answer.functionError().isEmpty()) {
            taken(runs.element(), new HashSet<>(Json.read(answer.payload()).findValuesAsText("itemIdentifier")));
        }
    }

    @Override
    public void over(Crossing crossing) {
        if (decides(crossing)) {
            runs.pop();
        } else if (crossing.kind() == Crossing.Kind.CALL) {
            Items.put(crossing.request()).forEach(this::put);
        }
    }

    private void taken(Run run, Set<String> comesBack) {
        var facts = new ArrayList<Fact>();
        run.facts().forEach((message, fact) -> {
            if (!comesBack.contains(message)) {
                facts.add(fact);
                evaluated.add(fact.id());
                if (fact.type().equals(MILESTONE)) {
                    milestones.put(fact.name(), fact.player() + " " + fact.at("payload.milestone"));
                }
            }
        });
        decisions.unchanged(facts, run.wrote(), run.began(), stage.now());
    }

    private void put(Map<String, AttributeValue> item) {
        var owner = Items.text(item, "playerId");
        var sort = Items.text(item, "sk");
        if (owner.equals("catalogue")) {
            versions.look();
        } else if (sort.startsWith(STATE)) {
            var there = Items.of(stage, owner, sort);
            var subject = new Decisions.Subject(owner, sort.substring(STATE.length()));
            var command = Items.text(item, "command");
            // What arrived once more did nothing.
            if (Items.text(there, "command").equals(command) && !decisions.knows(subject, command)) {
                written(subject, Written.of(there));
            }
        }
    }

    private void written(Decisions.Subject subject, Written written) {
        var run = runs.peek();
        if (run == null) {
            decisions.unasked(subject);
        } else {
            run.wrote().add(subject.toString());
            var facts = List.copyOf(run.facts().values());
            decisions.wrote(subject, written, facts, run.isSweep(), run.began(), stage.now());
        }
    }

    private static boolean decides(Crossing crossing) {
        return crossing.kind() == Crossing.Kind.INVOCATION
                && (crossing.to().contains(ENGINE) || crossing.to().contains(SWEEP));
    }

    private static Map<String, Fact> facts(Crossing crossing) {
        var facts = new LinkedHashMap<String, Fact>();
        if (crossing.to().contains(ENGINE)) {
            for (JsonNode record : Json.read(crossing.request().toString()).path("Records")) {
                facts.put(
                        record.path("messageId").asText(),
                        Fact.of(Json.read(record.path("body").asText()).path("detail")));
            }
        }
        return facts;
    }
}
