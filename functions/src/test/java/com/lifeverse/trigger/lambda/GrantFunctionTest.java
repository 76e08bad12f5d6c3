package com.lifeverse.trigger.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.events.EventFolders;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.json.Envelopes;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.schema.Schema;
import com.lifeverse.trigger.Given;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("adapters")
class GrantFunctionTest {
    private final TriggerSurroundings surroundings = new TriggerSurroundings();
    private final GrantFunction function = new GrantFunction(surroundings.runtime());

    @Test
    void grantIsEnteredOnceAndToldAsAnEventThatFitsItsSchema() {
        var first = surroundings.invoke(function, request().toString());
        var second = surroundings.invoke(function, request().toString());

        assertThat(first.path("outcome").asText()).isEqualTo("granted");
        assertThat(second.path("outcome").asText()).isEqualTo("already-granted");
        assertThat(second.path("grantId")).isEqualTo(first.path("grantId"));
        assertThat(surroundings.table.told()).hasSize(1);
        var told = surroundings.table.told().getFirst();
        assertThat(Schema.compile(EventFolders.schema("grant.made.v1"))
                        .violations(Envelopes.write(told).path("payload")))
                .isEmpty();
        assertThat(told.correlationId()).isEqualTo("evt_1");
        assertThat(told.causation()).containsExactly("evt_1", "evt_2");
        assertThat(told.hops()).isEqualTo(2);
        assertThat(told.isReplay()).isFalse();
    }

    @Test
    void grantOfAReplayIsMarkedAsOne() {
        var request = request();
        request.withObject("/cause").put("isReplay", true);
        surroundings.invoke(function, request.toString());

        assertThat(surroundings.table.told().getFirst().isReplay()).isTrue();
    }

    @Test
    void requestThatDoesNotFitFailsByTheProblemsNameAndWithItsPlaces() {
        var request = request().put("amount", 0).put("playerId", "anna");
        request.remove("cause");

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> surroundings.invoke(function, request.toString()))
                .withMessageStartingWith("invalid-request: ")
                .satisfies(refused -> {
                    assertThat(refused.problem()).isEqualTo(Problem.INVALID_REQUEST);
                    assertThat(refused.violations())
                            .extracting(Violation::pointer)
                            .containsExactlyInAnyOrder("/cause", "/amount", "/playerId");
                });
        assertThat(surroundings.table.told()).isEmpty();
    }

    private static ObjectNode request() {
        var request = Json.object();
        request.put("source", "trigger/first-win-of-the-day");
        request.put("occurrence", "2026-11-20");
        request.put("tier", 1);
        request.put("playerId", Given.ANNA);
        request.put("item", "coins");
        request.put("amount", 100);
        var cause = request.putObject("cause")
                .put("id", "evt_2")
                .put("correlationId", "evt_1")
                .put("hops", 1);
        cause.putArray("causation").add("evt_1");
        return request;
    }
}
