package com.lifeverse.session.lambda;

import static com.lifeverse.session.support.Fixtures.NOW;
import static com.lifeverse.session.support.Fixtures.POLICY;
import static com.lifeverse.session.support.Fixtures.firstStart;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.aws.Outbox;
import com.lifeverse.platform.json.Json;
import com.lifeverse.session.aws.RsaKeySource;
import com.lifeverse.session.aws.SecretKeyVault;
import com.lifeverse.session.key.KeyRing;
import com.lifeverse.session.key.KeyRotation;
import com.lifeverse.session.live.SessionStart;
import com.lifeverse.session.token.RefreshToken;
import com.lifeverse.session.token.RefreshTokens;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

@Tag("adapters")
final class RenewFunctionTest {
    private static final KeyRing RING =
            KeyRotation.first(new RsaKeySource().signingKey(NOW), new RsaKeySource().refreshSecret(), NOW);

    private final SessionSurroundings surroundings = new SessionSurroundings();
    private final RenewFunction function = new RenewFunction(surroundings.runtime());
    private final SessionStart start = firstStart(1);
    private final String sessionId = start.session().id();
    private final RefreshToken token = RefreshToken.of(start.playerId(), start.session(), 0);

    @BeforeEach
    void thereAreKeys() {
        new SecretKeyVault(surroundings.secrets, "keys").write(RING, Optional.empty());
    }

    @Test
    void aRenewalIsOneUpdateThatAnswersTheOldItemWhetherItAppliesOrNot() throws IOException {
        surroundings.table.answerOld(item(0));
        surroundings.pass(Duration.ofMinutes(4));

        var answer = surroundings.invoke(function, Requests.renew(sessionId, sealed(token)));

        assertThat(answer.path("statusCode").asInt()).as("%s", answer).isEqualTo(200);
        assertThat(surroundings.table.requests).singleElement().satisfies(request -> {
            assertThat(request.returnValues()).isEqualTo(ReturnValue.ALL_OLD);
            assertThat(request.returnValuesOnConditionCheckFailure())
                    .isEqualTo(ReturnValuesOnConditionCheckFailure.ALL_OLD);
            assertThat(request.updateExpression()).contains("REMOVE #out");
        });
    }

    @Test
    void anAnswerHoldsSuccessorLeaseAndNoticesButNoAccessTokenBeforeItIsDue() throws IOException {
        surroundings.table.answerOld(item(0));
        surroundings.pass(Duration.ofMinutes(4));

        var answer = surroundings.invoke(function, Requests.renew(sessionId, sealed(token)));
        var body = body(answer);
        var lease = POLICY.leaseFrom(NOW.plus(Duration.ofMinutes(4)), sessionId, 1);

        assertThat(answer.at("/headers/cache-control").asText()).isEqualTo("no-store");
        assertThat(body.path("refreshToken").asText()).isEqualTo(sealed(token.successor()));
        assertThat(body.at("/lease/renewAt").asText()).isEqualTo(lease.renewAt().toString());
        assertThat(body.at("/lease/expiresAt").asText())
                .isEqualTo(lease.expiresAt().toString());
        assertThat(body.path("noticeRevision").asInt()).isEqualTo(3);
        assertThat(body.has("accessToken")).isFalse();
    }

    @Test
    void aRetryBringsAnAccessTokenOfTheNewGeneration() throws Exception {
        surroundings.table.answerOld(item(1));

        var body = body(surroundings.invoke(function, Requests.renew(sessionId, sealed(token))));
        var claims = SignedJWT.parse(body.path("accessToken").asText()).getJWTClaimsSet();

        assertThat(claims.getLongClaim("gen")).isEqualTo(1L);
        assertThat(claims.getSubject()).isEqualTo(start.playerId());
        assertThat(claims.getIssuer()).isEqualTo("https://issuer.example");
        assertThat(body.path("accessTokenExpiresAt").asText())
                .isEqualTo(NOW.plus(Duration.ofMinutes(30)).toString());
    }

    @Test
    void aReusedTokenEndsTheFamilyByASecondWrite() throws Exception {
        surroundings.table.refuse(item(2));
        surroundings.table.answerOld(item(2));

        var answer = surroundings.invoke(function, Requests.renew(sessionId, sealed(token)));

        assertThat(problem(answer, 401)).isEqualTo("refresh-token-reused");
        assertThat(surroundings.table.requests).hasSize(2);
        var news = surroundings
                .table
                .requests
                .getLast()
                .expressionAttributeValues()
                .getOrDefault(":out", AttributeValue.fromS("[]"));
        assertThat(Outbox.told(news))
                .extracting(event -> event.path("type").asText())
                .containsExactly("session.refresh_reused.v1", "session.ended.v1");
    }

    @Test
    void aSessionThatIsGoneIsSaidToHaveEnded() throws IOException {
        surroundings.table.refuse(Map.of());

        assertThat(problem(surroundings.invoke(function, Requests.renew(sessionId, sealed(token))), 401))
                .isEqualTo("session-ended");
    }

    @Test
    void aTokenForAnotherSessionIsRefusedBeforeTheTable() throws IOException {
        assertThat(problem(
                        surroundings.invoke(
                                function, Requests.renew("ses_019b7600-0000-7000-8000-00000000000e", sealed(token))),
                        401))
                .isEqualTo("invalid-refresh-token");
        assertThat(surroundings.table.requests).isEmpty();
    }

    @Test
    void rubbishIsRefusedBeforeTheTable() throws IOException {
        assertThat(problem(surroundings.invoke(function, Requests.renew(sessionId, "rubbish")), 401))
                .isEqualTo("invalid-refresh-token");
        assertThat(surroundings.table.requests).isEmpty();
    }

    @Test
    void aBodyHasAtMostTwoKibibytes() throws IOException {
        var request = Requests.renew(sessionId, "rubbish");
        var text = request.path("body").asText();
        var largest = text + " ".repeat(2048 - text.length());

        assertThat(problem(surroundings.invoke(function, request.put("body", largest)), 401))
                .isEqualTo("invalid-refresh-token");
        assertThat(problem(surroundings.invoke(function, request.put("body", largest + " ")), 413))
                .isEqualTo("body-too-large");
    }

    @Test
    void anOldFamilyIsToldSoBeforeTheTable() throws IOException {
        surroundings.pass(Duration.ofDays(8));

        assertThat(problem(surroundings.invoke(function, Requests.renew(sessionId, sealed(token))), 401))
                .isEqualTo("refresh-token-expired");
    }

    @Test
    void aMessageThatArrivesAtTheSameMomentDoesNotDisturb() throws IOException {
        surroundings.table.conflict();
        surroundings.table.answerOld(item(0));

        var answer = surroundings.invoke(function, Requests.renew(sessionId, sealed(token)));

        assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
    }

    @Test
    void anItemThatStaysOccupiedIsARetryLaterAndNotAFault() throws IOException {
        surroundings.table.conflict();
        surroundings.table.conflict();
        surroundings.table.conflict();

        var answer = surroundings.invoke(function, Requests.renew(sessionId, sealed(token)));

        assertThat(problem(answer, 503)).isEqualTo("temporarily-unavailable");
        assertThat(answer.at("/headers/retry-after").asText()).isNotEmpty();
    }

    private static String sealed(RefreshToken token) {
        return new RefreshTokens(RING.refreshSecret(), "lifeverse").seal(token);
    }

    private Map<String, AttributeValue> item(long generation) {
        var session = new HashMap<>(Map.of(
                "f", AttributeValue.fromS(start.session().family()),
                "g", AttributeValue.fromN(Long.toString(generation)),
                "b", AttributeValue.fromN(Long.toString(NOW.toEpochMilli())),
                "r", AttributeValue.fromN(Long.toString(NOW.toEpochMilli())),
                "l",
                        AttributeValue.fromN(
                                Long.toString(start.session().renewAt().toEpochMilli())),
                "p", AttributeValue.fromS("p"),
                "v", AttributeValue.fromN("10000400002")));
        return Map.of(
                "playerId", AttributeValue.fromS(start.playerId()),
                "n", AttributeValue.fromN("3"),
                "c", AttributeValue.fromS(start.command().text()),
                "s", AttributeValue.fromM(Map.of(sessionId, AttributeValue.fromM(session))));
    }

    private static JsonNode body(JsonNode answer) throws IOException {
        return Json.read(answer.path("body").asText());
    }

    private static String problem(JsonNode answer, int status) throws IOException {
        assertThat(answer.path("statusCode").asInt()).as("status of %s", answer).isEqualTo(status);
        return body(answer).path("type").asText().replace("/problems/", "");
    }
}
