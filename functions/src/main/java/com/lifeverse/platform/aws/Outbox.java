package com.lifeverse.platform.aws;

import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.json.Envelopes;
import com.lifeverse.platform.json.Json;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What a write has to tell travels in the written item itself, in the string attribute {@code out}, until the next write
 * to the item removes it; the table's stream function reads it from there. So state and news are one write.
 */
public final class Outbox {
    /** The attribute's name. */
    public static final String ATTRIBUTE = "out";

    private Outbox() {}

    /** The attribute that tells these events. */
    public static AttributeValue telling(List<Envelope> events) {
        var array = Json.mapper().createArrayNode();
        for (var event : events) {
            array.add(Envelopes.write(event));
        }
        return AttributeValue.fromS(array.toString());
    }
}
