package com.lifeverse.cdk.observe;

import java.util.List;
import software.amazon.awscdk.services.dynamodb.CfnGlobalTable;

/** Tables: whether they take what comes, and the units that are paid for. */
final class TableWatch {
    private TableWatch() {}

    static Watch of(CfnGlobalTable table, String name) {
        var curve = Curve.of("AWS/DynamoDB", "TableName", table.getRef());
        var alerts = List.of(
                new Alert(
                        "write throttles",
                        "Writes are refused: a hot partition (1,000 units a second) or growth beyond twice the last peak.",
                        curve.sum("WriteThrottleEvents"),
                        0,
                        3),
                new Alert(
                        "read throttles",
                        "Reads are refused: a hot partition (3,000 units a second) or growth beyond twice the last peak.",
                        curve.sum("ReadThrottleEvents"),
                        0,
                        3));
        var panel = Panel.of(
                        "Tables and what they cost",
                        name,
                        curve.sum("ConsumedWriteCapacityUnits"),
                        curve.sum("ConsumedReadCapacityUnits"))
                .against(curve.sum("WriteThrottleEvents"), curve.sum("ReadThrottleEvents"));
        return new Watch(alerts, List.of(panel));
    }
}
