package com.lifeverse.platform.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.json.Envelopes;
import com.lifeverse.platform.json.Json;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What a write has to tell travels in the written item itself, in the string attribute {@code out}, until the next write
 * to the item removes it; the table's stream function reads it from there. So state and news are one write.
 *
 * <p>The news count towards the item's size, and so towards the price of this write and of the next one. So what follows from
 * the rest of an envelope is left out here, and is there again when it is read.
 */
public final class Outbox {
    /** The attribute's name. */
    public static final String ATTRIBUTE = "out";

    private Outbox() {}

    /** The attribute that tells these events. */
    public static AttributeValue telling(List<Envelope> events) {
        var array = Json.mapper().createArrayNode();
        for (var event : events) {
            array.add(Envelopes.writeBrief(event));
        }
        return AttributeValue.fromS(array.toString());
    }

    /**
     * The events in a text of that attribute, whole again.
     *
     * @throws Unreadable if it is not such a text
     */
    public static List<ObjectNode> told(String text) throws Unreadable {
        var events = new ArrayList<ObjectNode>();
        try {
            for (var event : Json.read(text)) {
                events.add(Envelopes.write(Envelopes.read(event)));
            }
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
            throw new Unreadable(e);
        }
        return events;
    }

    /** A text that is no news; reading it again will not help. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(Exception cause) {
            super("What a write wanted to tell cannot be read", cause);
        }
    }
}
