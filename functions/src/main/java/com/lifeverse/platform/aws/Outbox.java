package com.lifeverse.platform.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.json.Envelopes;
import com.lifeverse.platform.json.Json;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What a write has to tell travels in the written item itself, in the attribute {@code out}, until the next write
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
        return AttributeValue.fromS(text(events));
    }

    /** The same in a third of the bytes, for an item that must stay small; nobody reads it with their eyes. */
    public static AttributeValue packed(List<Envelope> events) {
        return AttributeValue.fromB(SdkBytes.fromByteArray(PackedNews.pack(text(events))));
    }

    private static String text(List<Envelope> events) {
        var array = Json.mapper().createArrayNode();
        for (var event : events) {
            array.add(Envelopes.writeBrief(event));
        }
        return array.toString();
    }

    /**
     * The events in that attribute, whole again, in either of its forms.
     *
     * @throws Unreadable if it is not news
     */
    public static List<ObjectNode> told(AttributeValue attribute) throws Unreadable {
        return attribute.b() == null
                ? told(attribute.s())
                : unpacked(attribute.b().asByteArray());
    }

    /**
     * The events in that attribute of a stream's record, as Lambda gets it.
     *
     * @param attribute with one member, {@code S} or {@code B}; nothing is told if it is missing
     * @throws Unreadable if it is not news
     */
    public static List<ObjectNode> told(JsonNode attribute) throws Unreadable {
        if (!attribute.has("B")) {
            return told(attribute.path("S").asText("[]"));
        }
        try {
            return unpacked(Base64.getDecoder().decode(attribute.path("B").asText()));
        } catch (IllegalArgumentException e) {
            throw new Unreadable(e);
        }
    }

    private static List<ObjectNode> unpacked(byte[] packed) throws Unreadable {
        try {
            return told(PackedNews.unpack(packed));
        } catch (IllegalArgumentException e) {
            throw new Unreadable(e);
        }
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
