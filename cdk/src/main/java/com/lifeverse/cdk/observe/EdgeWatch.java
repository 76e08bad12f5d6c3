package com.lifeverse.cdk.observe;

import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudfront.CfnDistribution;

/**
 * What CloudFront serves. Its metrics are in us-east-1, whatever the region of the distribution's stack, and an alarm sees those of its own region
 * only: so panels ask there, and the one alarm is there too and rings for the distributions of all regions of the stage's account.
 */
final class EdgeWatch {
    private static final String METRICS_ARE_IN = "us-east-1";

    private EdgeWatch() {}

    static Watch of(CfnDistribution distribution, String name) {
        var curve = Curve.of("AWS/CloudFront", "DistributionId", distribution.getRef())
                .and("Region", "Global")
                .from(METRICS_ARE_IN);
        var panel = Panel.of("Edge", name, curve.sum("Requests")).against(curve.mean("5xxErrorRate"));
        var alerts =
                METRICS_ARE_IN.equals(Stack.of(distribution).getRegion()) ? List.of(ofAllRegions()) : List.<Alert>of();
        return new Watch(alerts, List.of(panel));
    }

    private static Alert ofAllRegions() {
        return new Alert(
                "errors",
                "More than one request of a hundred is answered with a 5xx, in one region or more: new gateways cannot learn our keys."
                        + " The Edge row of each region's identity dashboard shows which.",
                Curve.highest("AWS/CloudFront", "5xxErrorRate", "DistributionId", "Region"),
                1,
                3);
    }
}
