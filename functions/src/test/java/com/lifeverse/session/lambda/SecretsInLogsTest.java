package com.lifeverse.session.lambda;

import static com.lifeverse.session.support.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.json.Envelopes;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.support.Printed;
import com.lifeverse.session.aws.RsaKeySource;
import com.lifeverse.session.aws.SecretKeyVault;
import com.lifeverse.session.key.KeyRotation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Drives every function that players and the queue reach, well and badly, and reads what they left behind. */
@Tag("adapters")
final class SecretsInLogsTest {
    private static final String SECRET = "a-secret-of-the-device";
    private static final String DEVICE = "device-0001";
    private static final String KEY = "key-of-one-sign-in";
    private static final String ITEM = "item-of-a-letter";

    private final SessionSurroundings surroundings = new SessionSurroundings();
    private final List<String> secrets = new ArrayList<>(List.of(SECRET, DEVICE, KEY, ITEM));
    private final List<Integer> statuses = new ArrayList<>();

    @BeforeEach
    void thereAreKeys() {
        var source = new RsaKeySource();
        var ring = KeyRotation.first(source.signingKey(NOW), source.refreshSecret(), NOW);
        new SecretKeyVault(surroundings.secrets, "keys").write(ring, Optional.empty());
    }

    @Test
    void noSecretTokenOrBodyIsLoggedOrPrintedWhateverHappens() throws IOException {
        try (var printed = new Printed()) {
            var session = signIn();
            renew(session);
            ownSession(session);
            inbox(session);
            everythingFails(session);

            assertThat(statuses).contains(200, 201, 204, 400, 401, 404, 413, 415, 500, 503);
            assertThat(surroundings.log()).as("failures").hasSizeGreaterThanOrEqualTo(8);
            assertThat(secrets).hasSizeGreaterThanOrEqualTo(7).allSatisfy(secret -> {
                assertThat(secret).isNotBlank();
                assertThat(printed.text()).doesNotContain(secret);
                assertThat(surroundings.log()).noneMatch(line -> line.contains(secret));
            });
        }
    }

    private JsonNode signIn() throws IOException {
        var function = new SignInFunction(surroundings.runtime());
        var body = Requests.SIGN_IN;
        var session = send(function, keyed(Requests.signIn(body)));
        assertThat(session.path("accessToken").asText()).isNotEmpty();
        send(function, Requests.signIn(body.replace("playstation", "toaster")));
        send(function, Requests.signIn(body.replace('}', ' ')));
        send(function, Requests.signIn("{\"credential\": " + SECRET + "}"));
        send(function, Requests.signIn(body.replace("\"secret\"", "\"deviceId\"")));
        send(function, Requests.signIn(body + " ".repeat(8192)));
        var other = Requests.signIn(body);
        other.withObject("/headers").put("content-type", "text/plain");
        send(function, other);
        return session;
    }

    private void renew(JsonNode session) throws IOException {
        var function = new RenewFunction(surroundings.runtime());
        var refresh = session.path("refreshToken").asText();
        surroundings.table.answerOld(item());
        send(function, Requests.renew(sid(session), refresh));
        send(function, Requests.renew("ses_019b7600-0000-7000-8000-00000000000e", refresh));
        send(function, Requests.renew(sid(session), refresh + "x"));
        var broken = Requests.renew(sid(session), refresh);
        send(function, broken.put("body", broken.path("body").asText().replace("}", "")));
        send(function, broken.put("body", "{\"refreshToken\": " + refresh + "}"));
        surroundings.table.conflict();
        surroundings.table.conflict();
        surroundings.table.conflict();
        send(function, Requests.renew(sid(session), refresh));
    }

    private void ownSession(JsonNode session) throws IOException {
        var function = new SessionFunction(surroundings.runtime());
        surroundings.table.hold(item());
        send(function, own("GET", session));
        send(
                function,
                bearing(
                        session,
                        Requests.own(
                                "GET", player(session), sid(session), "ses_019b7600-0000-7000-8000-00000000000e")));
        var bare = own("GET", session);
        bare.withObject("/requestContext/authorizer/jwt/claims").remove("sid");
        send(function, bare);
        surroundings.table.answerOld(Map.of());
        send(function, own("DELETE", session));
        send(function, bearing(session, Requests.inbox(player(session), Map.of())));
        send(function, bearing(session, Requests.inbox(player(session), Map.of("cursor", SECRET))));
    }

    private void inbox(JsonNode session) {
        var function = new InboxFunction(surroundings.runtime());
        var letter = letter(session);
        assertThat(surroundings.invoke(function, batch(letter)).toString()).isEqualTo("{\"batchItemFailures\":[]}");
        for (var bad : List.of(
                letter.replace("grant.made.v1", "match.ended.v1"),
                letter.replace("\"amount\"", "\"amounts\""),
                letter.replace("\"amount\"", "\"item\""),
                letter.substring(0, letter.length() - 2))) {
            assertThat(surroundings.invoke(function, batch(bad)).toString()).contains("m-1");
        }
    }

    private void everythingFails(JsonNode session) throws IOException {
        surroundings.table.goAway();
        send(new SignInFunction(surroundings.runtime()), keyed(Requests.signIn(Requests.SIGN_IN)));
        send(
                new RenewFunction(surroundings.runtime()),
                Requests.renew(sid(session), session.path("refreshToken").asText()));
        send(new SessionFunction(surroundings.runtime()), own("GET", session));
        send(new SessionFunction(surroundings.runtime()), own("DELETE", session));
        surroundings.invoke(new InboxFunction(surroundings.runtime()), batch(letter(session)));
    }

    private JsonNode send(RequestStreamHandler function, ObjectNode request) throws IOException {
        var answer = surroundings.invoke(function, request);
        statuses.add(answer.path("statusCode").asInt());
        var text = answer.path("body").asText();
        var body = text.isEmpty() ? Json.object() : Json.read(text);
        for (var token : List.of("accessToken", "refreshToken")) {
            if (body.has(token)) {
                secrets.add(body.path(token).asText());
            }
        }
        return body;
    }

    /** The live item that the sign-in wrote: the last part of its transaction. */
    private Map<String, AttributeValue> item() {
        return surroundings
                .table
                .transactions
                .getFirst()
                .transactItems()
                .getLast()
                .put()
                .item();
    }

    private static ObjectNode own(String method, JsonNode session) {
        return bearing(session, Requests.own(method, player(session), sid(session), sid(session)));
    }

    private static ObjectNode bearing(JsonNode session, ObjectNode request) {
        request.withObject("/headers")
                .put("authorization", "Bearer " + session.path("accessToken").asText());
        return request;
    }

    private static ObjectNode keyed(ObjectNode request) {
        request.withObject("/headers").put("idempotency-key", '"' + KEY + '"');
        return request;
    }

    private static String letter(JsonNode session) {
        var payload = Map.<String, Object>of("grantId", "grt_1", "item", ITEM, "amount", 1, "source", "trigger/t");
        var event = Envelope.first("evt_1", "grant.made.v1", NOW, player(session), "trigger", payload);
        return Json.object().<ObjectNode>set("detail", Envelopes.write(event)).toString();
    }

    private static ObjectNode batch(String body) {
        var batch = Json.object();
        batch.putArray("Records").addObject().put("messageId", "m-1").put("body", body);
        return batch;
    }

    private static String sid(JsonNode session) {
        return session.path("sessionId").asText();
    }

    private static String player(JsonNode session) {
        return session.path("playerId").asText();
    }
}
