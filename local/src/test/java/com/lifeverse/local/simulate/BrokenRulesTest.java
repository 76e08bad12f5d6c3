package com.lifeverse.local.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.simulate.fault.FaultRates;
import com.lifeverse.platform.runtime.AwsClients;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** A rule is broken on purpose, between the functions and the services: the simulation has to notice, and to say where. */
@Tag("stack")
final class BrokenRulesTest {
    private static final FaultRates OFTEN =
            FaultRates.parse("delay=0.05,lost-reply=0.03,duplicate=0.02,late-duplicate=0.02,crash=0.01");
    private static final int SEEDS = 12;

    @Test
    void aRenewalWithoutItsGenerationIsNoticed() {
        var found = invariants(dynamo(request -> request instanceof UpdateItemRequest update
                        && String.valueOf(update.conditionExpression()).contains("#s.#id.#g = :next")
                ? update.toBuilder()
                        .conditionExpression(
                                "#s.#id.#f = :family AND #s.#id.#g >= :generation AND #s.#id.#l >= :earliest")
                        .build()
                : request));
        assertThat(found).contains("one-live-successor");
    }

    @Test
    void aGrantThatIsToldBeforeItIsWrittenIsNoticed() {
        var buses = new ArrayList<EventBridgeClient>();
        var telling = dynamo(request -> {
            if (request instanceof PutItemRequest put && put.item().containsKey("grantId")) {
                tell(buses, put);
            }
            return request;
        });
        var found = invariants(clients -> {
            buses.add(clients.eventBridge());
            return telling.apply(clients);
        });
        assertThat(found).contains("grant-in-inbox-once");
    }

    @Test
    void whatIsNoticedNamesSeedStepAndTimeline() {
        var forgetful = dynamo(request -> request instanceof UpdateItemRequest update
                        && String.valueOf(update.updateExpression()).contains("REMOVE #s.#id")
                ? update.toBuilder()
                        .updateExpression("SET #c = :command, #ttl = :sweep, #out = :news")
                        .build()
                : request);
        var run = failing(forgetful, "no-session-resurrected");
        assertThat(String.join("\n", Report.of(run)))
                .contains("seed " + run.seed())
                .contains("no-session-resurrected")
                .containsPattern("#\\d{5} .* -> dynamodb:UpdateItem")
                .contains("./dev simulate first-light --seed " + run.seed() + " --faults delay=0.05,");
    }

    private static List<String> invariants(UnaryOperator<AwsClients> tampering) {
        var found = new ArrayList<String>();
        for (long seed = 1; seed <= SEEDS; seed++) {
            Theatre.firstLight().with(OFTEN).tampered(tampering).play(seed).violations().stream()
                    .map(Violation::invariant)
                    .forEach(found::add);
        }
        return found;
    }

    private static Run failing(UnaryOperator<AwsClients> tampering, String invariant) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            var run = Theatre.firstLight().with(OFTEN).tampered(tampering).play(seed);
            if (run.violations().stream().anyMatch(found -> found.invariant().equals(invariant))) {
                return run;
            }
        }
        throw new AssertionError("Nothing was noticed");
    }

    /** Tells at once, with whichever function's leave, what the outbox would tell once it is written. */
    private static void tell(List<EventBridgeClient> buses, PutItemRequest grant) {
        var event = PutEventsRequestEntry.builder()
                .eventBusName("lifeverse-dev")
                .source("lifeverse.trigger")
                .detailType("grant.made.v1")
                .detail("""
                        {"id":"evt_of-its-own","type":"grant.made.v1","version":1,"time":"2026-01-20T00:00:00Z",
                         "playerId":"%1$s","eventGroupId":"%1$s","deduplicationId":"of-its-own","correlationId":"none",
                         "causation":[],"hops":2,"producer":"trigger","isReplay":false,
                         "payload":{"grantId":"%2$s","source":"trigger/x","item":"coins","amount":100}}""".formatted(text(grant, "playerId"), text(grant, "grantId")))
                .build();
        for (var bus : buses) {
            try {
                bus.putEvents(put -> put.entries(event));
                return;
            } catch (AwsServiceException denied) {
                assertThat(denied.statusCode()).isEqualTo(400);
            }
        }
    }

    private static String text(PutItemRequest put, String attribute) {
        return Objects.requireNonNull(put.item().get(attribute)).s();
    }

    /** Clients whose DynamoDB gets other requests than were made. */
    private static UnaryOperator<AwsClients> dynamo(UnaryOperator<Object> tampering) {
        return clients -> {
            var dynamoDb = clients.dynamoDb();
            var tampered = (DynamoDbClient) Proxy.newProxyInstance(
                    DynamoDbClient.class.getClassLoader(),
                    new Class<?>[] {DynamoDbClient.class},
                    (_, method, arguments) -> {
                        try {
                            var sent = arguments == null ? null : arguments.clone();
                            if (sent != null && sent.length == 1) {
                                sent[0] = tampering.apply(sent[0]);
                            }
                            return method.invoke(dynamoDb, sent);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
            return new Tampered(tampered, clients);
        };
    }

    private record Tampered(DynamoDbClient dynamoDb, AwsClients others) implements AwsClients {
        @Override
        public EventBridgeClient eventBridge() {
            return others.eventBridge();
        }

        @Override
        public S3Client s3() {
            return others.s3();
        }

        @Override
        public SecretsManagerClient secretsManager() {
            return others.secretsManager();
        }
    }
}
