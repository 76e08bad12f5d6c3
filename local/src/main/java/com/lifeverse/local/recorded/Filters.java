package com.lifeverse.local.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.mapping.RecordFilter;
import com.lifeverse.local.table.Tables;
import com.lifeverse.local.wire.json.RequestReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** Recorded effects of event source filters, and recorded refusals of filters. */
final class Filters {
    private static final String KIND = "event-source-filters";

    private Filters() {}

    static KindReport play(Path directory) {
        var file = directory.resolve(KIND).resolve("cases.json");
        var findings = new Findings(KIND);
        int index = 0;
        for (var play : Recorded.list(file)) {
            var test = play.path("test").asText();
            var name = Integer.toString(index++);
            if (test.contains("_invalid_event_filter[")) {
                refused(file, name, play, findings.of(name));
            } else if (test.startsWith("test_dynamodb_event_filter[")) {
                table(file, name, play, findings.of(name));
            } else if (test.startsWith("test_sqs_event_filter[")) {
                queue(file, name, play, findings.of(name));
            } else {
                throw new IllegalArgumentException(file + ": case " + name + " (" + test + ") is of no known kind");
            }
        }
        return findings.report();
    }

    private static void refused(Path file, String name, JsonNode play, Findings.Of findings) {
        var member = play.has("filter") ? "filter" : "invalid_filter";
        var pattern = Recorded.required(file, name, play, member);
        var expected = "InvalidParameterValueException: Invalid filter pattern definition.";
        var actual = "accepted";
        try {
            RecordFilter.of(List.of(pattern.isTextual() ? pattern.textValue() : Json.text(pattern)));
        } catch (AwsServiceException e) {
            actual =
                    e.awsErrorDetails().errorCode() + ": " + e.awsErrorDetails().errorMessage();
        }
        if (!expected.equals(actual)) {
            findings.add("/" + member, expected, actual);
        }
    }

    private static void table(Path file, String name, JsonNode play, Findings.Of findings) {
        var filter = RecordFilter.of(List.of(Json.text(Recorded.required(file, name, play, "filter"))));
        long calls;
        try (var store = Store.inMemory()) {
            var agenda = Agenda.virtual(Instant.parse("2026-01-01T00:00:00Z"), fault -> {
                throw new IllegalStateException(fault);
            });
            var tables = new Tables(store, agenda);
            var client = tables.client(Caller.unrestricted());
            var stream = client.createTable(
                            (CreateTableRequest) RequestReader.read(Json.read("""
                            {"TableName": "recorded", "BillingMode": "PAY_PER_REQUEST",
                             "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
                             "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
                             "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "NEW_AND_OLD_IMAGES"}}"""), CreateTableRequest.builder()))
                    .tableDescription()
                    .latestStreamArn();
            for (var item : List.of("item_to_put1", "item_to_put2")) {
                var put = Json.object().put("TableName", "recorded");
                put.set("Item", Recorded.required(file, name, play, item));
                client.putItem((PutItemRequest) RequestReader.read(put, PutItemRequest.builder()));
            }
            calls = tables.after(stream, 0, 100).stream()
                    .filter(change -> filter.matches(change.event()))
                    .count();
        }
        var expected = Recorded.required(file, name, play, "calls");
        if (expected.asLong() != calls) {
            findings.add("/calls", expected.asText(), Long.toString(calls));
        }
    }

    private static void queue(Path file, String name, JsonNode play, Findings.Of findings) {
        var filter = RecordFilter.of(List.of(Json.text(Recorded.required(file, name, play, "filter"))));
        for (var member : List.of("item_matching", "item_not_matching")) {
            var item = Recorded.required(file, name, play, member);
            var body = item.isTextual() ? item.textValue() : Json.text(item);
            boolean delivered = filter.matches(RecordFilter.readable(
                    Json.object().put("eventSource", "aws:sqs").put("body", body)));
            boolean expected = member.equals("item_matching");
            if (expected != delivered) {
                findings.add("/" + member, expected ? "delivered" : "deleted", delivered ? "delivered" : "deleted");
            }
        }
    }
}
