package com.lifeverse.local.table.admin;

import com.lifeverse.local.table.schema.Settings;
import com.lifeverse.local.table.schema.TableDefinition;
import com.lifeverse.local.table.schema.Warmth;
import com.lifeverse.local.table.value.InvalidRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.TableWarmThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.WarmThroughput;

/** How warm tables on demand are, and how they become warmer. Nothing is ever throttled for it here; indexes are left aside. */
final class WarmRules {
    private WarmRules() {}

    /** {@code there} as warm as {@code asked}, which takes a while. */
    static Settings changed(Settings there, @Nullable WarmThroughput asked, Instant now) {
        if (asked == null) {
            return there;
        }
        var warm = there.warm().orElse(Warmth.FIRST);
        return there.withWarm(warm.changedTo(
                wanted("ReadUnitsPerSecond", asked.readUnitsPerSecond(), warm.readAt(now), warm.read()),
                wanted("WriteUnitsPerSecond", asked.writeUnitsPerSecond(), warm.writeAt(now), warm.write()),
                now));
    }

    /** True if the request is about nothing else: the table is as before while it becomes warmer. */
    static boolean areAll(UpdateTableRequest request) {
        return request.warmThroughput() != null
                && request.equals(UpdateTableRequest.builder()
                        .tableName(request.tableName())
                        .warmThroughput(request.warmThroughput())
                        .build());
    }

    /** As AWS shows a table, with how warm it is then. */
    static TableDescription shown(TableDescription description, TableDefinition table, Instant now) {
        if (table.throughput().isPresent()) {
            return description;
        }
        var warm = table.settings().warm().orElse(Warmth.FIRST);
        return description.toBuilder()
                .warmThroughput(TableWarmThroughputDescription.builder()
                        .readUnitsPerSecond(warm.readAt(now))
                        .writeUnitsPerSecond(warm.writeAt(now))
                        .status(warm.isGrowing(now) ? TableStatus.UPDATING : TableStatus.ACTIVE)
                        .build())
                .build();
    }

    private static long wanted(String member, @Nullable Long asked, long has, long willHave) {
        if (asked == null) {
            return willHave;
        }
        if (asked < has) {
            throw InvalidRequest.parameter(
                    "Requested " + member + " for WarmThroughput for table is lower than current "
                            + "WarmThroughput, decreasing WarmThroughput is not supported");
        }
        return asked;
    }
}
