package com.lifeverse.local.function.instance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The JSON that a caller gets for a failed function, in the shape that Lambda gives it. */
final class FailureReport {
    static final int RESPONSE_LIMIT = 6_291_556;

    /** Chains of causes can be circles. */
    private static final int CAUSES = 8;

    private static final String HOST_FRAMES = FailureReport.class.getPackageName() + ".";

    private FailureReport() {}

    static String of(Throwable thrown) {
        return tree(thrown, CAUSES).toString();
    }

    static String timedOut(String requestId, Duration timeout) {
        var seconds = BigDecimal.valueOf(timeout.toMillis(), 3).setScale(2, RoundingMode.HALF_UP);
        return report(
                "Sandbox.Timedout",
                String.format(Locale.ROOT, "RequestId: %s Error: Task timed out after %s seconds", requestId, seconds));
    }

    static String crashed(String requestId) {
        return report(
                "Runtime.ExitError", "RequestId: " + requestId + " Error: Runtime exited without providing a reason");
    }

    static String tooLarge() {
        return report(
                "Function.ResponseSizeTooLarge",
                "Response payload size exceeded maximum allowed payload size (" + RESPONSE_LIMIT + " bytes).");
    }

    private static String report(String type, String message) {
        return Json.object().put("errorMessage", message).put("errorType", type).toString();
    }

    private static ObjectNode tree(Throwable thrown, int causes) {
        var node = Json.object();
        node.put("errorMessage", message(thrown));
        node.put("errorType", thrown.getClass().getName());
        var trace = node.putArray("stackTrace");
        // From the first frame of the host on, the trace tells nothing about the function.
        Arrays.stream(thrown.getStackTrace())
                .takeWhile(frame -> !frame.getClassName().startsWith(HOST_FRAMES))
                .forEach(frame -> trace.add(frame.toString()));
        if (thrown.getCause() != null && causes > 0) {
            node.set("cause", tree(thrown.getCause(), causes - 1));
        }
        return node;
    }

    private static @Nullable String message(Throwable thrown) {
        return thrown instanceof ClassNotFoundException
                ? "Class not found: " + thrown.getMessage()
                : thrown.getMessage();
    }
}
