package com.lifeverse.local.simulate.workflow;

import com.lifeverse.local.simulate.Stage;
import com.lifeverse.local.simulate.Violation;
import com.lifeverse.local.workflow.Execution;
import com.lifeverse.local.workflow.Machine;
import com.lifeverse.local.workflow.Workflows;
import com.lifeverse.local.workflow.machine.HistoryEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Looks at all histories from time to time: what has been written stays as it is, however often the stack ends. */
final class Chronicle {
    private static final Duration PAUSE = Duration.ofSeconds(50);

    private final Stage stage;
    private final Map<String, List<HistoryEvent>> last = new TreeMap<>();
    private final List<Violation> found = new ArrayList<>();

    Chronicle(Stage stage) {
        this.stage = stage;
    }

    void begin() {
        stage.outside().in(PAUSE, "somebody reads histories", () -> {
            begin();
            look();
        });
    }

    /** Reads what has changed. */
    void look() {
        var workflows = stage.stack().workflows();
        executions(workflows).forEach(execution -> {
            var arn = execution.run().arn();
            var before = last.getOrDefault(arn, List.of());
            if (execution.progress().lastEventId() == before.size()) {
                return;
            }
            var now = workflows.history(arn);
            if (now.size() < before.size() || !now.subList(0, before.size()).equals(before)) {
                found.add(new Violation("history-stays-as-it-is", stage.step(), arn));
            }
            last.put(arn, now);
        });
    }

    /** All executions, those that Maps began too. */
    static List<Execution> executions(Workflows workflows) {
        return workflows.machines().all().stream()
                .map(Machine::arn)
                .flatMap(machine -> workflows.list(machine).stream())
                .flatMap(execution -> Stream.concat(Stream.of(execution), children(workflows, execution)))
                .toList();
    }

    private static Stream<Execution> children(Workflows workflows, Execution execution) {
        return workflows.mapRuns(execution.run().arn()).stream()
                .map(run -> run.arn().substring(0, run.arn().lastIndexOf(':')).replace(":mapRun:", ":stateMachine:"))
                .distinct()
                .flatMap(machine -> workflows.list(machine).stream())
                .filter(child -> child.start().child() != null
                        && workflows
                                .mapRun(child.start().child().runArn())
                                .filter(run ->
                                        run.parentArn().equals(execution.run().arn()))
                                .isPresent());
    }

    /** Every execution's history as it was read last. */
    Map<String, List<HistoryEvent>> last() {
        return Collections.unmodifiableMap(last);
    }

    List<Violation> violations() {
        return List.copyOf(found);
    }
}
