package com.lifeverse.trigger.letter.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.trigger.letter.DeadLetter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("contracts")
class ParkedMessageTest {
    @Test
    void aWorkflowsOwnIsReadWithItsInputAndItsError() {
        var letter = read("""
            {"workflow": "dev-trigger-effects", "execution": "arn:run", "error": {"Error": "States.Timeout"}, "input": {"id": "evt_1"}}""");

        assertThat(letter.origin())
                .isEqualTo(new DeadLetter.Origin("trigger-effects", "arn:run", "States.Timeout", ""));
        assertThat(letter.input()).isEqualTo("{\"id\":\"evt_1\"}");
        assertThat(letter.at()).isEqualTo("2026-11-20T18:42:09Z");
    }

    @Test
    void anEventThatStartedNothingIsReadWithOrWithoutWhatTheBusPutsAroundIt() {
        var whole = read("{\"detail-type\": \"trigger.fired.v1\", \"detail\": {\"type\": \"trigger.fired.v1\"}}");
        var detail = read("{\"type\": \"trigger.fired.v1\"}");

        assertThat(whole.origin().workflow()).isEqualTo("trigger-effects");
        assertThat(whole.input()).isEqualTo(detail.input()).isEqualTo("{\"type\":\"trigger.fired.v1\"}");
    }

    @Test
    void anEventOfTheEnginesQueueIsReadWithItsEnvelope() {
        var letter = ParkedMessage.ofEngine(
                message("{\"detail-type\": \"match.ended.v1\", \"detail\": {\"type\": \"match.ended.v1\"}}"));

        assertThat(letter.origin().isEngine()).isTrue();
        assertThat(letter.origin().cause()).endsWith("by the message m-1");
        assertThat(letter.input()).isEqualTo("{\"type\":\"match.ended.v1\"}");
        assertThat(ParkedMessage.ofEngine(message("no JSON")).input()).isEqualTo("\"no JSON\"");
    }

    @Test
    void whatNobodyUnderstandsIsKeptAsItIs() {
        assertThat(read("no JSON").input()).isEqualTo("\"no JSON\"");
        assertThat(read("{\"a\":1}").origin().workflow()).isEmpty();
    }

    @Test
    void theSameMessageMakesTheSameLetter() {
        assertThat(read("{}").id())
                .isEqualTo(read("{}").id())
                .matches("ltr_[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    }

    private static DeadLetter read(String body) {
        return new ParkedMessage("dev-").read(message(body));
    }

    private static ObjectNode message(String body) {
        ObjectNode message = Json.object().put("messageId", "m-1").put("body", body);
        message.putObject("attributes").put("SentTimestamp", "1795200129000");
        return message;
    }
}
