package com.lifeverse.platform.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import software.amazon.lambda.powertools.logging.argument.StructuredArguments;

/**
 * What functions say on their log: one JSON object a line, by Powertools for AWS Lambda. Never a token, never a body. What every line
 * of a call has, such as its function and its request, {@link Calls} tells Powertools when the call begins; whoever logs shows the call, since
 * outside of one a line would not say whose it is.
 *
 * @see <a href="https://docs.aws.amazon.com/powertools/java/latest/core/logging/#standard-structured-keys">its keys</a>
 */
public final class Log {
    private static final Logger LOG = LoggerFactory.getLogger(Log.class);
    private static final String CORRELATION = "correlation_id";
    /** The text as it is: a text of somebody else's may have braces of its own. */
    private static final String AS_IS = "{}";

    private Log() {}

    /** An expected course of things that operators want to see. */
    public static void info(Context context, String what, ObjectNode fields) {
        info(context, what, context instanceof Call call ? call.correlation() : "", fields);
    }

    /** As the other, within what the caller of that name can quote. */
    public static void info(Context context, String what, String correlation, ObjectNode fields) {
        within(correlation, () -> LOG.info(AS_IS, arguments(what, fields).toArray()));
    }

    /** An unexpected failure, with its stack. */
    public static void failure(Context context, Problem problem, String correlation, Throwable failure) {
        var arguments =
                arguments(String.valueOf(failure.getMessage()), Json.object().put("problem", problem.slug()));
        arguments.add(failure);
        within(correlation, () -> LOG.error(AS_IS, arguments.toArray()));
    }

    private static List<Object> arguments(String text, ObjectNode fields) {
        var arguments = new ArrayList<Object>();
        arguments.add(text);
        fields.properties()
                .forEach(field -> arguments.add(StructuredArguments.json(
                        field.getKey(), field.getValue().toString())));
        return arguments;
    }

    private static void within(String correlation, Runnable line) {
        if (correlation.isEmpty()) {
            line.run();
            return;
        }
        try (var _ = MDC.putCloseable(CORRELATION, correlation)) {
            line.run();
        }
    }
}
