package com.lifeverse.session.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.session.inbox.InboxCursor;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("adapters")
final class SessionFunctionTest {
    private static final String SESSION = "ses_019b7600-0000-7000-8000-000000000001";
    private static final String OTHER = "ses_019b7600-0000-7000-8000-000000000002";

    private final SessionSurroundings surroundings = new SessionSurroundings();
    private final SessionFunction function = new SessionFunction(surroundings.runtime());

    @Test
    void anotherSessionIsNotFoundAndNoTableIsAsked() throws IOException {
        var answer = surroundings.invoke(function, Requests.own("GET", "ply_1", SESSION, OTHER));

        assertThat(problem(answer, 404)).isEqualTo("session-not-found");
        assertThat(surroundings.table.requests).isEmpty();
    }

    @Test
    void signingOutAnswersNothing() throws IOException {
        surroundings.table.answerOld(Map.of());

        var answer = surroundings.invoke(function, Requests.own("DELETE", "ply_1", SESSION, SESSION));

        assertThat(answer.path("statusCode").asInt()).isEqualTo(204);
        assertThat(surroundings.table.requests).hasSize(1);
    }

    @Test
    void signingOutOfAnEndedSessionIsFine() throws IOException {
        surroundings.table.refuse(Map.of());

        var answer = surroundings.invoke(function, Requests.own("DELETE", "ply_1", SESSION, SESSION));

        assertThat(answer.path("statusCode").asInt()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "many", "", "99999999999"})
    void aLimitOutsideTheContractIsRefused(String limit) throws IOException {
        var answer = surroundings.invoke(function, Requests.inbox("ply_1", Map.of("limit", limit)));

        assertThat(problem(answer, 400)).isEqualTo("invalid-request");
        assertThat(body(answer).at("/violations/0/parameter").asText()).isEqualTo("limit");
    }

    @Test
    void aCursorOfAnotherPlayerIsRefused() throws IOException {
        var cursor = InboxCursor.behind("ply_2", "msg_1");
        var answer = surroundings.invoke(function, Requests.inbox("ply_1", Map.of("cursor", cursor)));

        assertThat(problem(answer, 400)).isEqualTo("invalid-request");
        assertThat(body(answer).at("/violations/0/parameter").asText()).isEqualTo("cursor");
    }

    @Test
    void aTokenWithoutOurClaimsIsAFaultOfOursAndOpensNothing() throws IOException {
        var request = Requests.own("GET", "ply_1", SESSION, SESSION);
        request.withObject("/requestContext/authorizer/jwt/claims").remove("sid");

        assertThat(problem(surroundings.invoke(function, request), 500)).isEqualTo("unexpected");
    }

    private static JsonNode body(JsonNode answer) throws IOException {
        return Json.read(answer.path("body").asText());
    }

    private static String problem(JsonNode answer, int status) throws IOException {
        assertThat(answer.path("statusCode").asInt()).as("status of %s", answer).isEqualTo(status);
        return body(answer).path("type").asText().replace("/problems/", "");
    }
}
