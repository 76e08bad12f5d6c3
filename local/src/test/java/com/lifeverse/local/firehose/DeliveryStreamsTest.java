package com.lifeverse.local.firehose;

import static com.lifeverse.local.delivery.MessagingStack.declaration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.local.assembly.UnsupportedProperty;
import com.lifeverse.local.bus.BusClient;
import com.lifeverse.local.bus.EventRuleType;
import com.lifeverse.local.delivery.Failure;
import com.lifeverse.local.delivery.MessagingStack;
import com.lifeverse.local.identity.buckets.BucketType;
import com.lifeverse.local.identity.buckets.Buckets;
import com.lifeverse.local.kernel.Caller;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

@Tag("adapters")
@SuppressWarnings("NullAway.Init")
class DeliveryStreamsTest {
    private static final String ARCHIVE = """
            {"DeliveryStreamName": "events", "DeliveryStreamType": "DirectPut", "ExtendedS3DestinationConfiguration": {
             "BucketARN": "arn:aws:s3:::archive", "RoleARN": "%s", "CompressionFormat": "GZIP", "FileExtension": ".json.gz",
             "Prefix": "events/dt=!{timestamp:yyyy-MM-dd}/hr=!{timestamp:HH}/part-",
             "ErrorOutputPrefix": "failed/!{firehose:error-output-type}/",
             "BufferingHints": {"IntervalInSeconds": 300, "SizeInMBs": 1},
             "ProcessingConfiguration": {"Enabled": true, "Processors": [{"Type": "AppendDelimiterToRecord"}]}}}
            """.formatted(MessagingStack.roleArn("writes"));

    @TempDir
    private Path directory;

    private MessagingStack stack = MessagingStack.inMemory();
    private Buckets buckets;
    private S3Client s3;

    private void begin(String declared) {
        buckets = new Buckets(stack.store, stack.agenda);
        s3 = buckets.client(Caller.unrestricted());
        new BucketType(buckets).provision(declaration("AWS::S3::Bucket", "Archive", "{\"BucketName\": \"archive\"}"));
        var streams = new DeliveryStreams(
                stack.store, stack.agenda, stack.ids, stack.callers, buckets, stack.endpoints, stack.failures::add);
        var made = new DeliveryStreamType(streams)
                .provision(declaration("AWS::KinesisFirehose::DeliveryStream", "Stream", declared));
        new EventRuleType(stack.buses, stack.destinations)
                .provision(declaration("AWS::Events::Rule", "all", """
                {"Name": "all", "EventPattern": {"source": ["game"]},
                 "Targets": [{"Id": "t", "Arn": "%s", "RoleArn": "%s", "InputPath": "$.detail"}]}
                """.formatted(
                                made.attributes().get("Arn"), MessagingStack.roleArn("puts"))));
        streams.resume();
        stack.deliveries.resume();
    }

    private void put(String detail) {
        new BusClient(stack.buses, Caller.unrestricted())
                .putEvents(put -> put.entries(PutEventsRequestEntry.builder()
                        .source("game")
                        .detailType("won")
                        .detail(detail)
                        .build()));
        stack.agenda.settle();
    }

    private List<String> keys() {
        return s3.listObjectsV2(list -> list.bucket("archive")).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    private String content(String key) {
        var bytes = s3.getObjectAsBytes(get -> get.bucket("archive").key(key)).asByteArray();
        try (var zipped = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(zipped.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void eventsOfFiveMinutesAreLinesOfOneZippedFileNamedByTheHourOfTheOldest() {
        begin(ARCHIVE);
        stack.agenda.advance(Duration.ofMinutes(58));
        put("{\"n\":1}");
        stack.agenda.advance(Duration.ofMinutes(4));
        put("{\"n\":2}");
        assertThat(keys()).isEmpty();

        stack.agenda.advance(Duration.ofMinutes(1));
        assertThat(keys()).singleElement().satisfies(key -> {
            assertThat(key)
                    .matches("events/dt=2027-01-01/hr=00/part-events-1-2027-01-01-00-58-00-[0-9a-f-]{36}\\.json\\.gz");
            assertThat(content(key)).isEqualTo("{\"n\":1}\n{\"n\":2}\n");
        });
        stack.agenda.advance(Duration.ofDays(1));
        assertThat(keys()).as("nothing more came").hasSize(1);
    }

    @Test
    void aFileIsWrittenSoonerWhenThereIsEnoughForOne() {
        begin(ARCHIVE);
        var large = "{\"n\":\"%s\"}".formatted("x".repeat(400_000));
        put(large);
        put(large);
        assertThat(keys()).isEmpty();
        put(large);
        assertThat(keys()).hasSize(1);
        put("{\"n\":4}");
        stack.agenda.advance(Duration.ofMinutes(5));
        assertThat(keys()).hasSize(2);
        assertThat(content(keys().getLast())).isEqualTo("{\"n\":4}\n");
    }

    @Test
    void whatWasTakenIsWrittenOnceThoughTheStackEndsInBetween() {
        stack.close();
        stack = MessagingStack.in(directory, MessagingStack.START);
        begin(ARCHIVE);
        put("{\"n\":1}");
        stack.close();

        stack = MessagingStack.in(directory, MessagingStack.START.plus(Duration.ofMinutes(2)));
        begin(ARCHIVE);
        put("{\"n\":2}");
        stack.agenda.advance(Duration.ofMinutes(3));
        assertThat(keys())
                .singleElement()
                .satisfies(key -> assertThat(content(key)).isEqualTo("{\"n\":1}\n{\"n\":2}\n"));
        stack.close();

        stack = MessagingStack.in(directory, Instant.parse("2027-01-02T00:00:00Z"));
        begin(ARCHIVE);
        stack.agenda.settle();
        assertThat(keys()).hasSize(1);
    }

    @Test
    void whatTheBucketRefusesIsToldAndTriedAgainUntilItIsTaken() {
        begin(ARCHIVE);
        stack.forbidden.add("s3:PutObject");
        put("{\"n\":1}");
        stack.agenda.advance(Duration.ofMinutes(6));
        assertThat(keys()).isEmpty();
        assertThat(stack.failures).hasSizeGreaterThan(1);

        stack.forbidden.clear();
        stack.agenda.advance(Duration.ofMinutes(1));
        assertThat(keys())
                .singleElement()
                .satisfies(key -> assertThat(content(key)).isEqualTo("{\"n\":1}\n"));
    }

    @Test
    void theRuleNeedsLeaveToPutRecords() {
        begin(ARCHIVE);
        stack.forbidden.add("firehose:PutRecord");
        put("{\"n\":1}");
        stack.agenda.advance(Duration.ofMinutes(6));
        assertThat(keys()).isEmpty();
        assertThat(stack.lost).extracting(Failure::code).containsExactly("NO_PERMISSIONS");
    }

    @Test
    void aPrefixWithExpressionsNeedsOneForErrors() {
        assertThatThrownBy(() -> begin(ARCHIVE.replace("!{firehose:error-output-type}", "errors")))
                .isInstanceOf(UnsupportedProperty.class)
                .hasMessageContaining("error-output-type");
    }

    @Test
    void whatIsNotHeldIsRefusedByItsName() {
        assertThatThrownBy(() -> begin(ARCHIVE.replace("!{timestamp:HH}", "!{partitionKeyFromQuery:type}")))
                .hasMessageContaining("partitionKeyFromQuery");
        assertThatThrownBy(() -> begin(ARCHIVE.replace("AppendDelimiterToRecord", "Lambda")))
                .hasMessageContaining("AppendDelimiterToRecord");
    }
}
