package com.lifeverse.trigger.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.json.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("adapters")
class TriggerCatalogueFunctionTest {
    private static final String LIST = "GET /v1/triggers";
    private static final String ONE = "GET /v1/triggers/{trigger}";

    private final TriggerSurroundings surroundings = new TriggerSurroundings();
    private final TriggerCatalogueFunction function = new TriggerCatalogueFunction(surroundings.runtime());

    @ParameterizedTest
    @ValueSource(strings = {"[viewer]", "[author]", "[approver]", "[operator]", "[guests viewer]"})
    void everyStaffRoleSeesAllTriggersWithTheirRevision(String groups) throws JsonProcessingException {
        var answer = answer(Requests.staff(groups, "/v1/triggers", LIST));

        assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
        var body = Json.read(answer.path("body").asText());
        assertThat(body.path("revision").asText()).hasSize(36);
        assertThat(body.at("/triggers/0/trigger").asText()).isEqualTo("first-win-of-the-day");
    }

    @Test
    void oneTriggerIsShownAsItsAuthorsWroteIt() throws JsonProcessingException {
        var answer = answer(one("first-win-of-the-day"));
        var body = Json.read(answer.path("body").asText());

        assertThat(body.at("/when/detail-type/0").asText()).isEqualTo("match.ended.v1");
        assertThat(body.at("/limits/perPlayer/times").asInt()).isEqualTo(1);
        assertThat(body.at("/effects/0/grant/item").asText()).isEqualTo("coins");
    }

    @Test
    void triggerThatIsNotInForceIsNotFound() {
        var answer = answer(one("no-such-trigger"));

        assertThat(answer.path("statusCode").asInt()).isEqualTo(404);
        assertThat(answer.path("body").asText()).contains("/problems/trigger-not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "[guests]", "[viewers]", "[super viewer-only]"})
    void withoutAStaffRoleNothingIsShown(String groups) {
        var answer = answer(Requests.staff(groups, "/v1/triggers", LIST));

        assertThat(answer.path("statusCode").asInt()).isEqualTo(403);
        assertThat(answer.path("body").asText()).contains("/problems/role-required");
        assertThat(answer(Requests.unsigned("GET", "/v1/triggers", LIST))
                        .path("statusCode")
                        .asInt())
                .isEqualTo(403);
    }

    private JsonNode answer(ObjectNode request) {
        return surroundings.invoke(function, request.toString());
    }

    private static ObjectNode one(String trigger) {
        var request = Requests.staff("[viewer]", "/v1/triggers/" + trigger, ONE);
        request.putObject("pathParameters").put("trigger", trigger);
        return request;
    }
}
