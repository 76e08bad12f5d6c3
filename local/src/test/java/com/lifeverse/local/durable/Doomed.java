package com.lifeverse.local.durable;

import static com.lifeverse.local.durable.World.item;

import com.lifeverse.local.simulate.prove.Lifeline;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The process that is killed: sixteen threads write until it dies. What has returned is told on stdout, one line each:
 * {@code KIND WHICH NUMBER .}, whose dot tells a whole line from a torn one.
 */
final class Doomed {
    private final World world;
    private final int thread;
    private final Random random;
    private long counted;
    private long noted;

    private Doomed(World world, int thread, Random random) {
        this.world = world;
        this.thread = thread;
        this.random = random;
        this.counted = world.number(World.LIVE, item("pk", World.counter(thread)));
        this.noted = world.noted(thread);
    }

    /** Takes the directory, the round and the seed. */
    public static void main(String[] arguments) throws InterruptedException {
        // Else it writes for ever if the test itself is killed.
        Lifeline.hold();
        int round = Integer.parseInt(arguments[1]);
        long seed = Long.parseLong(arguments[2]);
        var world = World.open(Path.of(arguments[0]), round);
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < World.THREADS; i++) {
            var writer = new Doomed(world, i, new Random(seed * World.THREADS + i));
            // Half of them are virtual, as most threads of the stack are.
            var kind = i % 2 == 0 ? Thread.ofPlatform() : Thread.ofVirtual();
            threads.add(kind.unstarted(writer::writeForEver));
        }
        threads.forEach(Thread::start);
        for (var each : threads) {
            each.join();
        }
    }

    private void writeForEver() {
        try {
            while (true) {
                write();
            }
        } catch (RuntimeException | Error e) {
            e.printStackTrace();
            // No writer may end before the process does: the test would take its silence for success.
            Runtime.getRuntime().halt(1);
        }
    }

    private void write() {
        int what = random.nextInt(10);
        if (what < 5) {
            int pair = random.nextInt(World.PAIRS);
            transact(List.of(
                    add(World.LIVE, item("pk", World.left(pair))),
                    add(World.NOTES, item("pk", World.total(pair), "sk", 0)),
                    add(World.LIVE, item("pk", World.right(pair)))));
            tell("pair", pair, 1);
        } else if (what < 8) {
            count();
            tell("counter", thread, counted);
        } else {
            noteAnew();
            tell("note", thread, noted);
        }
    }

    private void count() {
        long next = counted + 1;
        var values = counted == 0 ? item(":next", next) : item(":next", next, ":counted", counted);
        world.client()
                .updateItem(update -> update.tableName(World.LIVE)
                        .key(item("pk", World.counter(thread)))
                        .updateExpression("SET n = :next")
                        .conditionExpression(counted == 0 ? "attribute_not_exists(n)" : "n = :counted")
                        .expressionAttributeValues(values));
        counted = next;
    }

    private void noteAnew() {
        var put = TransactWriteItem.builder()
                .put(part -> part.tableName(World.NOTES).item(item("pk", World.note(thread), "sk", noted + 1)))
                .build();
        var delete = TransactWriteItem.builder()
                .delete(part -> part.tableName(World.NOTES).key(item("pk", World.note(thread), "sk", noted)))
                .build();
        transact(List.of(put, delete));
        noted++;
    }

    private static TransactWriteItem add(String table, Map<String, AttributeValue> key) {
        return TransactWriteItem.builder()
                .update(part -> part.tableName(table)
                        .key(key)
                        .updateExpression("ADD n :one")
                        .expressionAttributeValues(item(":one", 1)))
                .build();
    }

    private void transact(List<TransactWriteItem> parts) {
        // A token makes the store's own records part of the transaction, too.
        var token = "%d-%d".formatted(thread, random.nextLong());
        world.client().transactWriteItems(write -> write.transactItems(parts).clientRequestToken(token));
    }

    private static void tell(String kind, int which, long number) {
        System.out.println(kind + " " + which + " " + number + " .");
    }
}
