package com.lifeverse.local.schedule;

import static com.lifeverse.local.delivery.MessagingStack.START;
import static com.lifeverse.local.delivery.MessagingStack.declaration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    @Test
    void requestThatIsRepeatedWithItsTokenMakesNothingTwice() {
        var once = request(stack, "s", "rate(1 hour)", ", \"ClientToken\": \"t\"");
        var arn = call("createSchedule", once);
        assertThat(call("createSchedule", once)).isEqualTo(arn);
        refused("ConflictException", () -> call("createSchedule", once.replace("1 hour", "2 hours")));
        refused("ConflictException", () -> call("createSchedule", once.replace("\"t\"", "\"u\"")));
        assertThat(call("getSchedule", "{\"Name\":\"s\"}").has("ClientToken")).isFalse();
    }

    @Test
    void groupsHoldSchedulesAndTakeThemAlong() {
        refused(
                "ResourceNotFoundException",
                () -> call("createSchedule", request(stack, "s", "rate(1 hour)", ", \"GroupName\": \"g\"")));
        call("createScheduleGroup", "{\"Name\":\"g\"}");
        refused("ConflictException", () -> call("createScheduleGroup", "{\"Name\":\"g\"}"));
        call("createSchedule", request(stack, "s", "rate(1 hour)", ", \"GroupName\": \"g\""));
        call("createSchedule", request(stack, "s", "rate(1 hour)", ""));
        assertThat(call("listSchedules", "{}").path("Schedules")).hasSize(2);
        assertThat(call("listSchedules", "{\"GroupName\":\"g\"}").path("Schedules"))
                .hasSize(1);
        assertThat(call("listScheduleGroups", "{}").findValuesAsText("Name")).containsExactly("default", "g");
        call("deleteScheduleGroup", "{\"Name\":\"g\"}");
        assertThat(call("listSchedules", "{}").path("Schedules")).hasSize(1);
        refused("ResourceNotFoundException", () -> call("getScheduleGroup", "{\"Name\":\"g\"}"));
        refused("ValidationException", () -> call("deleteScheduleGroup", "{\"Name\":\"default\"}"));
    }

    @Test
    void listComesInPagesAndByPrefixAndState() {
        for (var name : List.of("a1", "a2", "b1")) {
            call("createSchedule", request(stack, name, "rate(1 hour)", ""));
        }
        call("updateSchedule", request(stack, "a2", "rate(1 hour)", ", \"State\": \"DISABLED\""));
        assertThat(call("listSchedules", "{\"NamePrefix\":\"a\",\"State\":\"ENABLED\"}")
                        .path("Schedules"))
                .hasSize(1);
        var first = call("listSchedules", "{\"MaxResults\":2}");
        assertThat(first.path("Schedules")).hasSize(2);
        var rest = call(
                "listSchedules",
                "{\"MaxResults\":2,\"NextToken\":\"%s\"}"
                        .formatted(first.path("NextToken").asText()));
        assertThat(rest.path("Schedules").findValuesAsText("Name")).containsExactly("b1");
        assertThat(rest.has("NextToken")).isFalse();
        refused("ValidationException", () -> call("listSchedules", "{\"MaxResults\":0}"));
    }

    @Test
    void scheduleTellsAllThatItWasMadeOfAlsoIfATemplateMadeIt() {
        template("rate(1 day)", ", \"Description\": \"daily\"");
        var name = call("listSchedules", "{}")
                .path("Schedules")
                .get(0)
                .path("Name")
                .asText();
        var found = call("getSchedule", "{\"Name\":\"%s\"}".formatted(name));
        assertThat(found.path("ScheduleExpression").asText()).isEqualTo("rate(1 day)");
        assertThat(found.path("ScheduleExpressionTimezone").asText()).isEqualTo("UTC");
        assertThat(found.path("Target").path("RoleArn").asText()).startsWith("arn:aws:iam:");
        assertThat(found.path("CreationDate").asText()).isEqualTo(START.toString());
        assertThat(found.path("Description").asText()).isEqualTo("daily");
        assertThat(found.path("ActionAfterCompletion").asText()).isEqualTo("NONE");
    }

    @Test
    void inputSaysWhichTryItIs() {
        stack.schedules.start();
        var request = (ObjectNode) Json.read(request(stack, "s", "at(2027-01-01T01:00:00)", ""));
        ((ObjectNode) request.path("Target")).put("Input", "{\"try\":\"<aws.scheduler.attempt-number>\"}");
        call("createSchedule", Json.text(request));
        stack.agenda.advance(Duration.ofHours(2));
        assertThat(stack.bodies(stack.queue("q"))).containsExactly("{\"try\":\"1\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"RetryPolicy\": {\"MaximumRetryAttempts\": 186}",
                "\"RetryPolicy\": {\"MaximumEventAgeInSeconds\": 59}",
                "\"RetryPolicy\": {\"MaximumEventAgeInSeconds\": 86401}",
                "\"Arn\": \"arn:aws:scheduler:::aws-sdk:sqs:listQueues\"",
                "\"Arn\": \"arn:aws:scheduler:::aws-sdk:sqs:sendMessage\", \"Input\": \"[]\"",
                "\"Arn\": \"arn:aws:scheduler:::aws-sdk:ec2:runInstances\", \"Input\": \"{}\""
            })
    void targetThatSchedulerWouldRefuseIsRefused(String member) {
        var request = (ObjectNode) Json.read(request(stack, "s", "rate(1 hour)", ""));
        ((ObjectNode) request.path("Target")).setAll((ObjectNode) Json.read("{" + member + "}"));
        refused("ValidationException", () -> call("createSchedule", Json.text(request)));
    }

    @Test
    void endBeforeTheStartIsRefused() {
        refused(
                "ValidationException",
                () -> call(
                        "createSchedule",
                        request(
                                stack,
                                "s",
                                "rate(1 hour)",
                                ", \"StartDate\": \"2027-01-02T00:00:00Z\", \"EndDate\": \"2027-01-01T00:00:00Z\"")));
    }
}
