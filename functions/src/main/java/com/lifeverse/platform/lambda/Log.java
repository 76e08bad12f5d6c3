package com.lifeverse.platform.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.json.Json;
import java.io.PrintWriter;
import java.io.StringWriter;

/** One JSON object a line on the function's log: level, function, request, and what happened. Never a token, never a body. */
public final class Log {
    private Log() {}

    /** An expected course of things that operators want to see. */
    public static void info(Context context, String what, ObjectNode fields) {
        write(context, "INFO", what, fields);
    }

    /** An unexpected failure, with its stack. */
    public static void failure(Context context, Problem problem, String correlation, Throwable failure) {
        var stack = new StringWriter();
        failure.printStackTrace(new PrintWriter(stack, true));
        var fields = Json.object()
                .put("problem", problem.slug())
                .put("correlation", correlation)
                .put("stack", stack.toString());
        write(context, "ERROR", String.valueOf(failure.getMessage()), fields);
    }

    private static void write(Context context, String level, String what, ObjectNode fields) {
        ObjectNode line = Json.object();
        line.put("level", level);
        line.put("function", context.getFunctionName());
        line.put("request", context.getAwsRequestId());
        line.put("message", what);
        line.setAll(fields);
        context.getLogger().log(Json.write(line) + "\n");
    }
}
