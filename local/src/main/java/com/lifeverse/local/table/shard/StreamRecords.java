package com.lifeverse.local.table.shard;

import com.lifeverse.local.kernel.Cloud;
import com.lifeverse.local.table.request.AttributeValues;
import com.lifeverse.local.table.schema.StreamView;
import com.lifeverse.local.table.schema.TableDefinition;
import com.lifeverse.local.table.stream.ChangeLog;
import com.lifeverse.local.table.stream.ReadableStream;
import com.lifeverse.local.table.stream.RecordNames;
import com.lifeverse.local.table.value.Item;
import java.time.temporal.ChronoUnit;
import software.amazon.awssdk.services.dynamodb.model.Identity;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;

/** A stream's records as GetRecords gives them. */
final class StreamRecords {
    private StreamRecords() {}

    static Record of(ReadableStream stream, ChangeLog.Entry entry) {
        var change = entry.change();
        var record = Record.builder()
                .eventID(RecordNames.eventId(stream.arn(), entry.sequence()))
                .eventName(RecordNames.eventName(change))
                .eventVersion("1.1")
                .eventSource("aws:dynamodb")
                .awsRegion(Cloud.REGION)
                .dynamodb(body(stream.table(), stream.view(), entry));
        if (change.isExpired()) {
            record.userIdentity(Identity.builder()
                    .type("Service")
                    .principalId("dynamodb.amazonaws.com")
                    .build());
        }
        return record.build();
    }

    private static StreamRecord body(TableDefinition table, StreamView view, ChangeLog.Entry entry) {
        var change = entry.change();
        var keys = table.keys().keyOf(change.either());
        var body = StreamRecord.builder()
                .approximateCreationDateTime(change.at().truncatedTo(ChronoUnit.SECONDS))
                .keys(AttributeValues.attributes(keys))
                .sequenceNumber(RecordNames.sequenceNumber(entry.sequence()))
                .streamViewType(view.name());
        long size = Item.taking(keys).size();
        var after = change.after();
        if (view.showsNew() && after != null) {
            body.newImage(AttributeValues.attributes(after.attributes()));
            size += after.size();
        }
        var before = change.before();
        if (view.showsOld() && before != null) {
            body.oldImage(AttributeValues.attributes(before.attributes()));
            size += before.size();
        }
        return body.sizeBytes(size).build();
    }
}
