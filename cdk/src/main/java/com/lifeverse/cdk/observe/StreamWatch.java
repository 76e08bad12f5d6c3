package com.lifeverse.cdk.observe;

import java.util.List;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping;

/** Functions fed by a table's stream: what waits too long there is lost after 24 hours. Queues tell their age themselves. */
final class StreamWatch {
    private static final double FIFTEEN_MINUTES = 15 * 60 * 1_000.0;
    private static final int NAME_IN_ARN = 6;

    private StreamWatch() {}

    static Watch of(CfnEventSourceMapping mapping, String name) {
        if (mapping.getStartingPosition() == null) {
            return Watch.NONE;
        }
        var function = Fn.select(NAME_IN_ARN, Fn.split(":", mapping.getFunctionName()));
        var age = Curve.of("AWS/Lambda", "FunctionName", function).most("IteratorAge");
        var alert = new Alert(
                "behind",
                "Changes wait more than 15 minutes to be told; after 20 hours they are parked. Look at the function's errors.",
                age,
                FIFTEEN_MINUTES,
                3);
        return new Watch(List.of(alert), List.of(Panel.of("Streams and queues", name + " behind, ms", age)));
    }
}
