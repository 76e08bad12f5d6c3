package com.lifeverse.local.queue;

import com.lifeverse.local.kernel.Cloud;
import java.time.Duration;
import java.util.Optional;

/**
 * One standard queue as its template declares it.
 *
 * @param visibilityTimeout how long a received message stays hidden
 * @param delay how long a sent message stays hidden
 * @param retention after which a message is gone, counted from when it was first sent
 * @param maximumMessageBytes of body and attributes together
 * @param redrive where a message goes that was received too often
 */
public record Queue(
        String name,
        Duration visibilityTimeout,
        Duration delay,
        Duration retention,
        int maximumMessageBytes,
        Optional<Redrive> redrive) {

    /** A message received {@code maxReceiveCount} times goes to the queue of that ARN instead of being received again. */
    public record Redrive(String deadLetterArn, int maxReceiveCount) {}

    /**
     * How many messages a queue holds.
     *
     * @param visible ready to be received
     * @param inFlight received and neither deleted nor visible again
     * @param delayed sent and not yet visible
     */
    public record Counts(int visible, int inFlight, int delayed) {
        public int total() {
            return visible + inFlight + delayed;
        }
    }

    public static final int MAXIMUM_MESSAGE_BYTES = 1_048_576;

    /** A queue with the defaults of SQS. */
    public static Queue named(String name) {
        return new Queue(
                name,
                Duration.ofSeconds(30),
                Duration.ZERO,
                Duration.ofDays(4),
                MAXIMUM_MESSAGE_BYTES,
                Optional.empty());
    }

    public Queue withRedrive(Queue deadLetters, int maxReceiveCount) {
        var to = Optional.of(new Redrive(deadLetters.arn(), maxReceiveCount));
        return new Queue(name, visibilityTimeout, delay, retention, maximumMessageBytes, to);
    }

    public String arn() {
        return Cloud.arn("sqs", name);
    }

    public String url() {
        return "https://sqs." + Cloud.REGION + ".amazonaws.com/" + Cloud.ACCOUNT + "/" + name;
    }

    /** The ARN of the queue at an address; only the last part counts, so that the local port serves as well. */
    public static String arnOf(String url) {
        return Cloud.arn("sqs", url.substring(url.lastIndexOf('/') + 1));
    }
}
