package com.lifeverse.local.schedule;

import static com.lifeverse.local.delivery.MessagingStack.START;
import static com.lifeverse.local.delivery.MessagingStack.declaration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.local.delivery.MessagingStack;
import com.lifeverse.local.queue.Queue;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("adapters")
class SchedulesTest {
    private static Queue schedule(MessagingStack stack, String expression) {
        var queue = stack.queue("rotations");
        var made = new ScheduleType(stack.schedules)
                .provision(declaration("AWS::Scheduler::Schedule", "Rotate", """
                {"ScheduleExpression": "%s", "FlexibleTimeWindow": {"Mode": "OFF"},
                 "Target": {"Arn": "%s", "RoleArn": "%s",
                            "Input": "{\\"at\\": \\"<aws.scheduler.scheduled-time>\\"}"}}
                """.formatted(
                                expression, queue.arn(), MessagingStack.roleArn("rotate"))));
        assertThat(made.attributes())
                .containsEntry("Arn", "arn:aws:scheduler:us-east-1:111111111111:schedule/default/dev-events-Rotate");
        stack.schedules.start();
        return queue;
    }

    @Test
    void rateFiresAtOnceAndThenAtItsRate() {
        var stack = MessagingStack.inMemory();
        var queue = schedule(stack, "rate(30 days)");
        stack.agenda.settle();
        assertThat(stack.bodies(queue)).containsExactly("{\"at\": \"2027-01-01T00:00:00Z\"}");
        stack.agenda.advance(Duration.ofDays(3));
        assertThat(stack.bodies(queue)).hasSize(1);
        stack.agenda.advance(Duration.ofDays(27));
        assertThat(stack.bodies(queue)).contains("{\"at\": \"2027-01-31T00:00:00Z\"}");
    }

    @Test
    void timeFiresOnceAndOneThatHasPassedNever() {
        var stack = MessagingStack.inMemory();
        var queue = schedule(stack, "at(2027-01-01T06:00:00)");
        stack.agenda.advance(Duration.ofDays(2));
        assertThat(stack.bodies(queue)).hasSize(1);
        var late = MessagingStack.inMemory();
        var nothing = schedule(late, "at(2022-12-31T23:59:59)");
        late.agenda.advance(Duration.ofDays(2));
        assertThat(late.bodies(nothing)).isEmpty();
    }

    @Test
    void firingsMissedWhileNothingRanAreCaughtUpOnce(@TempDir Path directory) {
        try (var before = MessagingStack.in(directory, START)) {
            schedule(before, "rate(1 hour)");
            before.agenda.settle();
        }
        try (var after = MessagingStack.in(directory, START.plus(Duration.ofMinutes(210)))) {
            var queue = schedule(after, "rate(1 hour)");
            after.agenda.settle();
            assertThat(after.bodies(queue)).hasSize(2);
            after.agenda.advance(Duration.ofMinutes(30));
            assertThat(after.bodies(queue)).hasSize(3).last().asString().contains("T04:00:00Z");
        }
    }

    @Test
    void restartBeforeTheNextFiringDoesNotFire(@TempDir Path directory) {
        try (var before = MessagingStack.in(directory, START)) {
            schedule(before, "rate(1 hour)");
            before.agenda.settle();
        }
        try (var after = MessagingStack.in(directory, START.plusSeconds(60))) {
            var queue = schedule(after, "rate(1 hour)");
            after.agenda.settle();
            assertThat(after.bodies(queue)).hasSize(1);
        }
    }

    @Test
    void calendarFiresAtItsTimesAndNotBefore() {
        var stack = MessagingStack.inMemory();
        var queue = schedule(stack, "cron(0 4 1 * ? *)");
        stack.agenda.advance(Duration.ofHours(3));
        assertThat(stack.bodies(queue)).isEmpty();
        stack.agenda.advance(Duration.ofDays(32));
        assertThat(stack.bodies(queue))
                .containsExactly("{\"at\": \"2027-01-01T04:00:00Z\"}", "{\"at\": \"2027-02-01T04:00:00Z\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rate(10 seconds)",
                "rate()",
                "rate(10)",
                "rate(10 minutess)",
                "rate(-10 minutes)",
                "rate( 10 minutes )",
                " rate(10 minutes)",
                "at(2021-12-31T23:59:59Z)",
                "at(2021-12-31)"
            })
    void expressionThatSchedulerRefusesIsRefused(String expression) {
        assertThatThrownBy(() -> ScheduleExpression.parse(expression, ZoneOffset.UTC))
                .hasMessageContaining("Invalid Schedule Expression " + expression + ".");
    }

    @Test
    void timeIsReadInItsZone() {
        var zurich = ScheduleExpression.parse("at(2027-07-01T12:00:00)", ZoneId.of("Europe/Zurich"));
        assertThat(zurich.first(START, Optional.empty())).contains(Instant.parse("2027-07-01T10:00:00Z"));
    }

    @Test
    void rateCountsFromItsStartDate() {
        var hourly = ScheduleExpression.parse("rate(1 hour)", ZoneOffset.UTC);
        assertThat(hourly.first(START, Optional.of(START.minusSeconds(600)))).contains(START.plusSeconds(3000));
        assertThat(hourly.first(START, Optional.of(START.plusSeconds(600)))).contains(START.plusSeconds(600));
    }
}
