package com.lifeverse.local.bus;

import static com.lifeverse.local.delivery.MessagingStack.START;
import static com.lifeverse.local.delivery.MessagingStack.declaration;
import static com.lifeverse.local.delivery.MessagingStack.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.local.delivery.MessagingStack;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.queue.Queue;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.eventbridge.model.InvalidEventPatternException;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;

@Tag("adapters")
class EventBusesTest {
    private static final String RULE = "arn:aws:events:us-east-1:111111111111:rule/live/wins";

    private final MessagingStack stack = MessagingStack.inMemory();
    private final BusClient client = new BusClient(stack.buses, Caller.unrestricted());

    private static PutEventsRequestEntry entry(String detail) {
        return PutEventsRequestEntry.builder()
                .eventBusName("live")
                .source("lifeverse.game-server")
                .detailType("match.ended.v1")
                .detail(detail)
                .build();
    }

    private void rule(String name, String pattern, Queue target, String more) {
        stack.buses.define("live");
        new EventRuleType(stack.buses, stack.destinations)
                .provision(declaration("AWS::Events::Rule", name, """
                {"Name": "%s", "EventBusName": "live", "EventPattern": %s,
                 "Targets": [{"Id": "t", "Arn": "%s" %s}]}""".formatted(name, pattern, target.arn(), more)));
    }

    @Test
    void matchingEventReachesTheQueueAsAWhole() {
        var queue = stack.openQueue("inbox", RULE);
        rule("wins", "{\"detail\": {\"outcome\": [\"win\"]}}", queue, "");
        var answer = client.putEvents(
                r -> r.entries(entry("{\"outcome\": \"win\", \"points\": 5.0}"), entry("{\"outcome\": \"loss\"}")));
        stack.agenda.settle();
        assertThat(answer.failedEntryCount()).isZero();
        assertThat(stack.bodies(queue))
                .singleElement()
                .satisfies(body -> assertThat(json(body)).isEqualTo(json("""
                        {"version": "0", "id": "%s", "detail-type": "match.ended.v1",
                         "source": "lifeverse.game-server", "account": "111111111111", "time": "2027-01-01T00:00:00Z",
                         "region": "us-east-1", "resources": [], "detail": {"outcome": "win", "points": 5.0}}
                        """.formatted(
                                answer.entries().getFirst().eventId()))));
        assertThat(stack.deliveries.underWay()).isEmpty();
    }

    @Test
    void targetsInputIsMadeFromTheEvent() {
        var queue = stack.openQueue("inbox", RULE);
        rule("wins", "{\"source\": [{\"prefix\": \"lifeverse.\"}]}", queue, ", \"InputPath\": \"$.detail\"");
        client.putEvents(r -> r.entries(entry("{\"outcome\": \"win\"}")));
        stack.agenda.settle();
        assertThat(stack.bodies(queue)).containsExactly("{\"outcome\":\"win\"}");
    }

    @Test
    void changedRuleReplacesItself() {
        var queue = stack.openQueue("inbox", RULE);
        rule("wins", "{\"detail\": {\"outcome\": [\"win\"]}}", queue, "");
        rule("wins", "{\"detail\": {\"outcome\": [\"draw\"]}}", queue, "");
        client.putEvents(r -> r.entries(entry("{\"outcome\": \"win\"}"), entry("{\"outcome\": \"draw\"}")));
        stack.agenda.settle();
        assertThat(stack.bodies(queue)).singleElement().asString().contains("draw");
    }

    @Test
    void eachWrongEntryIsRefusedAlone() {
        stack.buses.define("live");
        var answer = client.putEvents(PutEventsRequest.builder()
                .entries(
                        entry("not json"),
                        entry("[1]"),
                        entry("{}"),
                        PutEventsRequestEntry.builder()
                                .detailType("t")
                                .detail("{}")
                                .build())
                .build());
        assertThat(answer.failedEntryCount()).isEqualTo(3);
        assertThat(answer.entries())
                .extracting(e -> e.errorCode())
                .containsExactly("MalformedDetail", "MalformedDetail", null, "InvalidArgument");
    }

    @Test
    void callOfMoreThanTenEventsIsRefused() {
        assertThatThrownBy(() -> client.putEvents(r -> r.entries(Collections.nCopies(11, entry("{}")))))
                .isInstanceOf(AwsServiceException.class)
                .hasMessageContaining("less than or equal to 10");
    }

    @Test
    void eventForABusThatDoesNotExistIsAcceptedAndDropped() {
        var answer = client.putEvents(r -> r.entries(entry("{}")));
        assertThat(answer.failedEntryCount()).isZero();
        assertThat(stack.deliveries.underWay()).isEmpty();
    }

    @Test
    void callerWithoutPermissionIsRefused() {
        stack.forbidden.add("events:PutEvents");
        var role = new BusClient(stack.buses, stack.callers.role(MessagingStack.roleArn("f")));
        assertThatThrownBy(() -> role.putEvents(r -> r.entries(entry("{}")))).hasMessageContaining("events:PutEvents");
    }

    @Test
    void workflowPutsObjectsAndLearnsOfRefusals() {
        var queue = stack.openQueue("inbox", RULE);
        rule("wins", "{\"detail-type\": [\"message.requested.v1\"]}", queue, "");
        var answer = new WorkflowEvents(stack.buses).put(Caller.unrestricted(), json("""
                [{"Detail": {"a": 1}, "DetailType": "message.requested.v1", "Source": "s", "EventBusName": "live"},
                 {"Detail": "text", "DetailType": "message.requested.v1", "Source": "s", "EventBusName": "live"}]"""));
        stack.agenda.settle();
        assertThat(answer.path("FailedEntryCount").asInt()).isEqualTo(1);
        assertThat(answer.path("Entries").path(1).path("ErrorCode").asText()).isEqualTo("MalformedDetail");
        assertThat(stack.bodies(queue)).singleElement().asString().contains("\"detail\":{\"a\":1}");
    }

    @Test
    void patternThatIsWrongIsRefusedInEventBridgesWords() {
        assertThatThrownBy(() -> EventPattern.parse("{\"time\": [{\"prefix\": 123}]}"))
                .isInstanceOf(InvalidEventPatternException.class)
                .hasMessageContaining("Event pattern is not valid. Reason: prefix match pattern must be a string");
    }

    @Test
    void eventTimeMayBeGiven() {
        var queue = stack.openQueue("inbox", RULE);
        rule("wins", "{\"source\": [\"lifeverse.game-server\"]}", queue, "");
        var earlier = entry("{}").toBuilder().time(START.minusSeconds(3600)).build();
        client.putEvents(r -> r.entries(earlier));
        stack.agenda.settle();
        assertThat(stack.bodies(queue)).singleElement().asString().contains("\"time\":\"2026-12-31T23:00:00Z\"");
    }

    @Test
    void eventGoesFromBusToBusOnceAndNoFurther() {
        var queue = stack.openQueue("inbox", RULE);
        for (var bus : List.of("a", "b", "c")) {
            stack.buses.define(bus);
        }
        toBus("a", "b");
        toBus("b", "a");
        toBus("b", "c");
        for (var bus : List.of("b", "c")) {
            new EventRuleType(stack.buses, stack.destinations)
                    .provision(declaration("AWS::Events::Rule", "to" + bus, """
                    {"Name": "to%1$s", "EventBusName": "%1$s", "EventPattern": {"source": [{"exists": true}]},
                     "Targets": [{"Id": "t", "Arn": "%2$s", "RoleArn": "%3$s", "InputTransformer": {"InputTemplate": "\\"%1$s\\""}}]}""".formatted(
                                    bus, queue.arn(), MessagingStack.roleArn("passes"))));
        }
        client.putEvents(
                r -> r.entries(entry("{}").toBuilder().eventBusName("a").build()));
        stack.agenda.settle();
        assertThat(stack.bodies(queue)).containsExactly("\"b\"");
        client.putEvents(
                r -> r.entries(entry("{}").toBuilder().eventBusName("b").build()));
        stack.agenda.settle();
        assertThat(stack.bodies(queue)).containsExactlyInAnyOrder("\"b\"", "\"b\"", "\"c\"");
    }

    private void toBus(String from, String to) {
        new EventRuleType(stack.buses, stack.destinations)
                .provision(declaration(
                        "AWS::Events::Rule", from + to, """
                {"Name": "%1$s%2$s", "EventBusName": "%1$s", "EventPattern": {"source": [{"exists": true}]},
                 "Targets": [{"Id": "t", "Arn": "arn:aws:events:us-east-1:111111111111:event-bus/%2$s", "RoleArn": "%3$s"}]}""".formatted(from, to, MessagingStack.roleArn("passes"))));
    }

    @Test
    void patternOfMoreThan2048CharactersIsRefused() {
        var queue = stack.queue("inbox");
        assertThatThrownBy(() -> rule("long", "{\"source\": [\"%s\"]}".formatted("x".repeat(2_050)), queue, ""))
                .hasMessageContaining("2048");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "Arn": "arn:aws:sns:us-east-1:111111111111:t"       | functions, queues, workflows, delivery streams, buses
            "Input": "{}", "InputPath": "$"                     | Only one of Input, InputPath, or InputTransformer
            "InputPath": "$..a"                                 | Not understood at
            "InputTransformer": {"InputTemplate": "<none>"}     | Placeholder <none> has no path
            "InputTransformer": {"InputPathsMap": {"AWSx": "$.a"}, "InputTemplate": "1"} | cannot begin with AWS
            "RetryPolicy": {"MaximumRetryAttempts": 186}        | MaximumRetryAttempts is 0 to 185
            "RetryPolicy": {"MaximumEventAgeInSeconds": 59}     | MaximumEventAgeInSeconds is 60 to 86400
            """)
    void targetThatIsNotHeldOrThatAwsRefusesIsRefused(String member, String why) {
        stack.buses.define("live");
        var queue = stack.queue("inbox");
        var arn = member.contains("Arn") ? "" : "\"Arn\": \"" + queue.arn() + "\", ";
        assertThatThrownBy(() -> new EventRuleType(stack.buses, stack.destinations)
                        .provision(declaration("AWS::Events::Rule", "r", """
                        {"Name": "r", "EventBusName": "live", "EventPattern": {"source": ["a"]},
                         "Targets": [{"Id": "t", %s %s}]}""".formatted(arn, member))))
                .hasMessageContaining(why.strip());
    }
}
