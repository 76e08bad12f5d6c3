package com.lifeverse.local.schedule;

import static com.lifeverse.local.delivery.MessagingStack.START;
import static com.lifeverse.local.delivery.MessagingStack.declaration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.delivery.MessagingStack;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.queue.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Windows, ends, and schedules that are made while the stack runs. */
@Tag("adapters")
class SchedulerTest {
    private static final Path TIMES = Path.of("src/test/resources/schedules/next-fire-computed.json");

    private final MessagingStack stack = MessagingStack.inMemory();

    private static String request(MessagingStack stack, String name, String expression, String more) {
        return """
                {"Name": "%s", "ScheduleExpression": "%s", "FlexibleTimeWindow": {"Mode": "OFF"},
                 "Target": {"Arn": "%s", "RoleArn": "%s", "Input": "{}"} %s}""".formatted(name, expression, stack.queue("q").arn(), MessagingStack.roleArn("fire"), more);
    }

    private void template(String expression, String more) {
        var text = request(stack, "s", expression, more);
        new ScheduleType(stack.schedules).provision(declaration("AWS::Scheduler::Schedule", "S", text));
        stack.schedules.start();
    }

    private JsonNode call(String operation, String request) {
        return stack.scheduler.call(Caller.unrestricted(), operation, Json.read(request));
    }

    private int fired() {
        return stack.bodies(stack.queue("q")).size();
    }

    @Test
    void everyExpressionFiresAtItsTimesAlsoWhereClocksAreChanged() throws IOException {
        var wrong = new ArrayList<String>();
        for (var play : Json.read(Files.readString(TIMES)).path("cases")) {
            var expression = ScheduleExpression.parse(
                    play.path("expression").asText(),
                    ZoneId.of(play.path("timezone").asText("UTC")));
            var at = Instant.parse(play.path("after").asText());
            for (var expected : play.path("next")) {
                var next = expression.first(at, Optional.empty());
                if (!next.map(Instant::toString).equals(Optional.of(expected.asText()))) {
                    wrong.add(play.path("expression").asText() + " after " + at + ": " + next + ", not " + expected);
                }
                at = next.orElse(at);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void firingComesSomewhereInItsWindowAndSaysWhenItWasDue() {
        template("cron(0 4 * * ? *)", "");
        var flexible = request(stack, "f", "cron(0 4 * * ? *)", "")
                .replace("{\"Mode\": \"OFF\"}", "{\"Mode\": \"FLEXIBLE\", \"MaximumWindowInMinutes\": 60}")
                .replace("\"{}\"", "\"{\\\"due\\\":\\\"<aws.scheduler.scheduled-time>\\\"}\"");
        call("createSchedule", flexible);
        stack.agenda.advance(Duration.ofHours(4));
        assertThat(fired()).isEqualTo(1);
        stack.agenda.advance(Duration.ofHours(1));
        assertThat(stack.bodies(stack.queue("q"))).containsExactly("{}", "{\"due\":\"2027-01-01T04:00:00Z\"}");
        assertThat(stack.queues.look(stack.queue("q").arn(), 9))
                .extracting(Message::sentAt)
                .last()
                .isNotEqualTo(START.plus(Duration.ofHours(4)));
    }

    @Test
    void nothingFiresBeforeTheStartOrAfterTheEnd() {
        template("rate(1 hour)", ", \"StartDate\": \"2027-01-01T02:00:00Z\", \"EndDate\": \"2027-01-01T04:00:00Z\"");
        stack.agenda.advance(Duration.ofMinutes(119));
        assertThat(fired()).isZero();
        stack.agenda.advance(Duration.ofDays(1));
        assertThat(fired()).isEqualTo(3);
    }

    @Test
    void singleFiringKnowsNoEnd() {
        template("at(2027-01-01T06:00:00)", ", \"EndDate\": \"2027-01-01T04:00:00Z\"");
        stack.agenda.advance(Duration.ofDays(1));
        assertThat(fired()).isEqualTo(1);
    }

    @Test
    void scheduleThatIsDeletedWhenDoneCanBeMadeAgain() {
        stack.schedules.start();
        var once = request(stack, "once", "at(2027-01-01T01:00:00)", ", \"ActionAfterCompletion\": \"DELETE\"");
        call("createSchedule", once);
        refused("ConflictException", () -> call("createSchedule", once));
        stack.agenda.advance(Duration.ofHours(2));
        assertThat(fired()).isEqualTo(1);
        refused("ResourceNotFoundException", () -> call("getSchedule", "{\"Name\":\"once\"}"));
        call("createSchedule", once.replace("T01", "T05"));
        stack.agenda.advance(Duration.ofHours(4));
        assertThat(fired()).isEqualTo(2);
    }

    @Test
    void scheduleIsMadeChangedLookedAtAndDeleted() {
        stack.schedules.start();
        var arn = call("createSchedule", request(stack, "s", "rate(1 hour)", ""))
                .path("ScheduleArn")
                .asText();
        assertThat(arn).isEqualTo("arn:aws:scheduler:us-east-1:111111111111:schedule/default/s");
        stack.agenda.settle();
        assertThat(fired()).isEqualTo(1);
        call("updateSchedule", request(stack, "s", "rate(1 day)", ", \"State\": \"DISABLED\""));
        var found = call("getSchedule", "{\"Name\":\"s\"}");
        assertThat(found.path("ScheduleExpression").asText()).isEqualTo("rate(1 day)");
        assertThat(found.path("State").asText()).isEqualTo("DISABLED");
        assertThat(call("listSchedules", "{}").path("Schedules")).hasSize(1);
        stack.agenda.advance(Duration.ofDays(2));
        assertThat(fired()).isEqualTo(1);
        call("deleteSchedule", "{\"Name\":\"s\"}");
        refused("ResourceNotFoundException", () -> call("deleteSchedule", "{\"Name\":\"s\"}"));
    }

    @Test
    void scheduleThatWasMadeSurvivesTheEndOfTheProcess(@TempDir Path directory) {
        try (var before = MessagingStack.in(directory, START)) {
            before.scheduler.call(
                    Caller.unrestricted(),
                    "createSchedule",
                    Json.read(request(before, "s", "at(2027-01-01T01:00:00)", "")));
        }
        try (var after = MessagingStack.in(directory, START)) {
            after.queue("q");
            after.scheduler.resume();
            after.schedules.start();
            after.agenda.advance(Duration.ofHours(1));
            assertThat(after.bodies(after.queue("q"))).hasSize(1);
        }
    }

    @Test
    void whatSchedulerWouldRefuseIsRefused() {
        refused("ValidationException", () -> call("createSchedule", request(stack, "s", "rate(1 second)", "")));
        refused("ValidationException", () -> call("createSchedule", request(stack, "a b", "rate(1 hour)", "")));
        refused(
                "ValidationException",
                () -> call(
                        "createSchedule",
                        request(stack, "s", "rate(1 hour)", ", \"ScheduleExpressionTimezone\": \"Mars/Base\"")));
        stack.forbidden.add("iam:PassRole");
        var role = stack.callers.role(MessagingStack.roleArn("maker"));
        assertThatThrownBy(() -> stack.scheduler.call(
                        role, "createSchedule", Json.read(request(stack, "s", "rate(1 hour)", ""))))
                .hasMessageContaining("iam:PassRole");
    }

    private static void refused(String code, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        AwsServiceException.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code));
    }
}
