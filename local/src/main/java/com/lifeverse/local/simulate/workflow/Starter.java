package com.lifeverse.local.simulate.workflow;

import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Cloud;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.simulate.Stage;
import com.lifeverse.local.simulate.Violation;
import com.lifeverse.local.workflow.machine.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts executions by name, each again for good measure, and once by the same name with another input. */
final class Starter {
    static final String MACHINE = Cloud.arn("states", "stateMachine:" + Grounds.MACHINE + "0");

    private final Stage stage;
    private final Errands errands;
    private final List<String> names = new ArrayList<>();
    private final List<Violation> found = new ArrayList<>();

    Starter(Stage stage) {
        this.stage = stage;
        this.errands = new Errands(stage);
    }

    /** The names of all that has to run. */
    List<String> names() {
        return List.copyOf(names);
    }

    List<Violation> violations() {
        return List.copyOf(found);
    }

    void start(String name, Duration wait) {
        names.add(name);
        errands.run("client", "StartExecution " + name, wait, () -> started(name, name), answer -> {
            if (answer.result().isEmpty() && !answer.refusal().equals("ExecutionAlreadyExists")) {
                find(name + " is refused: " + answer.refusal());
            }
            if (stage.chance(0.5)) {
                errands.run("client", "StartExecution " + name, pause(), () -> started(name, name), _ -> {});
            }
            if (stage.chance(0.3)) {
                errands.run("client", "StartExecution " + name, pause(), () -> started(name, "another"), other -> {
                    if (other.result().isPresent()) {
                        find(name + " starts with another input");
                    }
                });
            }
        });
    }

    private String started(String name, String path) {
        var arn = arn(name);
        boolean running = stage.stack()
                .workflows()
                .describe(arn)
                .filter(execution -> execution.status() == Status.RUNNING)
                .isPresent();
        try {
            var told = stage.stack()
                    .workflows()
                    .start(
                            Caller.unrestricted(),
                            MACHINE,
                            Optional.of(name),
                            Json.text(Json.object().put("path", path).put("trail", "")));
            if (!told.equals(arn)) {
                find(name + " starts as " + told);
            }
            running = false;
            return told;
        } finally {
            if (running && path.equals(name)) {
                find(name + " is not answered again while it runs");
            }
        }
    }

    static String arn(String name) {
        return MACHINE.replace(":stateMachine:", ":execution:") + ":" + name;
    }

    private Duration pause() {
        return stage.between(Duration.ZERO, Duration.ofMinutes(10));
    }

    private void find(String what) {
        found.add(new Violation("a-start-by-name-is-one-start", stage.step(), what));
    }
}
