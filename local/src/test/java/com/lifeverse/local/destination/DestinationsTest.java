package com.lifeverse.local.destination;

import static com.lifeverse.local.delivery.MessagingStack.declaration;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.bus.BusClient;
import com.lifeverse.local.bus.EventRuleType;
import com.lifeverse.local.delivery.Failure;
import com.lifeverse.local.delivery.MessagingStack;
import com.lifeverse.local.kernel.Caller;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;

@Tag("adapters")
class DestinationsTest {
    private final MessagingStack stack = MessagingStack.inMemory();
    private final BusClient client = new BusClient(stack.buses, Caller.unrestricted());

    private void rule(String connection, String more) {
        var made = new ConnectionType(stack.destinations)
                .provision(declaration("AWS::Events::Connection", "Partner", connection));
        var destination = new ApiDestinationType(stack.destinations)
                .provision(declaration("AWS::Events::ApiDestination", "Hook", """
                {"ConnectionArn": "%s", "InvocationEndpoint": "https://partner.example/hooks/*/in", "HttpMethod": "POST"}
                """.formatted(
                                made.attributes().get("Arn"))));
        new EventRuleType(stack.buses, stack.destinations)
                .provision(declaration("AWS::Events::Rule", "wins", """
                {"Name": "wins", "EventPattern": {"source": ["game"]},
                 "Targets": [{"Id": "t", "Arn": "%s", "RoleArn": "%s", "InputPath": "$.detail" %s}]}
                """.formatted(
                                destination.attributes().get("Arn"), MessagingStack.roleArn("calls"), more)));
    }

    private void put() {
        client.putEvents(put -> put.entries(PutEventsRequestEntry.builder()
                .source("game")
                .detailType("won")
                .detail("{\"points\":5}")
                .build()));
        stack.agenda.settle();
    }

    private static final String KEY = """
            {"AuthorizationType": "API_KEY", "AuthParameters": {
             "ApiKeyAuthParameters": {"ApiKeyName": "x-key", "ApiKeyValue": "secret"},
             "InvocationHttpParameters": {"BodyParameters": [{"Key": "from", "Value": "lifeverse"}],
                "QueryStringParameters": [{"Key": "v", "Value": "1 2"}]}}}""";

    @Test
    void eventIsPostedWithWhatConnectionAndTargetAdd() {
        rule(KEY, """
                , "HttpParameters": {"PathParameterValues": ["a b"], "HeaderParameters": {"x-own": "1", "x-key": "no"},
                "QueryStringParameters": {"q": "2"}}""");
        put();
        assertThat(stack.calls).singleElement().satisfies(call -> {
            assertThat(call.method()).isEqualTo("POST");
            assertThat(call.address()).isEqualTo(URI.create("https://partner.example/hooks/a%20b/in?q=2&v=1+2"));
            assertThat(call.body()).isEqualTo("{\"points\":5,\"from\":\"lifeverse\"}");
            assertThat(call.headers()).containsEntry("x-key", "secret").containsEntry("x-own", "1");
        });
        assertThat(stack.deliveries.underWay()).isEmpty();
    }

    @Test
    void nameAndPasswordTravelAsBasicAuthorization() {
        rule("""
                {"AuthorizationType": "BASIC", "AuthParameters": {
                 "BasicAuthParameters": {"Username": "ada", "Password": "pw"}}}""", "");
        put();
        assertThat(stack.calls.getFirst().headers()).containsEntry("Authorization", "Basic YWRhOnB3");
    }

    @Test
    void answerThatMayPassIsTriedAgainAndAnotherOneIsNot() {
        rule(KEY, "");
        stack.worldAnswers = 503;
        put();
        stack.worldAnswers = 200;
        stack.agenda.advance(Duration.ofSeconds(2));
        assertThat(stack.calls).hasSize(2);
        stack.worldAnswers = 400;
        put();
        stack.agenda.advance(Duration.ofDays(2));
        assertThat(stack.calls).hasSize(3);
        assertThat(stack.lost)
                .singleElement()
                .satisfies(lost -> assertThat(lost.message()).startsWith("The destination answered 400"));
    }

    @Test
    void roleHasToBeAllowedToCall() {
        rule(KEY, "");
        stack.forbidden.add("events:InvokeApiDestination");
        put();
        assertThat(stack.calls).isEmpty();
        assertThat(stack.lost).extracting(Failure::code).containsExactly("NO_PERMISSIONS");
    }
}
