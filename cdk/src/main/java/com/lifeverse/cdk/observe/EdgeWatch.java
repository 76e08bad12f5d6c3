package com.lifeverse.cdk.observe;

import java.util.List;
import software.amazon.awscdk.services.cloudfront.CfnDistribution;

/** What CloudFront serves. Its metrics are in us-east-1 whatever the stage's region, where alarms elsewhere see none. */
final class EdgeWatch {
    private EdgeWatch() {}

    static Watch of(CfnDistribution distribution, String name) {
        var curve = Curve.of("AWS/CloudFront", "DistributionId", distribution.getRef())
                .and("Region", "Global");
        var alert = new Alert(
                "errors",
                "More than one request of a hundred is answered with a 5xx: new gateways cannot learn our keys.",
                curve.mean("5xxErrorRate"),
                1,
                3);
        var panel = Panel.of("Edge", name, curve.sum("Requests")).against(curve.mean("5xxErrorRate"));
        return new Watch(List.of(alert), List.of(panel));
    }
}
