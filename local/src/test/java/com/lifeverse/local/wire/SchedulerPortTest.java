package com.lifeverse.local.wire;

import static com.lifeverse.local.delivery.MessagingStack.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.local.delivery.MessagingStack;
import com.lifeverse.local.queue.Queue;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.ActionAfterCompletion;
import software.amazon.awssdk.services.scheduler.model.ConflictException;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.ResourceNotFoundException;
import software.amazon.awssdk.services.scheduler.model.ScheduleState;
import software.amazon.awssdk.services.scheduler.model.SchedulerException;
import software.amazon.awssdk.services.scheduler.model.ValidationException;

/** Scheduler as its own client sees it. */
@Tag("adapters")
class SchedulerPortTest {
    private final MessagingWorld world = new MessagingWorld();
    private final SchedulerClient client = world.scheduler();
    private final Queue queue = world.stack.queue("inbox");

    @AfterEach
    void close() {
        world.close();
        assertThat(world.failures).isEmpty();
    }

    private CreateScheduleRequest.Builder request(String name, String expression) {
        return CreateScheduleRequest.builder()
                .name(name)
                .scheduleExpression(expression)
                .flexibleTimeWindow(window -> window.mode(FlexibleTimeWindowMode.OFF))
                .target(target -> target.arn(queue.arn())
                        .roleArn(MessagingStack.roleArn("fires"))
                        .input("{}")
                        .retryPolicy(retry -> retry.maximumRetryAttempts(2)));
    }

    @Test
    void scheduleIsMadeLookedAtChangedAndDeleted() {
        world.stack.schedules.start();
        client.createScheduleGroup(group -> group.name("games"));
        var arn = client.createSchedule(request("daily", "rate(1 day)")
                        .groupName("games")
                        .startDate(START.plusSeconds(3_600))
                        .description("each day")
                        .build())
                .scheduleArn();
        assertThat(arn).isEqualTo("arn:aws:scheduler:us-east-1:111111111111:schedule/games/daily");
        var found = client.getSchedule(get -> get.name("daily").groupName("games"));
        assertThat(found.startDate()).isEqualTo(START.plusSeconds(3_600));
        assertThat(found.creationDate()).isEqualTo(START);
        assertThat(found.description()).isEqualTo("each day");
        assertThat(found.scheduleExpressionTimezone()).isEqualTo("UTC");
        assertThat(found.actionAfterCompletion()).isEqualTo(ActionAfterCompletion.NONE);
        assertThat(found.target().retryPolicy().maximumRetryAttempts()).isEqualTo(2);
        world.stack.agenda.advance(Duration.ofHours(2));
        assertThat(world.stack.bodies(queue)).hasSize(1);
        client.updateSchedule(update -> update.name("daily")
                .groupName("games")
                .scheduleExpression("rate(2 days)")
                .state(ScheduleState.DISABLED)
                .flexibleTimeWindow(found.flexibleTimeWindow())
                .target(found.target()));
        assertThat(client.getSchedule(get -> get.name("daily").groupName("games")))
                .satisfies(changed -> {
                    assertThat(changed.state()).isEqualTo(ScheduleState.DISABLED);
                    assertThat(changed.lastModificationDate()).isEqualTo(START.plus(Duration.ofHours(2)));
                    assertThat(changed.creationDate()).isEqualTo(START);
                    assertThat(changed.description()).isNull();
                });
        client.deleteSchedule(delete -> delete.name("daily").groupName("games"));
        assertThat(client.listSchedules(list -> {}).schedules()).isEmpty();
    }

    @Test
    void listsComeInPages() {
        client.createScheduleGroup(group -> group.name("games"));
        for (var name : new String[] {"a", "b", "c"}) {
            client.createSchedule(request(name, "rate(1 day)").build());
        }
        assertThat(client.listSchedulesPaginator(list -> list.maxResults(2)).schedules())
                .extracting(each -> each.name())
                .containsExactly("a", "b", "c");
        assertThat(client.listSchedules(list -> list.groupName("games")).schedules())
                .isEmpty();
        assertThat(client.listScheduleGroups(list -> list.namePrefix("g")).scheduleGroups())
                .extracting(group -> group.arn())
                .containsExactly("arn:aws:scheduler:us-east-1:111111111111:schedule-group/games");
    }

    @Test
    void whatIsWrongInARequestIsToldInSchedulersWords() {
        refused(
                "Invalid ScheduleExpressionTimezone Foo/Bar.",
                request("a", "rate(1 day)").scheduleExpressionTimezone("Foo/Bar"));
        refused(
                "The execution role you provide must allow AWS EventBridge Scheduler to assume the role.",
                request("a", "rate(1 day)")
                        .target(to -> to.arn(queue.arn()).roleArn(MessagingStack.roleArn("nobody"))));
        refused(
                violation("1441", "flexibleTimeWindow.maximumWindowInMinutes", "have value less than or equal to 1440"),
                request("a", "rate(1 day)")
                        .flexibleTimeWindow(window ->
                                window.mode(FlexibleTimeWindowMode.FLEXIBLE).maximumWindowInMinutes(1_441)));
        refused(
                violation("ODD", "flexibleTimeWindow.mode", "satisfy enum value set: [OFF, FLEXIBLE]"),
                request("a", "rate(1 day)").flexibleTimeWindow(window -> window.mode("ODD")));
        refused(
                violation("186", "target.retryPolicy.maximumRetryAttempts", "have value less than or equal to 185"),
                request("a", "rate(1 day)")
                        .target(to -> to.arn(queue.arn())
                                .roleArn(MessagingStack.roleArn("fires"))
                                .retryPolicy(retry -> retry.maximumRetryAttempts(186))));
        assertThat(client.listSchedules(list -> {}).schedules()).isEmpty();
    }

    private void refused(String words, CreateScheduleRequest.Builder request) {
        assertThatThrownBy(() -> client.createSchedule(request.build()))
                .isInstanceOfSatisfying(
                        ValidationException.class,
                        e -> assertThat(e.awsErrorDetails().errorMessage()).isEqualTo(words));
    }

    private static String violation(String value, String member, String rule) {
        return "1 validation error detected: Value '%s' at '%s' failed to satisfy constraint: Member must %s"
                .formatted(value, member, rule);
    }

    @Test
    void whatSchedulerRefusesIsRefusedByItsName() {
        var request = request("once", "rate(1 day)").clientToken("token").build();
        assertThat(client.createSchedule(request).scheduleArn())
                .isEqualTo(client.createSchedule(request).scheduleArn());
        assertThatThrownBy(() ->
                        client.createSchedule(request("once", "rate(1 day)").build()))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        e -> assertThat(e.awsErrorDetails().errorMessage()).isEqualTo("Schedule once already exists."));
        assertThatThrownBy(() -> client.getSchedule(get -> get.name("none")))
                .isInstanceOfSatisfying(
                        ResourceNotFoundException.class,
                        e -> assertThat(e.awsErrorDetails().errorMessage()).isEqualTo("Schedule none does not exist."));
        assertThatThrownBy(() ->
                        client.createSchedule(request("bad", "rate(1 second)").build()))
                .isInstanceOfSatisfying(
                        ValidationException.class,
                        e -> assertThat(e.awsErrorDetails().errorMessage())
                                .isEqualTo("Invalid Schedule Expression rate(1 second)."));
        assertThatThrownBy(() -> client.listTagsForResource(list -> list.resourceArn("arn:aws:scheduler:x")))
                .isInstanceOf(SchedulerException.class)
                .hasMessageContaining("not held locally");
    }
}
