package com.lifeverse.local.simulate.workflow;

import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.simulate.Stage;
import com.lifeverse.local.workflow.Execution;
import com.lifeverse.local.workflow.machine.Status;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Opens the gate that executions failed at, and takes them up again. */
final class Gatekeeper {
    private static final Duration ROUND = Duration.ofMinutes(1);

    private final Stage stage;
    private final Errands errands;

    Gatekeeper(Stage stage) {
        this.stage = stage;
        this.errands = new Errands(stage);
    }

    void opensAt(Duration wait) {
        errands.run("operator", "opens the gate", wait, this::open, _ -> redriveFailed());
    }

    private String open() {
        var gate = AttributeValue.fromS(Calls.GATE);
        stage.stack().tables().putItem(put -> put.tableName(Grounds.TABLE).item(Map.of("playerId", gate, "sk", gate)));
        return "open";
    }

    private void redriveFailed() {
        stage.outside().in(ROUND, "operator looks for failed executions", () -> {
            redriveFailed();
            stage.stack().workflows().list(Starter.MACHINE).stream()
                    .filter(Gatekeeper::failedAtTheGate)
                    .map(execution -> execution.run().arn())
                    .forEach(arn ->
                            errands.run("operator", "RedriveExecution", Duration.ZERO, () -> redriven(arn), _ -> {}));
        });
    }

    private String redriven(String arn) {
        stage.stack().workflows().redrive(Caller.unrestricted(), arn);
        return arn;
    }

    /** All others end as they are meant to. */
    private static boolean failedAtTheGate(Execution execution) {
        return execution.status() == Status.FAILED
                && execution
                        .ending()
                        .filter(ending -> ending.failure() == null
                                || !Plan.PLANNED.equals(ending.failure().error()))
                        .isPresent();
    }
}
