package com.lifeverse.trigger.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.events.EventFolders;
import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.json.Envelopes;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.schema.Schema;
import com.lifeverse.trigger.Given;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("adapters")
final class GrantListFunctionTest {
    private final TriggerSurroundings surroundings = new TriggerSurroundings();
    private final GrantListFunction function = new GrantListFunction(surroundings.runtime());

    @Test
    void linesAreEnteredOnceHoweverOftenTheyAreAskedForAndTheAnswerIsTheSame() {
        var first = surroundings.invoke(function, request("").toString());
        var second = surroundings.invoke(function, request("").toString());

        assertThat(first.path("first").asInt()).isEqualTo(7);
        assertThat(first.path("lines").asInt()).isEqualTo(2);
        assertThat(first.path("skipped").asInt()).isZero();
        assertThat(first.path("granted").toString()).isEqualTo("{\"coins\":250}");
        assertThat(second.path("granted")).isEqualTo(first.path("granted"));
        assertThat(told()).extracting(Envelope::type).containsExactly("grant.made.v1", "grant.made.v1");
        assertThat(told().getFirst().payload())
                .containsEntry("source", "compensation/outage-17")
                .containsEntry("occurrence", "coins")
                .containsEntry("amount", 100);
        assertThat(told().getFirst().causation()).containsExactly("evt_1");
    }

    @Test
    void theMessageIsToldByTheWriteThatEntersTheGrant() {
        surroundings.invoke(function, request("sorry").toString());
        surroundings.invoke(function, request("sorry").toString());

        assertThat(told())
                .extracting(Envelope::type)
                .containsExactly("grant.made.v1", "message.requested.v1", "grant.made.v1", "message.requested.v1");
        for (var each : told()) {
            assertThat(Schema.compile(EventFolders.schema(each.type()))
                            .violations(Envelopes.write(each).path("payload")))
                    .isEmpty();
        }
    }

    @Test
    void aListInWhichOneLineDoesNotFitIsNotHalfAList() {
        var request = request("");
        request.withArray("/lines")
                .addObject()
                .put("line", 9)
                .put("playerId", Given.ANNA)
                .put("item", "coins")
                .put("amount", 0);

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> surroundings.invoke(function, request.toString()));
        assertThat(told()).isEmpty();
    }

    private List<Envelope> told() {
        return surroundings.table.told();
    }

    private static ObjectNode request(String message) {
        var request = Json.object().put("source", "compensation/outage-17").put("message", message);
        request.putObject("cause")
                .put("id", "evt_1")
                .put("correlationId", "evt_1")
                .put("hops", 0)
                .putArray("causation");
        var lines = request.putArray("lines");
        lines.addObject()
                .put("line", 7)
                .put("playerId", Given.ANNA)
                .put("item", "coins")
                .put("amount", 100);
        lines.addObject()
                .put("line", 8)
                .put("playerId", Given.BEN)
                .put("item", "coins")
                .put("amount", 150);
        return request;
    }
}
