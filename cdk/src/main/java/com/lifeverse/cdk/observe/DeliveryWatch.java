package com.lifeverse.cdk.observe;

import java.util.List;
import software.amazon.awscdk.services.kinesisfirehose.CfnDeliveryStream;

/** Delivery streams to a bucket: what cannot be written for 24 hours is lost. */
final class DeliveryWatch {
    private static final double FIFTEEN_MINUTES = 15 * 60.0;

    private DeliveryWatch() {}

    static Watch of(CfnDeliveryStream stream, String name) {
        var curve = Curve.of("AWS/Firehose", "DeliveryStreamName", stream.getRef());
        var age = curve.most("DeliveryToS3.DataFreshness");
        var behind = new Alert(
                "behind",
                "What should be in the bucket after five minutes is not after 15; after 24 hours it is lost. Look at the"
                        + " stream's log and at its role.",
                age,
                FIFTEEN_MINUTES,
                3);
        var throttled = curve.sum("ThrottledRecords");
        var full = new Alert(
                "throttled",
                "More comes than the stream takes; rules try again for 24 hours. Ask for a higher quota.",
                throttled,
                0,
                3);
        var panel = Panel.of(
                        "Archive", name, curve.sum("IncomingRecords"), curve.sum("DeliveryToS3.Records"), throttled)
                .against(age);
        return new Watch(List.of(behind, full), List.of(panel));
    }
}
