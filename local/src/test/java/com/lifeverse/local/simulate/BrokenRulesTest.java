package com.lifeverse.local.simulate;

import static com.lifeverse.local.simulate.Tampering.dynamo;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.simulate.party.LastSeats;
import com.lifeverse.platform.runtime.AwsClients;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;

/**
 * A rule is broken on purpose, between the functions and the services: the simulation, with its usual faults, has to notice
 * within the seeds that {@code ./dev test} plays, and to say where.
 */
@Tag("stack")
final class BrokenRulesTest {
    @Test
    void aRenewalWithoutItsGenerationIsNoticed() {
        failing(
                "one-live-successor",
                dynamo(request -> request instanceof UpdateItemRequest update
                                && String.valueOf(update.conditionExpression()).contains("#s.#id.#g = :next")
                        ? update.toBuilder()
                                .conditionExpression(
                                        "#s.#id.#f = :family AND #s.#id.#g >= :generation AND #s.#id.#l >= :earliest")
                                .build()
                        : request));
    }

    @Test
    void aLedgerThatTakesAGrantTwiceIsNoticed() {
        failing(
                "ledger-written-once",
                dynamo(request -> isGrant(request)
                        ? ((PutItemRequest) request)
                                .toBuilder().conditionExpression(null).build()
                        : request));
    }

    @Test
    void aGrantWithoutItsOutboxIsNoticed() {
        failing("grant-told", dynamo(request -> {
            if (!isGrant(request)) {
                return request;
            }
            var silent = new LinkedHashMap<>(((PutItemRequest) request).item());
            silent.remove("out");
            return ((PutItemRequest) request).toBuilder().item(silent).build();
        }));
    }

    @Test
    void aGrantThatIsToldBeforeItIsWrittenIsNoticed() {
        var buses = new ArrayList<EventBridgeClient>();
        var telling = dynamo(request -> {
            if (isGrant(request)) {
                tell(buses, (PutItemRequest) request);
            }
            return request;
        });
        failing("grant-in-inbox-once", clients -> {
            buses.add(clients.eventBridge());
            return telling.apply(clients);
        });
    }

    @Test
    void whatIsNoticedNamesSeedStepAndTimelineAndIsTheSameWhenPlayedAgain() {
        var forgetful = dynamo(request -> request instanceof UpdateItemRequest update
                        && String.valueOf(update.updateExpression()).endsWith(" REMOVE #s.#id")
                ? update.toBuilder()
                        .updateExpression(update.updateExpression().replace(" REMOVE #s.#id", ""))
                        .build()
                : request);
        var run = failing("no-session-resurrected", forgetful);
        assertThat(String.join("\n", Report.of(run)))
                .contains("seed " + run.seed())
                .containsPattern("step \\d+  no-session-resurrected")
                .containsPattern("#\\d{5} .* -> dynamodb:UpdateItem")
                .contains("./dev simulate first-light --seed " + run.seed());
        var again = Theatre.firstLight().tampered(forgetful).play(run.seed());
        assertThat(again.violations()).isEqualTo(run.violations());
        assertThat(again.timeline().text()).isEqualTo(run.timeline().text());
    }

    @Test
    void aGroupThatIsWrittenWhateverOthersWroteMeanwhileIsNoticed() {
        Tampering.noticed(
                Theatre.of(new LastSeats()),
                "no-write-is-overwritten",
                dynamo(request -> isGroup(request)
                        ? ((PutItemRequest) request)
                                .toBuilder()
                                        .conditionExpression(null)
                                        .expressionAttributeNames(null)
                                        .expressionAttributeValues(null)
                                        .build()
                        : request));
    }

    private static Run failing(String invariant, UnaryOperator<AwsClients> tampering) {
        return Tampering.noticed(Theatre.firstLight(), invariant, tampering);
    }

    private static boolean isGroup(Object request) {
        return request instanceof PutItemRequest put
                && put.item().containsKey("sk")
                && text(put, "sk").equals("group");
    }

    private static boolean isGrant(Object request) {
        return request instanceof PutItemRequest put
                && put.item().containsKey("sk")
                && text(put, "sk").startsWith("grant#");
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
}
