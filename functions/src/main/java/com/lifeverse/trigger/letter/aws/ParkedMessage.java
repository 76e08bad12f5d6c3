package com.lifeverse.trigger.letter.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.lifeverse.platform.NameBasedId;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.runtime.IdSource;
import com.lifeverse.trigger.letter.Corrections;
import com.lifeverse.trigger.letter.DeadLetter;
import com.lifeverse.trigger.letter.DeadLetter.Origin;
import com.lifeverse.trigger.letter.DeadLetter.Status;
import java.time.Instant;
import java.util.List;

/**
 * A message of the queue of dead letters, as it comes to a function: of a workflow's own, with its input and its error; or of the bus,
 * which parks an event that it could not start a workflow with.
 *
 * @param before what the names of a stage's workflows begin with
 */
public record ParkedMessage(String before) {
    private static final int LONGEST_CAUSE = 2_000;

    /** The letter; the same message always makes the same one. */
    public DeadLetter read(JsonNode message) {
        var sent = sent(message);
        var id = id(message);
        var text = message.path("body").asText();
        var body = json(text);
        if (body.has("workflow") && body.has("input")) {
            var workflow = body.path("workflow").asText();
            var origin = new Origin(
                    workflow.startsWith(before) ? workflow.substring(before.length()) : workflow,
                    body.path("execution").asText(),
                    body.at("/error/Error").asText(),
                    brief(body.at("/error/Cause").asText()));
            return letter(id, origin, body.path("input").toString(), sent);
        }
        var event = body.has("detail-type") ? body.path("detail") : body;
        var known = event.path("type").asText().equals("trigger.fired.v1");
        var attributes = message.path("messageAttributes");
        var origin = new Origin(
                known ? "trigger-effects" : "",
                "",
                attributes.at("/ERROR_CODE/stringValue").asText("not-started"),
                brief(attributes.at("/ERROR_MESSAGE/stringValue").asText()));
        return letter(id, origin, event.isMissingNode() ? Json.write(text) : event.toString(), sent);
    }

    /** An event of the engine's queue that it could not handle, or that the bus could not put there. */
    public static DeadLetter ofEngine(JsonNode message) {
        var text = message.path("body").asText();
        var body = json(text);
        var event = body.path("detail");
        var attributes = message.path("messageAttributes");
        var origin = new Origin(
                Origin.ENGINE,
                "",
                attributes.at("/ERROR_CODE/stringValue").asText("not-handled"),
                brief(attributes
                        .at("/ERROR_MESSAGE/stringValue")
                        .asText("The engine failed at it again and again; its log says why, by the message "
                                + message.path("messageId").asText())));
        return letter(id(message), origin, event.isObject() ? event.toString() : Json.write(text), sent(message));
    }

    private static Instant sent(JsonNode message) {
        return Instant.ofEpochMilli(message.at("/attributes/SentTimestamp").asLong());
    }

    private static String id(JsonNode message) {
        var messageId = message.path("messageId").asText();
        return "ltr_"
                + IdSource.version7(
                        sent(message).toEpochMilli(),
                        NameBasedId.bits(messageId),
                        NameBasedId.bits("letter", messageId));
    }

    private static DeadLetter letter(String id, Origin origin, String input, Instant sent) {
        return new DeadLetter(id, 1, Status.WAITING, origin, input, 0, sent, List.of(), Corrections.NONE);
    }

    private static String brief(String cause) {
        return cause.length() > LONGEST_CAUSE ? cause.substring(0, LONGEST_CAUSE) : cause;
    }

    private static JsonNode json(String text) {
        try {
            return Json.read(text);
        } catch (JsonProcessingException _) {
            // Kept as the text that it is, for people.
            return MissingNode.getInstance();
        }
    }
}
