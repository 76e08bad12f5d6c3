package com.lifeverse.local.workflow;

import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.workflow.Machine.Kind;
import com.lifeverse.local.workflow.machine.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** One execution through every kind of state, which takes hours; it is gone on with by whoever opens its store. */
final class EveryKind {
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static final int HOURS = 12;
    private static final String TASK = "\"Type\":\"Task\",\"Resource\":\"" + Stack.TASK + "\"";
    private static final String ONE_TASK = "{\"StartAt\":\"%1$s\",\"States\":{\"%1$s\":{" + TASK + ",\"End\":true}}}";

    private EveryKind() {}

    /** The stack on a store, with the machines there, and what ran taken up again. */
    static Stack on(Store store) {
        var stack = Stack.virtual(store, NOW);
        stack.machine("child", Kind.STANDARD, "\"A\":{" + TASK + ",\"Next\":\"Z\"},\"Z\":{\"Type\":\"Succeed\"}");
        stack.machine(Kind.STANDARD, states());
        stack.workflows.resume();
        return stack;
    }

    /** Starts it if it is not there, and lets its hours pass, while somebody hands tokens back. */
    static String run(Stack stack) {
        var arn = stack.workflows.machines().find(Stack.ARN).orElseThrow().executionArn("one", new UUID(0, 0));
        if (stack.workflows.describe(arn).isEmpty()) {
            stack.workflows.start(Caller.unrestricted(), Stack.ARN, Optional.of("one"), "{\"n\":1}");
        }
        for (int i = 0; i < HOURS * 6; i++) {
            stack.agenda.advance(Duration.ofMinutes(10));
            handBack(stack, arn);
        }
        return arn;
    }

    private static void handBack(Stack stack, String arn) {
        if (stack.execution(arn).status() == Status.RUNNING) {
            stack.workflows.history(arn).stream()
                    .filter(event -> event.type().equals("TaskScheduled"))
                    .map(event -> Json.read(event.details()
                            .at("/taskScheduledEventDetails/parameters")
                            .asText()))
                    .filter(parameters -> parameters.has("token"))
                    .reduce((_, later) -> later)
                    .ifPresent(
                            parameters -> answer(stack, parameters.path("token").asText()));
        }
    }

    private static void answer(Stack stack, String token) {
        try {
            stack.workflows.tokens().succeed(token, "{\"answered\":true}");
        } catch (AwsServiceException tooLate) {
            if (!tooLate.awsErrorDetails().errorCode().equals("TaskTimedOut")) {
                throw tooLate;
            }
        }
    }

    private static String states() {
        return """
                "A":{"Type":"Pass","Assign":{"v":["kept"]},"Next":"Check"},
                "Check":{"Type":"Choice","Choices":[{"Condition":"{%% $v[0] = 'kept' %%}","Next":"Work"}],"Default":"Wrong"},
                "Wrong":{"Type":"Fail","Error":"Wrong"},
                "Work":{TASK,"Next":"Rest"},
                "Rest":{"Type":"Wait","Seconds":7200,"Next":"Refused"},
                "Refused":{TASK,"Arguments":{"fail":"Busy"},
                  "Retry":[{"ErrorEquals":["Busy"],"IntervalSeconds":60,"BackoffRate":2,"MaxAttempts":2}],
                  "Catch":[{"ErrorEquals":["Busy"],"Assign":{"caught":"{%% $states.errorOutput.Error %%}"},"Next":"Both"}],
                  "End":true},
                "Both":{"Type":"Parallel","Branches":[%s,{"StartAt":"Nap","States":{
                  "Nap":{"Type":"Wait","Seconds":5,"Next":"Broken"},"Broken":{"Type":"Fail","Error":"Fallen"}}}],
                  "Catch":[{"ErrorEquals":["Fallen"],"Next":"Again"}],"Next":"Wrong"},
                "Again":{"Type":"Parallel","Branches":[%s,%s],"Next":"Each"},
                "Each":{"Type":"Map","Items":[1,2,3],"MaxConcurrency":2,"ItemProcessor":%s,"Next":"Apart"},
                "Apart":{"Type":"Map","Items":[4,5,6],"ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED",
                  "ExecutionType":"STANDARD"},"StartAt":"E","States":{"E":{TASK,"End":true}}},"Next":"Nested"},
                "Nested":{"Type":"Task","Resource":"arn:aws:states:::states:startExecution.sync:2",
                  "Arguments":{"StateMachineArn":"arn:aws:states:us-east-1:111111111111:stateMachine:child","Input":{"deep":1}},
                  "Next":"Ask"},
                "Ask":{"Type":"Task","Resource":"arn:aws:states:::test:work.waitForTaskToken","TimeoutSeconds":7200,
                  "HeartbeatSeconds":3600,"Arguments":{"token":"{%% $states.context.Task.Token %%}"},"Next":"Done"},
                "Done":{"Type":"Succeed","Output":"{%% [$v[0], $caught, $states.input] %%}"}""".replace("TASK", TASK).formatted(
                ONE_TASK.formatted("B"), ONE_TASK.formatted("C"), ONE_TASK.formatted("D"), ONE_TASK.formatted("F"));
    }
}
