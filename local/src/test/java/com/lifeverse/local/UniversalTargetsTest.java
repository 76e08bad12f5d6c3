package com.lifeverse.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.delivery.Failure;
import com.lifeverse.local.delivery.MessagingStack;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Crossings;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.queue.MessageSink;
import com.lifeverse.local.workflow.language.Chance;
import com.lifeverse.local.workflow.task.SendMessage;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("adapters")
class UniversalTargetsTest {
    private final MessagingStack stack = MessagingStack.inMemory();

    @BeforeEach
    void register() {
        var send = new SendMessage(
                new MessageSink(stack.queues)::send, Crossings.open(), stack.agenda, Chance.of(new Random(0)));
        stack.endpoints.registerAll(UniversalTargets.PREFIX, new UniversalTargets(List.of(send))::find);
        stack.schedules.start();
    }

    private void schedule(String input) {
        var request = Json.object().put("Name", "s").put("ScheduleExpression", "at(2027-01-01T01:00:00)");
        request.putObject("FlexibleTimeWindow").put("Mode", "OFF");
        request.putObject("Target")
                .put("Arn", "arn:aws:scheduler:::aws-sdk:sqs:sendMessage")
                .put("RoleArn", MessagingStack.roleArn("fires"))
                .put("Input", input)
                .putObject("RetryPolicy")
                .put("MaximumRetryAttempts", 1);
        stack.scheduler.call(Caller.unrestricted(), "createSchedule", request);
        stack.agenda.advance(Duration.ofHours(2));
    }

    @Test
    void scheduleCallsTheOperationWithItsInput() {
        var queue = stack.queue("work");
        schedule("{\"QueueUrl\": \"%s\", \"MessageBody\": \"<aws.scheduler.scheduled-time>\"}".formatted(queue.url()));
        assertThat(stack.bodies(queue)).containsExactly("2027-01-01T01:00:00Z");
    }

    @Test
    void whatTheServiceRefusesForGoodIsNotTriedAgain() {
        schedule("{\"QueueUrl\": \"https://sqs.us-east-1.amazonaws.com/111111111111/none\", \"MessageBody\": \"x\"}");
        assertThat(stack.lost).extracting(Failure::code).containsExactly("NO_RESOURCE");
    }

    @Test
    void rolesWithoutPermissionAreToldSo() {
        var queue = stack.queue("work");
        stack.forbidden.add("sqs:SendMessage");
        schedule("{\"QueueUrl\": \"%s\", \"MessageBody\": \"x\"}".formatted(queue.url()));
        assertThat(stack.lost).extracting(Failure::code).containsExactly("NO_PERMISSIONS");
    }
}
