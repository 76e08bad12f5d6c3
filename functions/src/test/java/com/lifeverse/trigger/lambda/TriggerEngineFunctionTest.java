package com.lifeverse.trigger.lambda;

import static com.lifeverse.trigger.Given.ANNA;
import static com.lifeverse.trigger.Given.BEN;
import static com.lifeverse.trigger.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.events.EventFolders;
import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.json.Envelopes;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.schema.Schema;
import com.lifeverse.trigger.Given;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("adapters")
class TriggerEngineFunctionTest {
    private final TriggerSurroundings surroundings = new TriggerSurroundings();
    private final TriggerEngineFunction function = new TriggerEngineFunction(surroundings.runtime());

    @Test
    void firstWinOfTheDayIsToldAsAnEventThatFitsItsSchema() {
        assertThat(failures(record("1", event(Given.win(ANNA, "m1", NOW))))).isEmpty();

        var told = surroundings.table.told().getFirst();
        assertThat(told.type()).isEqualTo("trigger.fired.v1");
        assertThat(told.correlationId()).isEqualTo("evt_m1");
        assertThat(Schema.compile(EventFolders.schema("trigger.fired.v1"))
                        .violations(Envelopes.write(told).path("payload")))
                .isEmpty();
        assertThat(surroundings.log()).singleElement().asString().contains("fired", "2026-11-20");
    }

    @Test
    void batchCostsOneReadAndOneWriteForEachPlayer() {
        failures(
                record("1", event(Given.win(ANNA, "m1", NOW))),
                record("2", event(Given.win(BEN, "m1", NOW))),
                record("3", event(Given.win(ANNA, "m2", NOW))),
                record("4", event(Given.win(ANNA, "m1", NOW))));

        assertThat(surroundings.table.reads()).isEqualTo(2);
        assertThat(surroundings.table.writes()).isEqualTo(2);
        assertThat(surroundings.table.told().stream().map(Envelope::playerId)).containsExactly(ANNA, BEN);
    }

    @Test
    void eventThatNoTriggerWantsCostsNothing() {
        var loss = EventFolders.json(EventFolders.sample("match.ended.v1", "co-op-loss.json"));

        assertThat(failures(record("1", loss.toString()))).isEmpty();
        assertThat(surroundings.table.reads()).isZero();
        assertThat(surroundings.log()).isEmpty();
    }

    @Test
    void poisonRecordComesBackAlone() {
        var nameless = Json.object().put("detail-type", "match.ended.v1");
        nameless.withObject("/detail/payload").put("outcome", "win");

        assertThat(failures(
                        record("1", "{"),
                        record("2", event(Given.win(ANNA, "m1", NOW))),
                        record("3", nameless.toString()),
                        record("4", event(Given.win("", "m1", NOW)))))
                .containsExactly("1", "3", "4");
        assertThat(surroundings.table.told()).hasSize(1);
    }

    @Test
    void playerWhoseStateIsOutOfReachHoldsUpNobodyElse() {
        surroundings.table.refuse(BEN);

        assertThat(failures(
                        record("1", event(Given.win(BEN, "m1", NOW))),
                        record("2", event(Given.win(ANNA, "m1", NOW))),
                        record("3", event(Given.win(BEN, "m2", NOW)))))
                .containsExactly("1", "3");
        assertThat(surroundings.table.told().stream().map(Envelope::playerId)).containsExactly(ANNA);
    }

    @Test
    void redeliveryAfterALostAnswerTellsNothingTwice() {
        surroundings.table.loseNextAnswer();
        var win = record("1", event(Given.win(ANNA, "m1", NOW)));

        assertThat(failures(win)).isEmpty();
        assertThat(failures(win)).isEmpty();
        assertThat(surroundings.table.told()).hasSize(1);
    }

    @Test
    void eventThatTooManyOthersLedToIsStoppedAndLogged() {
        failures(record("1", event(Given.afterHops(Given.win(ANNA, "m1", NOW), 8))));

        assertThat(surroundings.table.told()).isEmpty();
        assertThat(surroundings.log())
                .hasSize(2)
                .anyMatch(line -> line.contains("loop-stopped"))
                .anyMatch(line -> line.contains("\"LoopsStopped\":1") && line.contains("LifeVerse/Triggers"));
    }

    private List<String> failures(JsonNode... records) {
        var input = Json.object();
        var list = input.putArray("Records");
        List.of(records).forEach(list::add);
        return surroundings
                .invoke(function, input.toString())
                .path("batchItemFailures")
                .valueStream()
                .map(failure -> failure.path("itemIdentifier").asText())
                .toList();
    }

    private static ObjectNode record(String messageId, String body) {
        return Json.object().put("messageId", messageId).put("body", body);
    }

    private static String event(Envelope envelope) {
        var event = Json.object();
        event.put("version", "0");
        event.put("detail-type", envelope.type());
        event.put("source", "lifeverse." + envelope.producer());
        event.set("detail", Envelopes.write(envelope));
        return event.toString();
    }
}
