package com.lifeverse.local.http.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.function.TestCallers;
import com.lifeverse.local.http.message.Body;
import com.lifeverse.local.http.message.Headers;
import com.lifeverse.local.http.message.Request;
import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Callers;
import com.lifeverse.local.kernel.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("adapters")
final class IamAuthorizerTest {
    private static final Instant NOW = Instant.parse("2026-11-20T18:00:00Z");
    private static final String ROLE = "arn:aws:iam::111111111111:role/game-server";
    private static final String ROUTE = "arn:aws:execute-api:us-east-1:111111111111:abc/$default/POST/v1/events";

    private final Agenda clock = Agenda.virtual(NOW, failure -> {});
    private final Credentials credentials = new Credentials(Store.inMemory(), clock);
    private final Credentials.Session session = credentials.issue(ROLE, "eu-1", Duration.ofHours(1));

    @Test
    void aRequestSignedByTheSdkIsGrantedToItsRole() {
        var verdict = judge(TestCallers.allowingAll(), signed("/v1/events", "{\"a\":1}"));

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Granted.class,
                        granted -> assertThat(granted.authorizer().orElseThrow().toString())
                                .contains(session.accessKeyId(), "\"accountId\":\"111111111111\"")
                                .contains("arn:aws:sts::111111111111:assumed-role/game-server/eu-1"));
    }

    @Test
    void queriesAndEncodedPathsAreSignedToo() {
        var target = "/v1/events/a%20b%2Fc?z=1&a=two%20words&a=%C3%A4&empty=";

        assertThat(judge(TestCallers.allowingAll(), signed(target, ""))).isInstanceOf(Verdict.Granted.class);
    }

    @Test
    void aTamperedRequestIsRefused() {
        var genuine = signed("/v1/events?a=1", "{\"amount\":1}");

        assertThat(List.of(
                        with(genuine, genuine.path(), genuine.query(), Body.of("{\"amount\":9}")),
                        with(genuine, "/v1/other", genuine.query(), genuine.body()),
                        with(genuine, genuine.path(), "a=2", genuine.body())))
                .allSatisfy(tampered -> assertThat(judge(TestCallers.allowingAll(), tampered))
                        .isInstanceOfSatisfying(Verdict.Refused.class, refused -> {
                            assertThat(refused.response().status()).isEqualTo(403);
                            assertThat(refused.response().body().text()).isEqualTo("{\"message\":\"Forbidden\"}");
                        }));
    }

    @Test
    void anotherSessionsTokenIsRefused() {
        var other = credentials.issue(ROLE, "eu-2", Duration.ofHours(1));
        var genuine = signed("/v1/events", "");
        var swapped = new Request(
                genuine.method(),
                genuine.path(),
                genuine.query(),
                genuine.headers().replacing("x-amz-security-token", other.sessionToken()),
                genuine.body(),
                genuine.sourceIp());

        assertThat(judge(TestCallers.allowingAll(), swapped)).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void aSignatureIsGoodForFiveMinutes() {
        var request = signed("/v1/events", "");

        clock.advance(Duration.ofMinutes(5));
        assertThat(judge(TestCallers.allowingAll(), request)).isInstanceOf(Verdict.Granted.class);
        clock.advance(Duration.ofSeconds(1));
        assertThat(judge(TestCallers.allowingAll(), request)).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void expiredCredentialsAreRefused() {
        clock.advance(Duration.ofHours(1));
        var late = SignedRequests.sign(session, clock.instant(), "POST", "/v1/events", "application/json", "");

        assertThat(judge(TestCallers.allowingAll(), late)).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void aRoleThatMayNotInvokeTheRouteIsRefused() {
        assertThat(judge(TestCallers.denying("/v1/events"), signed("/v1/events", "")))
                .isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void anUnsignedRequestIsRefused() {
        var unsigned = new Request("POST", "/v1/events", "", Headers.NONE, Body.EMPTY, "127.0.0.1");

        assertThat(judge(TestCallers.allowingAll(), unsigned)).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void issuedCredentialsSurviveARestart(@TempDir Path data) {
        Credentials.Session issued;
        try (var store = Store.in(data)) {
            issued = new Credentials(store, clock).issue(ROLE, "eu-1", Duration.ofHours(1));
        }
        try (var store = Store.in(data)) {
            assertThat(new Credentials(store, clock).find(issued.accessKeyId())).contains(issued);
        }
    }

    private Verdict judge(Callers callers, Request request) {
        return new IamAuthorizer(credentials, callers, clock).authorize(request, ROUTE);
    }

    private Request signed(String target, String body) {
        return SignedRequests.sign(session, clock.instant(), "POST", target, "application/json", body);
    }

    private static Request with(Request genuine, String path, String query, Body body) {
        return new Request(genuine.method(), path, query, genuine.headers(), body, genuine.sourceIp());
    }
}
