package com.lifeverse.liveops.desk.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.liveops.aws.Attributes;
import com.lifeverse.liveops.desk.Published;
import com.lifeverse.liveops.desk.Revision;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.event.aws.LiveEventFile;
import com.lifeverse.liveops.event.aws.LiveEventFile.Reading;
import com.lifeverse.platform.json.Json;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A revision as an item: number, author, at (epoch milliseconds), document (JSON text). */
final class RevisionItem {
    private static final String SINCE = "since";
    private static final String RAMP = "ramp";

    /** So many documents are kept as they were read: all that players have, in any game we know of. */
    private static final int KEPT = 256;

    /** A document means the same whenever it is read, and is read by every look at what players have. Some 20 KB each. */
    private static final Map<String, Said> READ = new ConcurrentHashMap<>();

    /** What a document says. */
    private record Said(LiveEvent event, Map<String, Object> document) {}

    private RevisionItem() {}

    static String sortKey(int number) {
        return "revision#%06d".formatted(number);
    }

    static Map<String, AttributeValue> write(String partition, String sort, Revision revision) {
        var item = new HashMap<String, AttributeValue>();
        item.put("pk", AttributeValue.fromS(partition));
        item.put("sk", AttributeValue.fromS(sort));
        item.put("number", AttributeValue.fromN(Integer.toString(revision.number())));
        item.put("author", AttributeValue.fromS(revision.author()));
        item.put("at", AttributeValue.fromN(Long.toString(revision.at().toEpochMilli())));
        item.put("document", AttributeValue.fromS(Json.write(revision.document())));
        return item;
    }

    static Map<String, AttributeValue> published(Published published) {
        var item = write("published", published.id(), published.revision());
        item.put(SINCE, AttributeValue.fromN(Long.toString(published.since().toEpochMilli())));
        item.put(
                "killedIn",
                AttributeValue.fromL(
                        published.killedIn().stream().map(AttributeValue::fromS).toList()));
        published.ramp().ifPresent(ramp -> item.put(RAMP, AttributeValue.fromM(RampMap.write(ramp))));
        return item;
    }

    static Published readPublished(Map<String, AttributeValue> values) {
        var regions = new TreeSet<String>();
        new Attributes(values).list("killedIn").forEach(region -> regions.add(region.s()));
        var revision = read(values);
        var since =
                values.containsKey(SINCE) ? Instant.ofEpochMilli(new Attributes(values).number(SINCE)) : revision.at();
        var ramp = new Attributes(values).optionalMap(RAMP).map(RampMap::read);
        return new Published(revision, since, regions, ramp);
    }

    static Revision read(Map<String, AttributeValue> values) {
        var item = new Attributes(values);
        var said = said(item);
        return new Revision(
                item.count("number"),
                item.text("author"),
                Instant.ofEpochMilli(item.number("at")),
                said.event(),
                said.document());
    }

    private static Said said(Attributes item) {
        var text = item.text("document");
        var known = READ.get(text);
        if (known != null) {
            return known;
        }
        return switch (LiveEventFile.kept(document(text))) {
            case Reading.Sound(var file) -> {
                var said = new Said(file.event(), Json.plain(file.document()));
                if (READ.size() >= KEPT) {
                    READ.clear();
                }
                READ.put(text, said);
                yield said;
            }
            // It was sound when it was saved: whoever makes the form narrower has to see to what is kept.
            case Reading.Faulty(var violations) ->
                throw new IllegalStateException("A revision in %s %s has not the right form: %s"
                        .formatted(item.text("pk"), item.text("sk"), violations));
        };
    }

    private static JsonNode document(String text) {
        try {
            return Json.read(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A document that is kept is not JSON", e);
        }
    }
}
