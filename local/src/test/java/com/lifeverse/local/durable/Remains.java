package com.lifeverse.local.durable;

import static com.lifeverse.local.durable.World.item;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** What the store holds, from one round to the next, and whether the next round's remains can have come of it. */
final class Remains {
    private final long[] pairs = new long[World.PAIRS];
    private final long[] counters = new long[World.THREADS];
    private final long[] notes = new long[World.THREADS];
    private final Map<String, Long> fromStream = new HashMap<>();
    private long newest;

    /** Checks {@code world} after a process has died that had told {@code told}, and takes note of it. */
    void check(World world, Told told) {
        for (int pair = 0; pair < World.PAIRS; pair++) {
            long found = world.number(World.LIVE, item("pk", World.left(pair)));
            assertThat(world.number(World.LIVE, item("pk", World.right(pair))))
                    .as("right of pair " + pair)
                    .isEqualTo(found);
            assertThat(world.number(World.NOTES, item("pk", World.total(pair), "sk", 0)))
                    .as("total of pair " + pair)
                    .isEqualTo(found);
            long least = pairs[pair] + told.pair(pair);
            assertThat(found).as("pair " + pair).isBetween(least, least + World.THREADS);
            pairs[pair] = found;
        }
        for (int thread = 0; thread < World.THREADS; thread++) {
            counters[thread] = atMostOneMore(
                    "counter " + thread,
                    told.counter(thread, counters[thread]),
                    world.number(World.LIVE, item("pk", World.counter(thread))));
            notes[thread] = atMostOneMore("note " + thread, told.note(thread, notes[thread]), world.noted(thread));
        }
        checkStream(world);
    }

    // What was under way when the process died may be there or not.
    private static long atMostOneMore(String what, long told, long found) {
        assertThat(found).as(what).isBetween(told, told + 1);
        return found;
    }

    private void checkStream(World world) {
        var arn = world.streamArn();
        for (var records = world.tables().after(arn, newest, 1000);
                !records.isEmpty();
                records = world.tables().after(arn, newest, 1000)) {
            for (var record : records) {
                assertThat(record.sequence()).as("the stream has no gap").isEqualTo(newest + 1);
                newest = record.sequence();
                apply(record.event().path("dynamodb"));
            }
        }
        assertThat(newest).isEqualTo(world.tables().newest(arn));
        var items = new HashMap<String, Long>();
        world.client()
                .scan(scan -> scan.tableName(World.LIVE))
                .items()
                .forEach(each -> items.put(
                        Objects.requireNonNull(each.get("pk")).s(),
                        Long.parseLong(Objects.requireNonNull(each.get("n")).n())));
        assertThat(fromStream).as("the items as the stream tells them").isEqualTo(items);
    }

    private void apply(JsonNode record) {
        var key = record.at("/Keys/pk/S").asText();
        assertThat(record.at("/OldImage/n/N").asLong())
                .as("old image of " + key + " at " + newest)
                .isEqualTo(fromStream.getOrDefault(key, 0L));
        fromStream.put(key, record.at("/NewImage/n/N").asLong());
    }
}
