package com.lifeverse.trigger.aws;

import com.lifeverse.trigger.Allotments;
import com.lifeverse.trigger.Pools;
import com.lifeverse.trigger.decide.Claim;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Pools in DynamoDB, an item for each trigger, pool and stretch of time, that counts what has been handed out. A process takes a
 * hundredth of the pool at a time, for one write unit, and gives from that. Nothing is ever handed back: a process that ends
 * takes with it what it has left.
 */
public final class DynamoAllotments implements Allotments, Pools {
    private static final long LOTS = 100;
    private static final Duration KEPT = Duration.ofDays(40);

    private record Pool(String trigger, String pool, String stretch) {}

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final Map<Pool, Long> left = new HashMap<>();
    /** Pools that had not even one part left: asking each of them again would be a write for every firing that is refused. */
    private final Map<Pool, Long> empty = new HashMap<>();

    public DynamoAllotments(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public synchronized boolean take(String trigger, Claim claim) {
        var pool = new Pool(trigger, claim.pool(), claim.stretch());
        // Nothing is handed back; only a larger pool, of a later publication, has something again.
        if (Long.valueOf(claim.most()).equals(empty.get(pool))) {
            return false;
        }
        long here = left.getOrDefault(pool, 0L);
        long lot = Math.max(claim.amount(), claim.most() / LOTS);
        // The last lots are smaller, so that the pool can be used to its end.
        while (here < claim.amount()) {
            if (lease(pool, claim, lot)) {
                here += lot;
            } else if (lot == claim.amount()) {
                empty.put(pool, claim.most());
                return false;
            } else {
                lot = claim.amount();
            }
        }
        left.put(pool, here - claim.amount());
        return true;
    }

    /** By a read that sees all writes: one unit. */
    @Override
    public long leased(String trigger, Claim claim) {
        var item = dynamoDb.getItem(get -> get.tableName(table)
                        .key(key(new Pool(trigger, claim.pool(), claim.stretch())))
                        .consistentRead(true))
                .item();
        var leased = item.get("leased");
        return leased == null ? 0 : Long.parseLong(leased.n());
    }

    private static Map<String, AttributeValue> key(Pool pool) {
        return Map.of(
                "playerId", AttributeValue.fromS("pool#" + pool.trigger()),
                "sk", AttributeValue.fromS(pool.pool() + "#" + pool.stretch()));
    }

    // Told twice because its answer was lost, it leases twice: that wastes a lot, and exceeds nothing.
    private boolean lease(Pool pool, Claim claim, long lot) {
        if (lot > claim.most()) {
            return false;
        }
        try {
            dynamoDb.updateItem(update -> update.tableName(table)
                    .key(key(pool))
                    .updateExpression("ADD leased :lot SET #ttl = :ttl")
                    .conditionExpression("attribute_not_exists(leased) OR leased <= :room")
                    .expressionAttributeNames(Map.of("#ttl", "ttl"))
                    .expressionAttributeValues(Map.of(
                            ":lot", StateItem.number(lot),
                            ":room", StateItem.number(claim.most() - lot),
                            ":ttl", StateItem.number(claim.until().plus(KEPT).getEpochSecond()))));
            return true;
        } catch (ConditionalCheckFailedException _) {
            // So much is not left.
            return false;
        }
    }
}
