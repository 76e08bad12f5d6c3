package com.lifeverse.cdk.observe;

import java.util.List;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.logs.CfnLogGroup;

/** Logs: what they take in is what they cost, at half a dollar a gigabyte often more than the function that writes them. */
final class LogWatch {
    private LogWatch() {}

    static Watch of(CfnLogGroup group, String name) {
        var bytes = Curve.of("AWS/Logs", "LogGroupName", group.getRef())
                .sum("IncomingBytes")
                .with(MetricOptions.builder().label(name).build());
        return new Watch(List.of(), List.of(Panel.of("Logs and what they cost", "bytes of logs", bytes)));
    }
}
