package com.lifeverse.local.function;

import com.lifeverse.local.kernel.Cloud;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A function as its template declares it.
 *
 * @param code a directory with classes at its top and jars in its {@code lib}, or one archive
 * @param handler the handler's class
 * @param role the ARN of the role that it acts as
 * @param variables its own settings, without those that Lambda adds
 * @param memory in MB
 * @param reserved how many may run at once; empty for a share of what the account has
 * @param deadLetters the ARN of the queue for events that failed for good
 * @param startsFromSnapshots true if its versions have SnapStart: then none of its instances can stand ready
 */
public record FunctionSettings(
        String name,
        Path code,
        String handler,
        String role,
        Map<String, String> variables,
        Duration timeout,
        int memory,
        OptionalInt reserved,
        Optional<String> deadLetters,
        boolean startsFromSnapshots) {
    public FunctionSettings {
        variables = Map.copyOf(variables);
    }

    /** Without SnapStart. */
    public FunctionSettings(
            String name,
            Path code,
            String handler,
            String role,
            Map<String, String> variables,
            Duration timeout,
            int memory,
            OptionalInt reserved,
            Optional<String> deadLetters) {
        this(name, code, handler, role, variables, timeout, memory, reserved, deadLetters, false);
    }

    /** The ARN without qualifier. */
    public String arn() {
        return new FunctionId(name, Optional.empty()).arn();
    }

    /** The environment that the handler sees: its own settings and what Lambda adds to them. */
    public Map<String, String> environment() {
        var all = new LinkedHashMap<>(variables);
        all.put("AWS_REGION", Cloud.REGION);
        all.put("AWS_DEFAULT_REGION", Cloud.REGION);
        all.put("AWS_LAMBDA_FUNCTION_NAME", name);
        all.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
        all.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(memory));
        all.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        all.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + name);
        all.put("AWS_LAMBDA_LOG_STREAM_NAME", "local");
        all.put("LAMBDA_TASK_ROOT", code.toString());
        all.put("_HANDLER", handler);
        return all;
    }
}
