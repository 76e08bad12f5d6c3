package com.lifeverse.local.workflow.lint;

import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.workflow.language.DefinitionReader;
import com.lifeverse.local.workflow.language.InvalidDefinition;
import com.lifeverse.local.workflow.machine.Limits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Reads a definition for what Step Functions would accept and an execution would stumble over: variables that nothing
 * assigned, functions and integrations that do not exist, tokens handed to nobody, handlers that nothing reaches.
 */
public final class Lint {
    private final Predicate<String> held;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> read = new HashSet<>();
    private final List<Assignment> assignments = new ArrayList<>();

    private record Assignment(String pointer, String name) {}

    private Lint(Predicate<String> held) {
        this.held = held;
    }

    /**
     * What is wrong with a definition, in the order of its states; a definition that cannot be created has what refuses it
     * as its only findings.
     *
     * @param definition its text; <code>${Places}</code> may stand in it
     * @param held true for a resource that a task can have
     */
    public static List<Finding> of(String definition, Predicate<String> held) {
        var lint = new Lint(held);
        if (definition.getBytes(StandardCharsets.UTF_8).length > Limits.DEFINITION_BYTES) {
            return List.of(Finding.error(
                    "too-large", "", "A definition has at most %d bytes".formatted(Limits.DEFINITION_BYTES)));
        }
        try {
            DefinitionReader.read(definition);
        } catch (InvalidDefinition e) {
            return e.problems().stream()
                    .map(problem -> Finding.error(
                            "invalid-definition",
                            problem.location().orElse(""),
                            problem.code() + ": " + problem.message()))
                    .toList();
        }
        lint.block(new Station.Block("", Json.read(definition)), Flow.Known.NOTHING);
        lint.assignments.stream()
                .filter(each -> !lint.read.contains(each.name()))
                .map(each -> Finding.warning(
                        "unread-variable", each.pointer(), "$" + each.name() + " is assigned and never read"))
                .forEach(lint.findings::add);
        return List.copyOf(lint.findings);
    }

    private void block(Station.Block block, Flow.Known outside) {
        var flow = Flow.through(block, outside);
        var stations = block.stations();
        leavable(stations);
        for (var station : stations) {
            var known = flow.at(station.name());
            read.addAll(new FormulaChecks(station, known, findings::add).run());
            new HandlerChecks(station, findings::add).run();
            assigns(station, outside);
            sizes(station);
            switch (station.type()) {
                case "Task" -> new TaskChecks(station, held, findings::add).run();
                case "Choice" -> choice(station);
                default -> {}
            }
            // Children of a distributed Map are executions of their own, and know nothing of their parent's variables.
            var inner = station.isDistributed() ? Flow.Known.NOTHING : known;
            station.blocks().forEach(inside -> block(inside, inner));
        }
    }

    /** What an expression makes is known when it is made; what is written out is too large already. */
    private void sizes(Station station) {
        for (var field : List.of("Arguments", "Output", "Items", "ItemSelector")) {
            var written = station.body().get(field);
            if (written != null && Json.bytes(written) > Limits.PAYLOAD_BYTES) {
                findings.add(Finding.error(
                        "too-large",
                        station.pointer() + "/" + field,
                        "A value has at most %d bytes".formatted(Limits.PAYLOAD_BYTES)));
            }
        }
    }

    private void assigns(Station station, Flow.Known outside) {
        for (var name : station.assigns()) {
            assignments.add(new Assignment(station.pointer(), name));
            if (KnownFunctions.has(name)) {
                findings.add(Finding.warning(
                        "hides-function", station.pointer(), "$" + name + " cannot be called behind this assignment"));
            }
            if (!name.matches("[\\p{L}_][\\p{L}\\p{Nd}_]{0,79}")) {
                findings.add(Finding.error(
                        "variable-name", station.pointer(), "No expression can read a variable of the name " + name));
            }
            if (outside.sometimes().contains(name)) {
                findings.add(
                        Finding.error(
                                "assigns-outer-variable",
                                station.pointer(),
                                "$" + name
                                        + " belongs to the states around this block, which do not see what is assigned inside"));
            }
        }
    }

    private void choice(Station station) {
        var rules = station.body().path("Choices");
        for (int i = 0; i < rules.size() - 1; i++) {
            var condition = rules.get(i).path("Condition");
            if (condition.asBoolean() || condition.asText().matches("\\{%\\s*true\\s*%}")) {
                findings.add(Finding.warning(
                        "rule-never-tried",
                        station.pointer() + "/Choices/" + (i + 1),
                        "The rule before this one always holds"));
            }
        }
        if (!station.body().has("Default")) {
            findings.add(Finding.warning(
                    "no-default", station.pointer(), "If no rule holds, the execution fails: nothing can catch that"));
        }
    }

    /** From every state a way has to lead to an end. */
    private void leavable(List<Station> stations) {
        var leaving = new TreeSet<String>();
        boolean more = true;
        while (more) {
            more = false;
            for (var station : stations) {
                boolean out = station.ends() || station.ways().stream().anyMatch(way -> leaving.contains(way.to()));
                more |= out && leaving.add(station.name());
            }
        }
        stations.stream()
                .filter(station -> !leaving.contains(station.name()))
                .forEach(station -> findings.add(
                        Finding.error("no-way-out", station.pointer(), "No way from here leads to an end")));
    }
}
