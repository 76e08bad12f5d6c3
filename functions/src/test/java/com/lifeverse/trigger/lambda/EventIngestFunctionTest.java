package com.lifeverse.trigger.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.json.Envelopes;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.support.Printed;
import com.lifeverse.trigger.Given;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("adapters")
class EventIngestFunctionTest {
    private static final String WIN = """
            {"type": "match.ended.v1", "playerId": "%s", "deduplicationId": "match-7781",
             "payload": {"matchId": "match-7781", "mode": "ranked", "outcome": "win", "durationSeconds": 612}}""".formatted(Given.ANNA);

    private final TriggerSurroundings surroundings = new TriggerSurroundings();
    private final EventIngestFunction function = new EventIngestFunction(surroundings.runtime());

    @Test
    void eventOfAGameServerIsPutOnTheBusInItsEnvelope() throws JsonProcessingException {
        var answer = answer(Requests.signed(WIN));

        assertThat(answer.path("statusCode").asInt()).isEqualTo(202);
        var entry = surroundings.bus.heard().getFirst();
        assertThat(entry.eventBusName()).isEqualTo("lifeverse");
        assertThat(entry.source()).isEqualTo("lifeverse.game-server");
        assertThat(entry.detailType()).isEqualTo("match.ended.v1");
        var event = Envelopes.read(Json.read(entry.detail()));
        assertThat(event.id()).isEqualTo(body(answer).path("eventId").asText()).startsWith("evt_");
        assertThat(event.correlationId()).isEqualTo(event.id());
        assertThat(event.deduplicationId()).isEqualTo("match-7781");
        assertThat(event.playerId()).isEqualTo(Given.ANNA);
        assertThat(event.time()).isEqualTo(Given.NOW);
        assertThat(event.hops()).isZero();
        assertThat(event.producer()).isEqualTo("game-server");
        assertThat(event.payload()).containsEntry("outcome", "win");
    }

    @Test
    void unsignedCallerProducesNothing() {
        var request = Requests.unsigned("POST", "/v1/events", "POST /v1/events").put("body", WIN);

        assertRefused(request, 403, "producer-not-allowed");
    }

    @Test
    void producerIsTakenFromTheCredentialAndNeverFromTheBody() {
        assertRefused(Requests.signed(with("producer", "\"trigger\"")), 400, "invalid-request", "/producer");
    }

    @Test
    void eventTypeThatOthersProduceIsForbidden() {
        var grant = WIN.replace("match.ended.v1", "grant.made.v1");

        assertRefused(Requests.signed(grant), 403, "producer-not-allowed", "/type");
    }

    @Test
    void unknownEventTypeIsRefused() {
        assertRefused(
                Requests.signed(WIN.replace("match.ended.v1", "match.endet.v1")), 400, "unknown-event-type", "/type");
        assertRefused(
                Requests.signed(WIN.replace("match.ended.v1", "../events/match")), 400, "unknown-event-type", "/type");
    }

    @Test
    void payloadIsHeldAgainstItsSchemaWithPointersIntoTheBody() {
        var bad = WIN.replace("\"win\"", "\"won\"").replace("612", "-1").replace("\"mode\": \"ranked\",", "");

        assertRefused(
                Requests.signed(bad),
                400,
                "invalid-request",
                "/payload/mode",
                "/payload/outcome",
                "/payload/durationSeconds");
    }

    @Test
    void payloadPropertiesThatTheSchemaDoesNotNamePassUnchanged() throws JsonProcessingException {
        var more = WIN.replace("612", "612, \"mapId\": \"harbour\", \"ghost\": null, \"score\": 12.5");
        answer(Requests.signed(more));

        var payload = Json.read(surroundings.bus.heard().getFirst().detail()).path("payload");
        assertThat(payload.toString())
                .isEqualTo(
                        "{\"matchId\":\"match-7781\",\"mode\":\"ranked\",\"outcome\":\"win\",\"durationSeconds\":612,"
                                + "\"mapId\":\"harbour\",\"ghost\":null,\"score\":12.5}");
    }

    @Test
    void payloadThatWouldNotSurviveItsWayIsRefused() {
        var deep = "[".repeat(40) + "]".repeat(40);

        assertRefused(Requests.signed(WIN.replace("612", "612, \"x\": 1e999")), 400, "invalid-request", "/payload/x");
        assertRefused(
                Requests.signed(WIN.replace("612", "612, \"x\": " + deep)),
                400,
                "invalid-request",
                "/payload/x" + "/0".repeat(31));
        assertRefused(
                Requests.signed(WIN.replace("612", "612, \"x\": [\"\\udc00\"]")),
                400,
                "invalid-request",
                "/payload/x/0");
        assertRefused(Requests.signed(WIN.replace("612", "612, \"\\ud800\": 1")), 400, "malformed-json", "");
    }

    @Test
    void namesOfWhatHappenedAreWithoutControlCharactersAndHalves() {
        assertRefused(
                Requests.signed(WIN.replaceFirst("match-7781", "x\\\\ud800")),
                400,
                "invalid-request",
                "/deduplicationId");
        assertRefused(
                Requests.signed(WIN.replaceFirst("match-7781", "x\\\\u0000")),
                400,
                "invalid-request",
                "/deduplicationId");
    }

    @Test
    void everythingWrongWithTheFormIsToldAtOnce() {
        assertRefused(
                Requests.signed("{\"playerId\": \"anna\", \"time\": 5, \"payload\": []}"),
                400,
                "invalid-request",
                "/type",
                "/playerId",
                "/deduplicationId",
                "/time",
                "/payload");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T18:47:08Z, true", // exactly five minutes ahead
        "2026-11-20T18:47:09Z, false",
        "2026-11-19T18:42:08Z, true", // exactly a day behind
        "2026-11-19T18:42:07Z, false",
        "2026-11-20T20:42:08.5+02:00, true",
        "2026-11-20, false",
        "yesterday, false"
    })
    void timeIsWhenItHappenedWithinReason(String time, boolean accepted) throws JsonProcessingException {
        var request = Requests.signed(with("time", "\"" + time + "\""));
        if (!accepted) {
            assertRefused(request, 400, "invalid-request", "/time");
            return;
        }
        assertThat(answer(request).path("statusCode").asInt()).isEqualTo(202);
        var detail = Json.read(surroundings.bus.heard().getFirst().detail());
        assertThat(Instant.parse(detail.path("time").asText()))
                .isEqualTo(OffsetDateTime.parse(time).toInstant());
    }

    @Test
    void bodyHasAtMostSixteenKibibytes() {
        var largest = WIN + " ".repeat(16 * 1024 - WIN.length());

        assertRefused(Requests.signed(largest + " "), 413, "body-too-large");
        assertThat(answer(Requests.signed(largest)).path("statusCode").asInt()).isEqualTo(202);
    }

    @Test
    void busThatDoesNotTakeTheEventIsA503ThatMayBeTriedAgain() {
        surroundings.bus.refuse("InternalFailure");
        assertRefused(Requests.signed(WIN), 503, "temporarily-unavailable");
        surroundings.bus.goAway();
        var answer = assertRefused(Requests.signed(WIN), 503, "temporarily-unavailable");

        assertThat(answer.at("/headers/retry-after").asText()).isNotBlank();
    }

    @Test
    void nothingOfACredentialOrABodyIsLoggedOrPrintedWhateverHappens() {
        var told = WIN.replace("612", "612, \"place\": \"harbour-at-night\"");
        try (var printed = new Printed()) {
            for (var body : List.of(
                    told,
                    told.replace("\"win\"", "\"won\""),
                    told.replace("\"payload\"", "\"payloads\""),
                    told.replace("match.ended.v1", "match.endet.v1"),
                    told.replace("\"harbour-at-night\"", "harbour-at-night"),
                    told.substring(0, told.length() - 2),
                    told + " ".repeat(16 * 1024))) {
                answer(credited(body));
            }
            surroundings.bus.refuse("InternalFailure");
            answer(credited(told));
            surroundings.bus.refuse("MalformedDetail");
            answer(credited(told));
            surroundings.bus.goAway();
            answer(credited(told));

            assertThat(surroundings.log()).as("failures").hasSize(3);
            for (var secret : List.of("harbour-at-night", "match-7781", "a-signature", "a-session-token")) {
                assertThat(printed.text()).doesNotContain(secret);
                assertThat(surroundings.log()).noneMatch(line -> line.contains(secret));
            }
        }
    }

    private static ObjectNode credited(String body) {
        var request = Requests.signed(body);
        request.withObject("/headers")
                .put("authorization", "AWS4-HMAC-SHA256 Signature=a-signature")
                .put("x-amz-security-token", "a-session-token");
        return request;
    }

    private JsonNode assertRefused(ObjectNode request, int status, String problem, String... pointers) {
        var answer = answer(request);
        assertThat(answer.path("statusCode").asInt()).isEqualTo(status);
        assertThat(body(answer).path("type").asText()).isEqualTo("/problems/" + problem);
        assertThat(body(answer)
                        .path("violations")
                        .valueStream()
                        .map(one -> one.path("pointer").asText()))
                .containsExactlyInAnyOrderElementsOf(List.of(pointers));
        assertThat(surroundings.bus.heard()).isEmpty();
        return answer;
    }

    private JsonNode answer(ObjectNode request) {
        return surroundings.invoke(function, request.toString());
    }

    private static JsonNode body(JsonNode answer) {
        try {
            return Json.read(answer.path("body").asText());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static String with(String name, String value) {
        return WIN.replace("\"payload\"", "\"" + name + "\": " + value + ", \"payload\"");
    }
}
