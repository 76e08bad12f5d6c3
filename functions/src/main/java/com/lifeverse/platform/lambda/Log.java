package com.lifeverse.platform.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.json.Json;
import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * One JSON object a line on the function's log: level, function, request, and what happened. Never a token, never a body. The keys
 * are those of Powertools for AWS Lambda, so that queries which people have written for it find our lines; the time is what
 * CloudWatch gives each line.
 *
 * @see <a href="https://docs.aws.amazon.com/powertools/java/latest/core/logging/#standard-structured-keys">its keys</a>
 */
public final class Log {
    private static final String CORRELATION = "correlation_id";

    private Log() {}

    /** An expected course of things that operators want to see. */
    public static void info(Context context, String what, ObjectNode fields) {
        write(context, "INFO", what, fields);
    }

    /** As the other, within what the caller of that name can quote. */
    public static void info(Context context, String what, String correlation, ObjectNode fields) {
        write(context, "INFO", what, fields.put(CORRELATION, correlation));
    }

    /** An unexpected failure, with its stack. */
    public static void failure(Context context, Problem problem, String correlation, Throwable failure) {
        var stack = new StringWriter();
        failure.printStackTrace(new PrintWriter(stack, true));
        var fields = Json.object().put("problem", problem.slug()).put(CORRELATION, correlation);
        fields.putObject("error")
                .put("message", String.valueOf(failure.getMessage()))
                .put("name", failure.getClass().getName())
                .put("stack", stack.toString());
        write(context, "ERROR", String.valueOf(failure.getMessage()), fields);
    }

    private static void write(Context context, String level, String what, ObjectNode fields) {
        ObjectNode line = Json.object();
        line.put("level", level);
        line.put("message", what);
        if (context instanceof Call call) {
            line.put("service", call.service());
            line.put("cold_start", call.coldStart());
            if (!call.correlation().isEmpty()) {
                line.put(CORRELATION, call.correlation());
            }
        }
        line.put("function_name", context.getFunctionName());
        line.put("function_version", context.getFunctionVersion());
        line.put("function_request_id", context.getAwsRequestId());
        line.setAll(fields);
        context.getLogger().log(Json.write(line) + "\n");
    }
}
