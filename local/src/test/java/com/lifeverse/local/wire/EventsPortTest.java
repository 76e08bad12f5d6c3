package com.lifeverse.local.wire;

import static com.lifeverse.local.delivery.MessagingStack.declaration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.local.bus.ArchiveType;
import com.lifeverse.local.bus.EventRuleType;
import com.lifeverse.local.delivery.MessagingStack;
import com.lifeverse.local.queue.Queue;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.InvalidEventPatternException;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.ReplayState;
import software.amazon.awssdk.services.eventbridge.model.ResourceNotFoundException;
import software.amazon.awssdk.services.eventbridge.model.RuleState;

/** EventBridge as its own client sees it. */
@Tag("adapters")
class EventsPortTest {
    private final MessagingWorld world = new MessagingWorld();
    private final EventBridgeClient client = world.events();
    private final Queue queue = world.stack.queue("inbox");

    @BeforeEach
    void make() {
        world.stack.buses.define("live");
        rule("wins", "ENABLED");
        rule("ties", "DISABLED");
        new ArchiveType(world.stack.buses).provision(declaration("AWS::Events::Archive", "kept", """
                        {"ArchiveName": "kept", "SourceArn": "arn:aws:events:us-east-1:111111111111:event-bus/live",
                         "RetentionDays": 7}"""));
    }

    private void rule(String name, String state) {
        new EventRuleType(world.stack.buses, world.stack.destinations)
                .provision(declaration("AWS::Events::Rule", name, """
                {"Name": "%s", "EventBusName": "live", "State": "%s", "EventPattern": {"source": ["game"]},
                 "Targets": [{"Id": "t", "Arn": "%s", "RoleArn": "%s", "InputPath": "$.detail",
                              "RetryPolicy": {"MaximumRetryAttempts": 3}}]}""".formatted(
                                name, state, queue.arn(), MessagingStack.roleArn("passes"))));
    }

    @AfterEach
    void close() {
        world.close();
        assertThat(world.failures).isEmpty();
    }

    private static PutEventsRequestEntry entry(String detail) {
        return PutEventsRequestEntry.builder()
                .eventBusName("live")
                .source("game")
                .detailType("won")
                .detail(detail)
                .time(MessagingStack.START.minusSeconds(60))
                .build();
    }

    @Test
    void eventsArePutAndDelivered() {
        var answer = client.putEvents(put -> put.entries(entry("{\"a\":1}"), entry("no")));
        assertThat(answer.failedEntryCount()).isEqualTo(1);
        assertThat(answer.entries().get(1).errorCode()).isEqualTo("MalformedDetail");
        world.stack.agenda.settle();
        assertThat(world.stack.bodies(queue)).containsExactly("{\"a\":1}");
    }

    @Test
    void busesRulesAndTargetsCanBeLookedAt() {
        assertThat(client.listEventBuses(l -> {}).eventBuses())
                .extracting(bus -> bus.name())
                .containsExactly("default", "live");
        assertThat(client.describeEventBus(d -> d.name("live")).arn()).endsWith(":event-bus/live");
        assertThat(client.listRules(l -> l.eventBusName("live").limit(1))).satisfies(page -> {
            assertThat(page.rules()).extracting(rule -> rule.name()).containsExactly("ties");
            assertThat(client.listRules(l -> l.eventBusName("live").nextToken(page.nextToken()))
                            .rules())
                    .extracting(rule -> rule.name())
                    .containsExactly("wins");
        });
        var rule = client.describeRule(d -> d.eventBusName("live").name("ties"));
        assertThat(rule.state()).isEqualTo(RuleState.DISABLED);
        assertThat(rule.eventPattern()).isEqualTo("{\"source\":[\"game\"]}");
        assertThat(client.listTargetsByRule(l -> l.eventBusName("live").rule("wins"))
                        .targets())
                .singleElement()
                .satisfies(target -> {
                    assertThat(target.inputPath()).isEqualTo("$.detail");
                    assertThat(target.retryPolicy().maximumRetryAttempts()).isEqualTo(3);
                });
        assertThat(client.listRuleNamesByTarget(l -> l.eventBusName("live").targetArn(queue.arn()))
                        .ruleNames())
                .containsExactly("ties", "wins");
    }

    @Test
    void patternIsTested() {
        var event = """
                {"id":"1","source":"game","detail-type":"won","account":"1","region":"r","time":"2027-01-01T00:00:00Z"}""";
        assertThat(client.testEventPattern(
                                t -> t.eventPattern("{\"source\":[\"game\"]}").event(event))
                        .result())
                .isTrue();
        assertThatThrownBy(() -> client.testEventPattern(
                        t -> t.eventPattern("{\"source\":\"game\"}").event(event)))
                .isInstanceOf(InvalidEventPatternException.class)
                .hasMessageContaining("Event pattern is not valid. Reason: ");
    }

    @Test
    void archiveIsReplayedToTheRulesThatAreNamed() {
        client.putEvents(put -> put.entries(entry("{\"a\":1}")));
        world.stack.agenda.settle();
        var archive = client.describeArchive(d -> d.archiveName("kept"));
        assertThat(archive.eventCount()).isEqualTo(1);
        assertThat(archive.retentionDays()).isEqualTo(7);
        assertThat(client.listArchives(l -> {}).archives()).hasSize(1);
        client.startReplay(start -> start.replayName("again")
                .eventSourceArn(archive.archiveArn())
                .eventStartTime(MessagingStack.START.minusSeconds(120))
                .eventEndTime(MessagingStack.START)
                .destination(to -> to.arn(archive.eventSourceArn())
                        .filterArns("arn:aws:events:us-east-1:111111111111:rule/live/wins")));
        world.stack.agenda.advance(Duration.ofMinutes(1));
        assertThat(client.describeReplay(d -> d.replayName("again")).state()).isEqualTo(ReplayState.COMPLETED);
        assertThat(client.listReplays(l -> l.state(ReplayState.COMPLETED)).replays())
                .hasSize(1);
        assertThat(world.stack.bodies(queue)).hasSize(2);
    }

    @Test
    void whatEventBridgeRefusesIsRefusedByItsName() {
        assertThatThrownBy(() -> client.describeRule(d -> d.name("none")))
                .isInstanceOfSatisfying(
                        ResourceNotFoundException.class,
                        e -> assertThat(e.awsErrorDetails().errorMessage())
                                .isEqualTo("Rule none does not exist on EventBus default."));
        assertThatThrownBy(() -> client.listRules(l -> l.eventBusName("none")))
                .hasMessageContaining("Event bus none does not exist.");
        assertThatThrownBy(() -> client.testEventPattern(t -> t.event("{}")))
                .hasMessageContaining("Value null at 'eventPattern'");
        assertThatThrownBy(() -> client.startReplay(start -> start.replayName("r")))
                .hasMessageContaining("Value null at 'destination'");
        assertThatThrownBy(() -> client.putRule(p -> p.name("new").eventPattern("{}")))
                .isInstanceOf(EventBridgeException.class)
                .hasMessageContaining("PutRule is not held locally");
    }
}
