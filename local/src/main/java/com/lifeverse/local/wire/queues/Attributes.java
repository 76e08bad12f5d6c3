package com.lifeverse.local.wire.queues;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Message attributes as requests and responses have them: here all are texts. */
final class Attributes {
    private static final String TEXT = "String";
    private static final int OF_TEXT = 1;

    private Attributes() {}

    static Map<String, String> read(JsonNode given) {
        var texts = new LinkedHashMap<String, String>();
        given.properties().forEach(each -> {
            var type = each.getValue().path("DataType").asText();
            if (!type.equals(TEXT)) {
                throw QueueFault.INVALID.because(
                        "The message attribute '%s' has the type '%s', which is not held locally: only String is."
                                .formatted(each.getKey(), type));
            }
            var value = each.getValue().path("StringValue").asText();
            if (value.isEmpty()) {
                throw QueueFault.INVALID.because(
                        "Message (user) attribute '%s' must contain a non-empty value of type 'String'."
                                .formatted(each.getKey()));
            }
            texts.put(each.getKey(), value);
        });
        return texts;
    }

    static ObjectNode write(Map<String, String> texts) {
        var node = Json.object();
        texts.forEach(
                (name, text) -> node.putObject(name).put("StringValue", text).put("DataType", TEXT));
        return node;
    }

    /**
     * The digest that clients check: by name, each part with its length before it.
     *
     * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html">MD5
     *     of message attributes</a>
     */
    static String md5(Map<String, String> texts) {
        var bytes = new ByteArrayOutputStream();
        new TreeMap<>(texts).forEach((name, text) -> {
            add(bytes, name);
            add(bytes, TEXT);
            bytes.write(OF_TEXT);
            add(bytes, text);
        });
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes.toByteArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has MD5", e);
        }
    }

    private static void add(ByteArrayOutputStream to, String part) {
        var bytes = part.getBytes(StandardCharsets.UTF_8);
        to.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        to.writeBytes(bytes);
    }
}
