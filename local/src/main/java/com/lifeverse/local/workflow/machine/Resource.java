package com.lifeverse.local.workflow.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Cloud;
import com.lifeverse.local.kernel.Json;
import org.jspecify.annotations.Nullable;

/** How the history speaks of a task, which depends on its resource: an integration, or a function named directly. */
sealed interface Resource {
    void scheduled(Walker walker, JsonNode arguments, @Nullable Long timeout, @Nullable Long heartbeat);

    void submitted(Walker walker, JsonNode output);

    void succeeded(Walker walker, JsonNode output);

    void failed(Walker walker, Failure failure);

    void timedOut(Walker walker, Failure failure);

    /** True if the task is over only when what it began is over. */
    boolean awaitsCompletion();

    /** True if the task is over when somebody hands its token back. */
    boolean awaitsToken();

    /** How the history speaks of the resource with that ARN. */
    static Resource of(String arn) {
        var prefix = "arn:aws:states:::";
        if (!arn.startsWith(prefix)) {
            return new Function(arn);
        }
        var rest = arn.substring(prefix.length());
        int pattern = rest.indexOf(".sync");
        int action = rest.lastIndexOf(':', pattern < 0 ? rest.length() : pattern);
        return new Integration(rest.substring(0, Math.max(0, action)), rest.substring(action + 1));
    }

    /** {@code arn:aws:states:::TYPE:ACTION}. */
    record Integration(String type, String action) implements Resource {
        @Override
        public void scheduled(Walker walker, JsonNode arguments, @Nullable Long timeout, @Nullable Long heartbeat) {
            var details = named().put("region", Cloud.REGION);
            details.put("parameters", Json.text(arguments));
            limits(details, timeout, heartbeat);
            walker.write("TaskScheduled", "taskScheduledEventDetails", details);
            walker.write("TaskStarted", "taskStartedEventDetails", named());
        }

        @Override
        public void submitted(Walker walker, JsonNode output) {
            walker.write(
                    "TaskSubmitted", "taskSubmittedEventDetails", named().setAll(Journal.valued("output", output)));
        }

        @Override
        public void succeeded(Walker walker, JsonNode output) {
            walker.write(
                    "TaskSucceeded", "taskSucceededEventDetails", named().setAll(Journal.valued("output", output)));
        }

        @Override
        public void failed(Walker walker, Failure failure) {
            walker.write("TaskFailed", "taskFailedEventDetails", named().setAll(failure.details()));
        }

        @Override
        public void timedOut(Walker walker, Failure failure) {
            walker.write("TaskTimedOut", "taskTimedOutEventDetails", named().setAll(failure.details()));
        }

        @Override
        public boolean awaitsCompletion() {
            return action.contains(".sync");
        }

        @Override
        public boolean awaitsToken() {
            return action.endsWith(".waitForTaskToken");
        }

        private ObjectNode named() {
            return Json.object().put("resource", action).put("resourceType", type);
        }
    }

    /** The ARN of a Lambda function. */
    record Function(String arn) implements Resource {
        @Override
        public void scheduled(Walker walker, JsonNode arguments, @Nullable Long timeout, @Nullable Long heartbeat) {
            var details = Journal.valued("input", arguments).put("resource", arn);
            limits(details, timeout, null);
            walker.write("LambdaFunctionScheduled", "lambdaFunctionScheduledEventDetails", details);
            walker.write("LambdaFunctionStarted");
        }

        @Override
        public void submitted(Walker walker, JsonNode output) {
            throw new IllegalStateException("A function that is named directly is over with its answer");
        }

        @Override
        public void succeeded(Walker walker, JsonNode output) {
            var details = Journal.valued("output", output);
            walker.write("LambdaFunctionSucceeded", "lambdaFunctionSucceededEventDetails", details);
        }

        @Override
        public void failed(Walker walker, Failure failure) {
            walker.write("LambdaFunctionFailed", "lambdaFunctionFailedEventDetails", failure.details());
        }

        @Override
        public void timedOut(Walker walker, Failure failure) {
            walker.write("LambdaFunctionTimedOut", "lambdaFunctionTimedOutEventDetails", failure.details());
        }

        @Override
        public boolean awaitsCompletion() {
            return false;
        }

        @Override
        public boolean awaitsToken() {
            return false;
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
