package com.lifeverse.local.stack;

import com.lifeverse.local.LocalStack;
import com.lifeverse.local.StackOptions;
import com.lifeverse.local.simulate.prove.Lifeline;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Select;

/**
 * The process that is killed while a settlement runs: it opens the stack that the last one left, lets time go on, and tells on stdout how many
 * files are done, {@code done N}; {@code through} if it gets to the end.
 */
final class DoomedSettlement {
    /** Before the settlement begins; a stack that has come further goes on from there. */
    private static final Instant OPENED = Instant.parse("2026-12-01T15:44:00Z");

    private static final int MILLISECONDS = 10;

    private DoomedSettlement() {}

    /** Takes the directory. */
    public static void main(String[] arguments) {
        Lifeline.hold();
        var options = StackOptions.of(Game.assembly()).keptIn(Path.of(arguments[0]));
        try (var stack = LocalStack.start(options.at(OPENED));
                var watch = Executors.newSingleThreadScheduledExecutor()) {
            var telling = watch.scheduleAtFixedRate(
                    () -> System.out.println("done " + done(stack)), 0, MILLISECONDS, TimeUnit.MILLISECONDS);
            stack.advance(Duration.ofMinutes(2));
            telling.cancel(true);
            watch.shutdownNow();
            System.out.println("through");
        }
    }

    /** How many files are done. */
    private static int done(LocalStack stack) {
        return stack.tables()
                .query(query -> query.tableName(stack.ref("SettlementsTable"))
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS("settlement#" + Festival.RUN)))
                        .select(Select.COUNT))
                .count();
    }
}
