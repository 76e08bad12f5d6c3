package com.lifeverse.local.simulate.timeline;

import com.lifeverse.local.http.message.Request;
import com.lifeverse.platform.aws.Outbox;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The ids that a request speaks of, shortened and sorted: enough to follow one player or event through a timeline. */
final class Mentions {
    private static final Pattern IDS = Pattern.compile(
            "(ply|ses|evt|gnt|dec)_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}([0-9a-f]{8})");
    private static final int MOST = 6;

    private Mentions() {}

    static String in(Object request) {
        var found = all(request);
        return found.isEmpty() ? "" : " " + found.stream().limit(MOST).toList();
    }

    static Set<String> all(Object request) {
        return ids(text(request));
    }

    /** Those of any text, shortened too. */
    static Set<String> ids(String text) {
        var found = new TreeSet<String>();
        var matcher = IDS.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1) + "_" + matcher.group(2));
        }
        return found;
    }

    private static String text(Object request) {
        return switch (request) {
            case Request http -> http.path() + " " + http.body().text();
            case UpdateItemRequest update ->
                request + news(update.expressionAttributeValues().values());
            case TransactWriteItemsRequest writes ->
                request
                        + news(writes.transactItems().stream()
                                .filter(write -> write.put() != null)
                                .flatMap(write -> write.put().item().values().stream())
                                .toList());
            default -> request.toString();
        };
    }

    /** What is told in so few bytes that no eye can read it. */
    private static String news(Collection<AttributeValue> values) {
        return values.stream()
                .filter(value -> value.b() != null)
                .map(Mentions::unpacked)
                .collect(Collectors.joining());
    }

    private static String unpacked(AttributeValue value) {
        try {
            return Outbox.told(value).toString();
        } catch (Outbox.Unreadable notNews) {
            return "";
        }
    }
}
