package com.lifeverse.local.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.kernel.Streams;
import com.lifeverse.local.queue.Queues;
import com.lifeverse.platform.runtime.IdSource;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where a stream mapping leaves what it gives up on: a queue gets where to find the records, a bucket the records as
 * well. Without one they are gone, which at least is said.
 */
final class FailureDestination {
    /** The one shard that a local stream has. */
    static final String SHARD = "shardId-00000000000000000000-00000001";

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy/MM/dd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH.mm.ss").withZone(ZoneOffset.UTC);

    /**
     * A batch, or what is left of it, that is given up.
     *
     * @param condition {@code RetryAttemptsExhausted} or {@code RecordAgeExceeded}
     * @param invocations how often the function had it
     * @param functionError {@code Unhandled}, if the function failed as a whole
     */
    record GivenUp(String condition, int invocations, Optional<String> functionError, List<Streams.Change> changes) {}

    private final MappingSettings settings;
    private final Optional<String> arn;
    private final Queues queues;
    private final ParkedRecords bucket;
    private final IdSource ids;
    private final Consumer<String> discarded;

    FailureDestination(
            MappingSettings settings,
            Optional<String> arn,
            Queues queues,
            ParkedRecords bucket,
            IdSource ids,
            Consumer<String> discarded) {
        this.settings = settings;
        this.arn = arn;
        this.queues = queues;
        this.bucket = bucket;
        this.ids = ids;
        this.discarded = discarded;
    }

    /** Leaves the batch there. What it throws means that the batch is not safe yet and must not be passed over. */
    void leave(Caller role, GivenUp batch, Instant now) {
        var record = record(batch, now);
        if (arn.isEmpty()) {
            discarded.accept(Json.text(record));
        } else if (queues.holds(arn.get())) {
            queues.send(role, arn.get(), Json.text(record), Map.of());
        } else {
            var event = Json.object();
            var records = event.putArray("Records");
            batch.changes().forEach(change -> records.add(change.event()));
            record.put("payload", Json.text(event));
            var key = "aws/lambda/%s/%s/%s/%s-%s"
                    .formatted(settings.id(), SHARD, DAY.format(now), SECOND.format(now), ids.next());
            bucket.park(role, arn.get().substring(arn.get().lastIndexOf(':') + 1), key, Json.text(record));
        }
    }

    private ObjectNode record(GivenUp batch, Instant now) {
        var first = batch.changes().getFirst();
        var last = batch.changes().getLast();
        var record = Json.object();
        record.putObject("requestContext")
                .put("requestId", ids.next().toString())
                .put("functionArn", settings.functionArn())
                .put("condition", batch.condition())
                .put("approximateInvokeCount", batch.invocations());
        record.putObject("responseContext")
                .put("statusCode", 200)
                .put("executedVersion", "$LATEST")
                .put("functionError", batch.functionError().orElse(null));
        record.put("version", "1.0").put("timestamp", now.toString());
        record.putObject("DDBStreamBatchInfo")
                .put("shardId", SHARD)
                .put("startSequenceNumber", StreamMapping.sequenceNumber(first))
                .put("endSequenceNumber", StreamMapping.sequenceNumber(last))
                .put("approximateArrivalOfFirstRecord", first.createdAt().toString())
                .put("approximateArrivalOfLastRecord", last.createdAt().toString())
                .put("batchSize", batch.changes().size())
                .put("streamArn", settings.sourceArn());
        return record;
    }
}
