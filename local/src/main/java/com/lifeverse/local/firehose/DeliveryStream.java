package com.lifeverse.local.firehose;

import com.lifeverse.local.kernel.Cloud;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A stream, as the template declares it.
 *
 * @param roleArn in whose name it writes
 * @param prefix what the names of its files begin with
 * @param extension what they end with
 * @param delimiter what is put behind each record
 * @param zipped whether files are compressed
 * @param interval a file is written so long after its oldest record has come
 * @param bytes or sooner, when so much has come
 */
record DeliveryStream(
        String name,
        String bucket,
        String roleArn,
        KeyPrefix prefix,
        String extension,
        String delimiter,
        boolean zipped,
        Duration interval,
        long bytes) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HH-mm-ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** As long as nobody reconfigures it, which only a template can. */
    private static final int VERSION = 1;

    static String arn(String name) {
        return Cloud.arn("firehose", "deliverystream/" + name);
    }

    String arn() {
        return arn(name);
    }

    /** The name of a file whose oldest record came then. */
    String key(Instant oldest, String id) {
        return "%s%s-%d-%s-%s%s".formatted(prefix.at(oldest), name, VERSION, TIME.format(oldest), id, extension);
    }
}
