package com.lifeverse.cdk.construct;

import com.lifeverse.platform.lambda.OutboxFunction;
import software.amazon.awscdk.Duration;
import software.constructs.Construct;

/**
 * Tells the bus what a table's writes carry to be told: the stream's records that have an {@code out} attribute go to the
 * outbox function, which publishes it. A fault is retried for 20 hours of the 24 that a stream keeps its records, the
 * batch cut in halves around what fails. What still fails then, or what the bus will never accept, is parked whole in a
 * bucket for 90 days.
 */
public final class Outbox extends Construct {
    /** Only new images that carry something to be told; a deletion tells nothing. */
    private static final String TELLS = carrying("S");

    private static final String TELLS_PACKED = carrying("B");

    public Outbox(Construct scope, String id, Deployment deployment, ContextTable table, Bus bus) {
        super(scope, id);
        var feed = new StreamFeed(this, table);
        var function = feed.to(
                        LifeVerseFunction.running(OutboxFunction.class, "Publishes what the writes of a table tell."))
                .with("BUS", bus.name())
                .with("PARKED_BUCKET", feed.parked().getBucketName())
                .may(bus.toPublish())
                .within(Duration.seconds(30))
                .in(this, deployment);
        feed.feed(function, TELLS, TELLS_PACKED);
    }

    /** A filter's {@code exists} is for leaves only, so each form of the news has a filter of its own. */
    private static String carrying(String type) {
        return "{\"eventName\":[\"INSERT\",\"MODIFY\"],\"dynamodb\":{\"NewImage\":{\"out\":{\"%s\":[{\"exists\":true}]}}}}"
                .formatted(type);
    }
}
