package com.lifeverse.trigger.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.events.EventFolders;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.json.Envelopes;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.schema.Schema;
import com.lifeverse.trigger.Given;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("adapters")
class ProfileEffectFunctionTest {
    private final TriggerSurroundings surroundings = new TriggerSurroundings();
    private final ProfileEffectFunction function = new ProfileEffectFunction(surroundings.runtime());

    @Test
    void counterIsCountedOnceForADecisionAndItsTierAndToldAsAnEventThatFitsItsSchema() {
        adjust(counter(1, 2));
        adjust(counter(1, 2));
        adjust(counter(2, -5));

        assertThat(surroundings.table.told()).hasSize(2);
        var told = surroundings.table.told().getLast();
        var payload = Envelopes.write(told).path("payload");
        assertThat(payload.at("/profile/counters/honours").asInt()).isEqualTo(-3);
        assertThat(Schema.compile(EventFolders.schema("profile.changed.v1")).violations(payload))
                .isEmpty();
        assertThat(told.correlationId()).isEqualTo("evt_1");
        assertThat(told.causation()).containsExactly("evt_1", "evt_2");
        assertThat(told.hops()).isEqualTo(2);
    }

    @Test
    void repeatWhoseAnswerGotLostCountsNothingTwice() {
        surroundings.table.loseNextAnswer();
        adjust(counter(1, 1));
        // So many others that the profile itself does not name the first any more.
        for (int tier = 2; tier <= 40; tier++) {
            adjust(counter(tier, 1));
        }
        adjust(counter(1, 1));

        var last = Envelopes.write(surroundings.table.told().getLast());
        assertThat(last.at("/payload/profile/counters/honours").asInt()).isEqualTo(40);
    }

    @Test
    void flagStaysForAWhileFromTheDecisionOnHoweverLateItIsCarriedOut() {
        adjust(flag("P7D"));
        adjust(flag("P7D"));

        assertThat(surroundings.table.told()).singleElement().satisfies(told -> {
            var payload = Envelopes.write(told).path("payload");
            assertThat(payload.at("/profile/tags/0").asText()).isEqualTo("comeback");
            assertThat(payload.at("/tagsUntil/comeback").asText())
                    .isEqualTo(Given.NOW.plusSeconds(7 * 86_400 - 60).toString());
        });
    }

    @Test
    void requestThatDoesNotFitFailsByTheProblemsNameAndWithItsPlaces() {
        refused(counter(0, 1).put("playerId", "anna"), "/tier", "/playerId");
        refused(flag("soon"), "/effect/lasts");
        var nothing = counter(1, 1);
        nothing.withObject("/effect").remove("by");
        refused(nothing, "/effect/by");
    }

    private void refused(ObjectNode request, String... pointers) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> adjust(request))
                .withMessageStartingWith("invalid-request: ")
                .satisfies(refused -> assertThat(refused.violations())
                        .extracting(Violation::pointer)
                        .containsExactlyInAnyOrder(pointers));
    }

    private void adjust(ObjectNode request) {
        surroundings.invoke(function, request.toString());
    }

    private static ObjectNode counter(int tier, int by) {
        var request = request(tier);
        request.putObject("effect")
                .put("kind", "counter")
                .put("tier", tier)
                .put("name", "honours")
                .put("by", by);
        return request;
    }

    private static ObjectNode flag(String lasts) {
        var request = request(1);
        request.putObject("effect").put("kind", "flag").put("name", "comeback").put("lasts", lasts);
        return request;
    }

    private static ObjectNode request(int tier) {
        var request = Json.object()
                .put("playerId", Given.ANNA)
                .put("decisionId", "dec_1")
                .put("tier", tier)
                .put("at", Given.NOW.minusSeconds(60).toString());
        request.putObject("cause")
                .put("id", "evt_2")
                .put("correlationId", "evt_1")
                .put("hops", 1)
                .putArray("causation")
                .add("evt_1");
        return request;
    }
}
