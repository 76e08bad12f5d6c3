package com.lifeverse.local.queue;

import com.lifeverse.local.kernel.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One message of a queue. Times are kept to the millisecond.
 *
 * @param sequence its place in its queue
 * @param attributes message attributes of type String, in order
 * @param sender who sent it
 * @param visibleAt from when on it can be received
 * @param receiveCount how often it has been received
 * @param firstReceivedAt when it was received first
 * @param deadLetterSource of a dead letter, the ARN of the queue that it comes from
 */
public record Message(
        long sequence,
        String id,
        String body,
        Map<String, String> attributes,
        String sender,
        Instant sentAt,
        Instant visibleAt,
        int receiveCount,
        Optional<Instant> firstReceivedAt,
        Optional<String> deadLetterSource) {

    public Message {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /** What deletes it, as long as nobody has received it again. */
    public String receiptHandle() {
        return sequence + "." + receiveCount + "." + id;
    }

    public String md5OfBody() {
        return md5(body);
    }

    static String md5(String text) {
        try {
            var digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has MD5", e);
        }
    }

    Message received(Instant now, Instant hiddenUntil) {
        var first = Optional.of(firstReceivedAt.orElse(now));
        return new Message(
                sequence, id, body, attributes, sender, sentAt, hiddenUntil, receiveCount + 1, first, deadLetterSource);
    }

    Message hiddenUntil(Instant instant) {
        return new Message(
                sequence,
                id,
                body,
                attributes,
                sender,
                sentAt,
                instant,
                receiveCount,
                firstReceivedAt,
                deadLetterSource);
    }

    /** As if the last receive had not been: it can be received at once, and that one does not count. */
    Message givenBack(Instant now) {
        return new Message(
                sequence,
                id,
                body,
                attributes,
                sender,
                sentAt,
                now,
                receiveCount - 1,
                firstReceivedAt,
                deadLetterSource);
    }

    /** The same message as it enters its dead-letter queue: as old as it was, not yet received there. */
    Message asDeadLetter(Instant now, String source) {
        return new Message(0, id, body, attributes, sender, sentAt, now, 0, Optional.empty(), Optional.of(source));
    }

    /** The same once more, as a message that is sent now. */
    Message anew(String newId, Instant now) {
        return new Message(0, newId, body, attributes, sender, now, now, 0, Optional.empty(), Optional.empty());
    }

    Message at(long place) {
        return new Message(
                place,
                id,
                body,
                attributes,
                sender,
                sentAt,
                visibleAt,
                receiveCount,
                firstReceivedAt,
                deadLetterSource);
    }

    String encoded() {
        var node = Json.object()
                .put("id", id)
                .put("body", body)
                .put("sender", sender)
                .put("sentAt", sentAt.toEpochMilli())
                .put("visibleAt", visibleAt.toEpochMilli())
                .put("receiveCount", receiveCount);
        firstReceivedAt.ifPresent(first -> node.put("firstReceivedAt", first.toEpochMilli()));
        deadLetterSource.ifPresent(source -> node.put("deadLetterSource", source));
        var named = node.putObject("attributes");
        attributes.forEach(named::put);
        return Json.text(node);
    }

    static Message decoded(long sequence, String text) {
        var node = Json.read(text);
        var attributes = new LinkedHashMap<String, String>();
        node.path("attributes")
                .properties()
                .forEach(e -> attributes.put(e.getKey(), e.getValue().asText()));
        return new Message(
                sequence,
                node.path("id").asText(),
                node.path("body").asText(),
                attributes,
                node.path("sender").asText(),
                Instant.ofEpochMilli(node.path("sentAt").asLong()),
                Instant.ofEpochMilli(node.path("visibleAt").asLong()),
                node.path("receiveCount").asInt(),
                node.has("firstReceivedAt")
                        ? Optional.of(Instant.ofEpochMilli(
                                node.path("firstReceivedAt").asLong()))
                        : Optional.empty(),
                node.has("deadLetterSource")
                        ? Optional.of(node.path("deadLetterSource").asText())
                        : Optional.empty());
    }
}
