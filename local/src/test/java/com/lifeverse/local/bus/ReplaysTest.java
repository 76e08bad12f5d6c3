package com.lifeverse.local.bus;

import static com.lifeverse.local.delivery.MessagingStack.START;
import static com.lifeverse.local.delivery.MessagingStack.declaration;
import static com.lifeverse.local.delivery.MessagingStack.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.local.delivery.MessagingStack;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.queue.Queue;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.eventbridge.model.DescribeReplayResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;

/** What a bus has seen can be put on it once more. */
@Tag("adapters")
class ReplaysTest {
    private static final String ARCHIVE = "arn:aws:events:us-east-1:111111111111:archive/all";
    private static final String BUS = "arn:aws:events:us-east-1:111111111111:event-bus/live";

    private static String ruleArn(String name) {
        return "arn:aws:events:us-east-1:111111111111:rule/live/" + name;
    }

    private static Queue world(MessagingStack stack, String archive) {
        stack.buses.define("live");
        var queue = stack.openQueue("inbox", ruleArn("wins"));
        rule(stack, "wins", queue.arn());
        new ArchiveType(stack.buses).provision(declaration("AWS::Events::Archive", "All", """
                {"ArchiveName": "all", "SourceArn": "%s" %s}""".formatted(BUS, archive)));
        return queue;
    }

    private static void rule(MessagingStack stack, String name, String target) {
        new EventRuleType(stack.buses, stack.destinations)
                .provision(declaration("AWS::Events::Rule", name, """
                {"Name": "%s", "EventBusName": "live", "EventPattern": {"source": ["game"]},
                 "Targets": [{"Id": "t", "Arn": "%s"}]}""".formatted(name, target)));
    }

    private static void put(MessagingStack stack, int points) {
        client(stack)
                .putEvents(put -> put.entries(PutEventsRequestEntry.builder()
                        .eventBusName("live")
                        .source("game")
                        .detailType("won")
                        .detail("{\"points\":" + points + "}")
                        .build()));
        stack.agenda.settle();
    }

    private static BusClient client(MessagingStack stack) {
        return new BusClient(stack.buses, Caller.unrestricted());
    }

    private static void replay(MessagingStack stack, Instant from, Instant to, String... rules) {
        client(stack)
                .startReplay(start -> start.replayName("again")
                        .eventSourceArn(ARCHIVE)
                        .eventStartTime(from)
                        .eventEndTime(to)
                        .destination(destination -> destination.arn(BUS).filterArns(rules)));
    }

    private static DescribeReplayResponse described(MessagingStack stack) {
        return client(stack).describeReplay(describe -> describe.replayName("again"));
    }

    private static List<Integer> points(MessagingStack stack, Queue queue) {
        return stack.bodies(queue).stream()
                .map(body -> json(body).at("/detail/points").asInt())
                .toList();
    }

    @Test
    void eventsOfATimeComeOnceMoreMarkedAsReplayedAndAreNotKeptAgain() {
        var stack = MessagingStack.inMemory();
        var queue = world(stack, "");
        put(stack, 1);
        stack.agenda.advance(Duration.ofHours(1));
        put(stack, 2);
        stack.agenda.advance(Duration.ofHours(1));
        put(stack, 3);
        replay(stack, START.plusSeconds(60), START.plus(Duration.ofMinutes(90)));
        stack.agenda.settle();
        assertThat(points(stack, queue)).containsExactly(1, 2, 3, 2);
        assertThat(json(stack.bodies(queue).getLast()).path("replay-name").asText())
                .isEqualTo("again");
        assertThat(json(stack.bodies(queue).getLast()).path("id"))
                .isEqualTo(json(stack.bodies(queue).get(1)).path("id"));
        assertThat(described(stack).stateAsString()).isEqualTo("COMPLETED");
        assertThat(described(stack).eventLastReplayedTime()).isEqualTo(START.plus(Duration.ofHours(1)));
        assertThat(client(stack)
                        .describeArchive(describe -> describe.archiveName("all"))
                        .eventCount())
                .isEqualTo(3);
    }

    @Test
    void archiveKeepsWhatItsPatternWantsForAsLongAsItSays() {
        var stack = MessagingStack.inMemory();
        var queue = world(
                stack,
                ", \"RetentionDays\": 2, \"EventPattern\": {\"detail\": {\"points\": [{\"numeric\": [\">\", 1]}]}}");
        put(stack, 1);
        put(stack, 2);
        stack.agenda.advance(Duration.ofDays(3));
        put(stack, 3);
        replay(stack, START, START.plus(Duration.ofDays(9)));
        stack.agenda.settle();
        assertThat(points(stack, queue)).containsExactly(1, 2, 3, 3);
    }

    @Test
    void replayForSomeRulesReachesOnlyTheirTargets() {
        var stack = MessagingStack.inMemory();
        var queue = world(stack, "");
        var other = stack.openQueue("other", ruleArn("others"));
        rule(stack, "others", other.arn());
        put(stack, 1);
        replay(stack, START, START.plusSeconds(1), ruleArn("others"));
        stack.agenda.settle();
        assertThat(points(stack, queue)).containsExactly(1);
        assertThat(points(stack, other)).containsExactly(1, 1);
    }

    @Test
    void replayThatIsCutGoesOnWithoutAGapOrASecondDelivery(@TempDir Path directory) {
        try (var stack = MessagingStack.in(directory, START)) {
            world(stack, "");
            for (int i = 0; i < 250; i++) {
                put(stack, i);
            }
            replay(stack, START, START.plusSeconds(1));
        }
        for (int restart = 0; restart < 4; restart++) {
            // A later time each, since ids are made of it.
            try (var stack = MessagingStack.in(directory, START.plusSeconds(restart + 1))) {
                world(stack, "");
                stack.buses.replays().resume();
                stack.agenda.soon("the process ends", stack.store::close);
                stack.agenda.settle();
            }
        }
        try (var stack = MessagingStack.in(directory, START.plusSeconds(9))) {
            var queue = world(stack, "");
            stack.deliveries.resume();
            stack.agenda.settle();
            assertThat(described(stack).stateAsString()).isEqualTo("COMPLETED");
            assertThat(stack.queues.look(queue.arn(), 1_000)).hasSize(500);
        }
    }

    @Test
    void replayIsRefusedWithoutSenseAndCanBeCancelledWhileItRuns() {
        var stack = MessagingStack.inMemory();
        world(stack, "");
        assertThatThrownBy(() -> replay(stack, START, START)).hasMessageContaining("EventStartTime must be before");
        assertThatThrownBy(() -> client(stack)
                        .startReplay(start -> start.replayName("x")
                                .eventSourceArn(ARCHIVE)
                                .eventStartTime(START)
                                .eventEndTime(START.plusSeconds(1))
                                .destination(destination -> destination.arn(BUS + "2"))))
                .hasMessageContaining("Cross event bus replay is not permitted");
        replay(stack, START, START.plusSeconds(1));
        assertThatThrownBy(() -> replay(stack, START, START.plusSeconds(1))).hasMessageContaining("already exists");
        client(stack).cancelReplay(cancel -> cancel.replayName("again"));
        assertThat(described(stack).stateAsString()).isEqualTo("CANCELLED");
        assertThatThrownBy(() -> client(stack).cancelReplay(cancel -> cancel.replayName("again")))
                .hasMessageContaining("not in a valid state");
    }

    @Test
    void rulePassesEventsOnToAnotherBusAsTheyAre() {
        var stack = MessagingStack.inMemory();
        world(stack, "");
        var second = stack.buses.define("second");
        var queue = stack.openQueue("far", "arn:aws:events:us-east-1:111111111111:rule/second/far");
        new EventRuleType(stack.buses, stack.destinations)
                .provision(declaration(
                        "AWS::Events::Rule", "pass", """
                {"Name": "pass", "EventBusName": "live", "EventPattern": {"source": ["game"]},
                 "Targets": [{"Id": "t", "Arn": "%s", "RoleArn": "%s"}]}""".formatted(second, MessagingStack.roleArn("pass"))));
        new EventRuleType(stack.buses, stack.destinations)
                .provision(declaration("AWS::Events::Rule", "far", """
                {"Name": "far", "EventBusName": "second", "EventPattern": {"detail-type": ["won"]},
                 "Targets": [{"Id": "t", "Arn": "%s"}]}""".formatted(queue.arn())));
        put(stack, 7);
        assertThat(points(stack, queue)).containsExactly(7);
    }
}
