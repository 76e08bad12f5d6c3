package com.lifeverse.local.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import com.lifeverse.local.assembly.UnsupportedProperty;
import com.lifeverse.local.kernel.Cloud;
import com.lifeverse.local.queue.HeldProperties;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code AWS::Lambda::EventSourceMapping} for standard queues and the streams of tables. */
public final class EventSourceMappingType implements ResourceType {
    private static final HeldProperties PROPERTIES = new HeldProperties(
            Set.of(
                    "FunctionName",
                    "EventSourceArn",
                    "Enabled",
                    "BatchSize",
                    "MaximumBatchingWindowInSeconds",
                    "FunctionResponseTypes",
                    "FilterCriteria",
                    "ScalingConfig",
                    "StartingPosition",
                    "BisectBatchOnFunctionError",
                    "MaximumRetryAttempts",
                    "MaximumRecordAgeInSeconds",
                    "DestinationConfig"),
            // A local stream is one shard, read by one: what is in order there is in order for every key.
            Set.of("ParallelizationFactor", "KmsKeyArn", "MetricsConfig", "Tags"));
    /** With how many batches at a time Lambda starts to read a queue. */
    private static final int QUEUE_CONCURRENCY = 5;

    private static final Duration STREAM_RETENTION = Duration.ofDays(1);

    private final Mappings mappings;

    public EventSourceMappingType(Mappings mappings) {
        this.mappings = mappings;
    }

    @Override
    public String name() {
        return "AWS::Lambda::EventSourceMapping";
    }

    @Override
    public Provisioned provision(Declaration declaration) {
        PROPERTIES.check(declaration);
        var properties = declaration.properties();
        var sourceArn = properties.path("EventSourceArn").asText();
        var source = source(declaration, sourceArn);
        int usual = switch (source) {
            case MappingSettings.Source.OfQueue queue -> 10;
            case MappingSettings.Source.OfStream stream -> 100;
        };
        var settings = new MappingSettings(
                MappingSettings.functionArn(properties.path("FunctionName").asText()),
                sourceArn,
                properties.path("BatchSize").asInt(usual),
                Duration.ofSeconds(
                        properties.path("MaximumBatchingWindowInSeconds").asLong(0)),
                filter(properties.path("FilterCriteria")),
                contains(properties.path("FunctionResponseTypes"), "ReportBatchItemFailures"),
                source);
        if (source instanceof MappingSettings.Source.OfQueue
                && settings.batchSize() > 10
                && settings.window().isZero()) {
            throw new UnsupportedProperty(
                    declaration,
                    "BatchSize",
                    "Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10");
        }
        if (properties.path("Enabled").asBoolean(true)) {
            mappings.add(settings);
        }
        var arn = Cloud.arn("lambda", "event-source-mapping:" + settings.id());
        return new Provisioned(settings.id(), Map.of("Id", settings.id(), "EventSourceMappingArn", arn));
    }

    private static MappingSettings.Source source(Declaration declaration, String arn) {
        var properties = declaration.properties();
        if (arn.startsWith("arn:aws:sqs:")) {
            var concurrency = properties.path("ScalingConfig").path("MaximumConcurrency");
            return new MappingSettings.Source.OfQueue(concurrency.asInt(QUEUE_CONCURRENCY));
        }
        if (!arn.startsWith("arn:aws:dynamodb:")) {
            throw new UnsupportedProperty(
                    declaration, "EventSourceArn", "neither a queue nor a table's stream: " + arn);
        }
        var retries = properties.path("MaximumRetryAttempts").asInt(-1);
        var age = properties.path("MaximumRecordAgeInSeconds").asLong(-1);
        var position = properties.path("StartingPosition").asText();
        if (!position.equals("TRIM_HORIZON") && !position.equals("LATEST")) {
            throw new UnsupportedProperty(declaration, "StartingPosition", position);
        }
        var onFailure = properties.path("DestinationConfig").path("OnFailure").path("Destination");
        return new MappingSettings.Source.OfStream(
                position.equals("TRIM_HORIZON"),
                properties.path("BisectBatchOnFunctionError").asBoolean(false),
                retries < 0 ? Optional.empty() : Optional.of(retries),
                age < 0 || age > STREAM_RETENTION.toSeconds() ? STREAM_RETENTION : Duration.ofSeconds(age),
                onFailure.isTextual() ? Optional.of(onFailure.asText()) : Optional.empty());
    }

    private static RecordFilter filter(JsonNode criteria) {
        var patterns = new ArrayList<String>();
        criteria.path("Filters")
                .forEach(filter -> patterns.add(filter.path("Pattern").asText()));
        return patterns.isEmpty() ? RecordFilter.none() : RecordFilter.of(patterns);
    }

    private static boolean contains(JsonNode list, String text) {
        for (var item : list) {
            if (item.asText().equals(text)) {
                return true;
            }
        }
        return false;
    }
}
