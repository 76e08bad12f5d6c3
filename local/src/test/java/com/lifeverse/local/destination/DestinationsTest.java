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
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
                {"ConnectionArn": "%s", "InvocationEndpoint": "https://partner.example/hooks/*/in", "HttpMethod": "POST",
                 "InvocationRateLimitPerSecond": 2}
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

    private static final String TOKEN = """
            {"AuthorizationType": "OAUTH_CLIENT_CREDENTIALS", "AuthParameters": {"OAuthParameters": {
             "AuthorizationEndpoint": "https://id.example/token", "HttpMethod": "POST",
             "ClientParameters": {"ClientID": "me", "ClientSecret": "s&t"},
             "OAuthHttpParameters": {"BodyParameters": [{"Key": "grant_type", "Value": "client_credentials"}],
                "HeaderParameters": [{"Key": "x-tenant", "Value": "7"}]}}}}""";

    private List<String> called() {
        return stack.calls.stream().map(call -> call.address().getHost()).toList();
    }

    @Test
    void clientAsksForATokenOnceAndCallsWithIt() {
        rule(TOKEN, "");
        stack.worldSays = "{\"access_token\":\"t1\",\"expires_in\":3600}";
        put();
        put();
        assertThat(called()).containsExactly("id.example", "partner.example", "partner.example");
        assertThat(stack.calls.getFirst().body())
                .isEqualTo("client_id=me&client_secret=s%26t&grant_type=client_credentials");
        assertThat(stack.calls.getFirst().headers())
                .containsEntry("x-tenant", "7")
                .containsEntry("Content-Type", "application/x-www-form-urlencoded");
        assertThat(stack.calls.get(1).headers()).containsEntry("Authorization", "Bearer t1");
    }

    @Test
    void tokenThatIsAboutToEndIsReplacedBeforeTheCall() {
        rule(TOKEN, "");
        stack.worldSays = "{\"access_token\":\"t1\",\"expires_in\":120}";
        put();
        stack.agenda.advance(Duration.ofSeconds(59));
        put();
        stack.agenda.advance(Duration.ofSeconds(1));
        put();
        assertThat(called())
                .containsExactly("id.example", "partner.example", "partner.example", "id.example", "partner.example");
    }

    @Test
    void tokenThatIsNotTakenAnyMoreIsReplacedAtTheNextTry() {
        rule(TOKEN, "");
        stack.worldSays = "{\"access_token\":\"t1\"}";
        put();
        stack.worldAnswers = 401;
        put();
        stack.worldAnswers = 200;
        stack.worldSays = "{\"access_token\":\"t2\"}";
        stack.agenda.advance(Duration.ofSeconds(5));
        assertThat(called())
                .containsExactly("id.example", "partner.example", "partner.example", "id.example", "partner.example");
        assertThat(stack.calls.getLast().headers()).containsEntry("Authorization", "Bearer t2");
        assertThat(stack.deliveries.underWay()).isEmpty();
    }

    @Test
    void withoutATokenNothingIsCalledAndItIsTriedAgain() {
        rule(TOKEN, "");
        stack.worldSays = "no";
        put();
        stack.agenda.advance(Duration.ofSeconds(30));
        assertThat(called()).isNotEmpty().containsOnly("id.example");
        stack.agenda.advance(Duration.ofDays(2));
        assertThat(stack.lost).extracting(Failure::code).containsExactly("ERROR_FROM_TARGET");
    }

    @Test
    void callsWaitForTheirTurnAndThatIsNoRetry() {
        rule(KEY, ", \"RetryPolicy\": {\"MaximumRetryAttempts\": 0}");
        for (int i = 0; i < 5; i++) {
            put();
        }
        assertThat(stack.calls).hasSize(2);
        stack.agenda.advance(Duration.ofSeconds(1));
        assertThat(stack.calls).hasSize(4);
        stack.agenda.advance(Duration.ofSeconds(1));
        assertThat(stack.calls).hasSize(5);
        assertThat(stack.lost).isEmpty();
    }

    @Test
    void whatHasNoTurnBeforeItIsTooOldIsGivenUp() {
        rule(KEY, ", \"RetryPolicy\": {\"MaximumEventAgeInSeconds\": 60}");
        for (int i = 0; i < 130; i++) {
            put();
        }
        stack.agenda.advance(Duration.ofMinutes(3));
        assertThat(stack.calls).hasSize(122);
        assertThat(stack.lost).hasSize(8).extracting(Failure::code).containsOnly("THROTTLING");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 407, 409, 429, 500, 599})
    void statusThatMayPassIsTriedAgain(int status) {
        rule(KEY, "");
        stack.worldAnswers = status;
        put();
        stack.worldAnswers = 200;
        stack.agenda.advance(Duration.ofSeconds(2));
        assertThat(stack.calls).hasSize(2);
        assertThat(stack.lost).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 403, 404, 410})
    void statusThatStaysIsGivenUpAtOnce(int status) {
        rule(KEY, "");
        stack.worldAnswers = status;
        put();
        stack.agenda.advance(Duration.ofDays(2));
        assertThat(stack.calls).hasSize(1);
        assertThat(stack.lost).hasSize(1);
    }
}
