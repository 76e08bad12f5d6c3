package com.lifeverse.cdk.observe;

import java.util.List;
import software.amazon.awscdk.services.sqs.CfnQueue;

/** Queues: work must not wait, and dead letters need a person within 14 days. */
final class QueueWatch {
    private static final double FIFTEEN_MINUTES = 15 * 60.0;

    private QueueWatch() {}

    static Watch of(CfnQueue queue, String name) {
        var curve = Curve.of("AWS/SQS", "QueueName", queue.getAttrQueueName());
        var waiting = curve.most("ApproximateNumberOfMessagesVisible");
        if (queue.getRedrivePolicy() == null) {
            var alert = new Alert(
                    "arrived",
                    "Something could not be done and waits here for 14 days. Mend the cause, then hand it back.",
                    waiting,
                    0,
                    1);
            return new Watch(List.of(alert), List.of(Panel.of("Dead letters", name, waiting)));
        }
        var age = curve.most("ApproximateAgeOfOldestMessage");
        var alert = new Alert(
                "behind",
                "Work waits more than 15 minutes. Look at the errors and throttles of the function behind the queue.",
                age,
                FIFTEEN_MINUTES,
                3);
        return new Watch(
                List.of(alert),
                List.of(Panel.of("Streams and queues", name, curve.sum("NumberOfMessagesSent"), waiting)
                        .against(age)));
    }
}
