package com.lifeverse.local.workflow.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Cloud;
import com.lifeverse.local.kernel.Json;
import org.jspecify.annotations.Nullable;

/** How the history speaks of a task, which depends on its resource: an integration, or a function named directly. */
sealed interface Resource {
    void scheduled(Journal journal, JsonNode arguments, @Nullable Long timeout, @Nullable Long heartbeat);

    void succeeded(Journal journal, JsonNode output);

    void failed(Journal journal, Failure failure);

    void timedOut(Journal journal, Failure failure);

    static Resource of(String arn) {
        var prefix = "arn:aws:states:::";
        if (!arn.startsWith(prefix)) {
            return new Function(arn);
        }
        int action = arn.lastIndexOf(':');
        return new Integration(
                arn.substring(prefix.length(), Math.max(prefix.length(), action)), arn.substring(action + 1));
    }

    /** {@code arn:aws:states:::TYPE:ACTION}. */
    record Integration(String type, String action) implements Resource {
        @Override
        public void scheduled(Journal journal, JsonNode arguments, @Nullable Long timeout, @Nullable Long heartbeat) {
            var details = named().put("region", Cloud.REGION);
            details.put("parameters", Json.text(arguments));
            limits(details, timeout, heartbeat);
            journal.write("TaskScheduled", "taskScheduledEventDetails", details);
            journal.write("TaskStarted", "taskStartedEventDetails", named());
        }

        @Override
        public void succeeded(Journal journal, JsonNode output) {
            var details = named();
            details.setAll(Journal.valued("output", output));
            journal.write("TaskSucceeded", "taskSucceededEventDetails", details);
        }

        @Override
        public void failed(Journal journal, Failure failure) {
            journal.write("TaskFailed", "taskFailedEventDetails", named().setAll(failure.details()));
        }

        @Override
        public void timedOut(Journal journal, Failure failure) {
            journal.write("TaskTimedOut", "taskTimedOutEventDetails", named().setAll(failure.details()));
        }

        private ObjectNode named() {
            return Json.object().put("resource", action).put("resourceType", type);
        }
    }

    /** The ARN of a Lambda function. */
    record Function(String arn) implements Resource {
        @Override
        public void scheduled(Journal journal, JsonNode arguments, @Nullable Long timeout, @Nullable Long heartbeat) {
            var details = Journal.valued("input", arguments).put("resource", arn);
            limits(details, timeout, null);
            journal.write("LambdaFunctionScheduled", "lambdaFunctionScheduledEventDetails", details);
            journal.write("LambdaFunctionStarted");
        }

        @Override
        public void succeeded(Journal journal, JsonNode output) {
            var details = Journal.valued("output", output);
            journal.write("LambdaFunctionSucceeded", "lambdaFunctionSucceededEventDetails", details);
        }

        @Override
        public void failed(Journal journal, Failure failure) {
            journal.write("LambdaFunctionFailed", "lambdaFunctionFailedEventDetails", failure.details());
        }

        @Override
        public void timedOut(Journal journal, Failure failure) {
            journal.write("LambdaFunctionTimedOut", "lambdaFunctionTimedOutEventDetails", failure.details());
        }
    }

    private static void limits(ObjectNode details, @Nullable Long timeout, @Nullable Long heartbeat) {
        if (timeout != null) {
            details.put("timeoutInSeconds", timeout);
        }
        if (heartbeat != null) {
            details.put("heartbeatInSeconds", heartbeat);
        }
    }
}
