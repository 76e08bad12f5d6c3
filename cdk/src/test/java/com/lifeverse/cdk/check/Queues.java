package com.lifeverse.cdk.check;

import com.lifeverse.cdk.Assembly;
import java.util.List;

/** What waits in queues is about players. */
final class Queues {
    private Queues() {}

    static List<String> readable(Assembly assembly) {
        return assembly.all("AWS::SQS::Queue").stream()
                .filter(queue ->
                        !queue.properties().path("SqsManagedSseEnabled").asBoolean()
                                && !queue.properties().has("KmsMasterKeyId"))
                .map(queue -> queue + ": is not encrypted")
                .toList();
    }
}
