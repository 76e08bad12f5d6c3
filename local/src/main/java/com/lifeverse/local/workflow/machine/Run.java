package com.lifeverse.local.workflow.machine;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is fixed when an execution starts.
 *
 * @param arn the execution's ARN
 * @param name its name, unique in its machine
 * @param deadline when the whole execution times out; null if it never does
 * @param express whether it is an Express one, whose history has no limit
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Run(
        String arn,
        String name,
        String machineArn,
        String machineName,
        String roleArn,
        JsonNode input,
        Instant startedAt,
        @Nullable Instant deadline,
        boolean express) {

    /** The same with another deadline. */
    public Run until(Instant later) {
        return new Run(arn, name, machineArn, machineName, roleArn, input, startedAt, later, express);
    }

    /** The value of {@code $states.context} while the execution stands in a state. */
    ObjectNode context(Stage.Entered at, int retryCount, int redrives, @Nullable Instant redrivenAt) {
        var context = Json.object();
        var execution = context.putObject("Execution");
        execution
                .put("Id", arn)
                .<ObjectNode>set("Input", input)
                .put("Name", name)
                .put("RoleArn", roleArn)
                .put("StartTime", Moments.text(startedAt))
                .put("RedriveCount", redrives);
        if (redrivenAt != null) {
            execution.put("RedriveTime", Moments.text(redrivenAt));
        }
        context.putObject("StateMachine").put("Id", machineArn).put("Name", machineName);
        context.putObject("State")
                .put("Name", at.state())
                .put("EnteredTime", Moments.text(at.when()))
                .put("RetryCount", retryCount);
        return context;
    }
}
