package com.lifeverse.local.bench;

import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.table.engine.Catalogue;
import com.lifeverse.local.table.engine.Table;
import com.lifeverse.local.table.engine.Write;
import com.lifeverse.local.table.engine.WriteOutcome;
import com.lifeverse.local.table.parse.Expressions;
import com.lifeverse.local.table.parse.Kind;
import com.lifeverse.local.table.parse.ParsedExpressions;
import com.lifeverse.local.table.value.Item;
import com.lifeverse.local.table.value.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** The same renewals on the engine itself, without the SDK's requests and answers around it. */
final class EngineUpdates {
    private final Table table;
    private final ParsedExpressions parsed = new ParsedExpressions();
    private final long[] generations;

    EngineUpdates(Store store, int players) {
        this.table = new Catalogue(store, Players.agenda()).create(Players.table());
        this.generations = new long[players];
        Players.fill(store, () -> {
            for (int player = 0; player < players; player++) {
                table.write(new Write.Put(item(player), Optional.empty()));
            }
        });
    }

    /** Makes {@code count} renewals of random players and returns the count. */
    long update(Random random, int count) {
        for (int i = 0; i < count; i++) {
            int player = random.nextInt(generations.length);
            Map<String, Value> values = Map.of(
                    ":known", Value.N.of(generations[player]),
                    ":session", new Value.S(Players.SESSION),
                    ":one", Value.N.of(1),
                    ":now", new Value.S(Players.NOW),
                    ":end", Value.N.of(Players.END));
            var expressions = new Expressions(parsed, Map.of("#ttl", "ttl"), values);
            var write = new Write.Update(
                    Map.of(Players.KEY, new Value.S(Players.name(player))),
                    expressions.update(Players.UPDATE),
                    Optional.of(expressions.condition(Kind.CONDITION, Players.CONDITION)));
            switch (table.write(write)) {
                case WriteOutcome.Written _ -> generations[player]++;
                case WriteOutcome.Refused refused ->
                    throw new IllegalStateException("Nobody else writes, but this was refused: " + refused);
            }
        }
        return count;
    }

    private static Item item(int player) {
        var attributes = new HashMap<String, Value>();
        attributes.put(Players.KEY, new Value.S(Players.name(player)));
        attributes.put("sessionId", new Value.S(Players.SESSION));
        attributes.put("refreshHash", new Value.S(Players.HASH));
        attributes.put("platform", new Value.S("console"));
        attributes.put("region", new Value.S("eu-central"));
        attributes.put("generation", Value.N.of(0));
        attributes.put("renewedAt", new Value.S(Players.NOW));
        attributes.put("ttl", Value.N.of(Players.END));
        return Item.taking(attributes);
    }
}
