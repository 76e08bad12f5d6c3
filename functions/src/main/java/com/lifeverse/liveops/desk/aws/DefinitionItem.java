package com.lifeverse.liveops.desk.aws;

import com.lifeverse.liveops.aws.Attributes;
import com.lifeverse.liveops.desk.Definition;
import com.lifeverse.liveops.desk.Definition.Had;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How an event stands, as an item: version, latest, authors (a list), approved (a list), published, before, killedIn (a list), review (a map), ramp (a map), earlier (a list of maps: revision, until). */
final class DefinitionItem {
    private static final String EARLIER = "earlier";
    private static final String REVISION = "revision";
    private static final String UNTIL = "until";

    private DefinitionItem() {}

    static Map<String, AttributeValue> write(Definition definition) {
        var item = new HashMap<String, AttributeValue>();
        item.put("pk", AttributeValue.fromS("events"));
        item.put("sk", AttributeValue.fromS(definition.id()));
        item.put("version", number(definition.version()));
        item.put("latest", number(definition.latest()));
        item.put(
                "authors",
                AttributeValue.fromL(
                        definition.authors().stream().map(AttributeValue::fromS).toList()));
        item.put(
                "approved",
                AttributeValue.fromL(definition.approved().stream()
                        .map(DefinitionItem::number)
                        .toList()));
        item.put(
                "killedIn",
                AttributeValue.fromL(definition.killedIn().stream()
                        .map(AttributeValue::fromS)
                        .toList()));
        definition.published().ifPresent(revision -> item.put("published", number(revision)));
        definition.before().ifPresent(revision -> item.put("before", number(revision)));
        definition.review().ifPresent(review -> item.put("review", AttributeValue.fromM(ReviewMap.write(review))));
        definition.ramp().ifPresent(ramp -> item.put("ramp", AttributeValue.fromM(RampMap.write(ramp))));
        item.put(
                EARLIER,
                AttributeValue.fromL(definition.earlier().stream()
                        .map(had -> AttributeValue.fromM(Map.of(
                                REVISION, number(had.revision()),
                                UNTIL, number(had.until().toEpochMilli()))))
                        .toList()));
        return item;
    }

    static Definition read(Map<String, AttributeValue> values) {
        var item = new Attributes(values);
        var authors = new TreeSet<String>();
        item.list("authors").forEach(author -> authors.add(author.s()));
        var approved = new TreeSet<Integer>();
        item.list("approved").forEach(revision -> approved.add(Integer.valueOf(revision.n())));
        var killed = new TreeSet<String>();
        item.list("killedIn").forEach(region -> killed.add(region.s()));
        return new Definition(
                item.text("sk"),
                item.number("version"),
                item.count("latest"),
                authors,
                approved,
                item.optionalCount("published"),
                item.optionalCount("before"),
                killed,
                item.optionalMap("review").map(ReviewMap::read),
                item.optionalMap("ramp").map(RampMap::read),
                item.list(EARLIER).stream()
                        .map(AttributeValue::m)
                        .map(Attributes::new)
                        .map(had -> new Had(had.count(REVISION), Instant.ofEpochMilli(had.number(UNTIL))))
                        .toList());
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
