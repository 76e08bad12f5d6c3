package com.lifeverse.local.mapping;

import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.DeclaredProperties;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import com.lifeverse.local.kernel.Cloud;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code AWS::Lambda::EventSourceMapping} for standard queues and the streams of tables. */
public final class EventSourceMappingType implements ResourceType {
    private static final Set<String> HELD = Set.of(
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
            "ParallelizationFactor",
            "DestinationConfig");

    private static final Set<String> WITHOUT_MEANING = Set.of("KmsKeyArn", "MetricsConfig", "Tags");
    private static final int MOST_LANES = 10;

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
        var properties = DeclaredProperties.of(declaration, HELD, WITHOUT_MEANING);
        var sourceArn = properties.required("EventSourceArn");
        var source = source(properties, sourceArn);
        int usual = switch (source) {
            case MappingSettings.Source.OfQueue queue -> 10;
            case MappingSettings.Source.OfStream stream -> 100;
        };
        var settings = new MappingSettings(
                MappingSettings.functionArn(properties.required("FunctionName")),
                sourceArn,
                properties.number("BatchSize").orElse(usual),
                Duration.ofSeconds(
                        properties.number("MaximumBatchingWindowInSeconds").orElse(0)),
                filter(properties.within("FilterCriteria", Set.of("Filters"))),
                properties.texts("FunctionResponseTypes").contains("ReportBatchItemFailures"),
                source);
        if (source instanceof MappingSettings.Source.OfQueue
                && settings.batchSize() > 10
                && settings.window().isZero()) {
            throw properties.refusal(
                    "BatchSize",
                    "Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10");
        }
        if (properties.flag("Enabled", true)) {
            mappings.add(settings);
        }
        var arn = Cloud.arn("lambda", "event-source-mapping:" + settings.id());
        return new Provisioned(settings.id(), Map.of("Id", settings.id(), "EventSourceMappingArn", arn));
    }

    private static MappingSettings.Source source(DeclaredProperties properties, String arn) {
        if (arn.startsWith("arn:aws:sqs:")) {
            var scaling = properties.within("ScalingConfig", Set.of("MaximumConcurrency"));
            return new MappingSettings.Source.OfQueue(
                    scaling.number("MaximumConcurrency").orElse(QUEUE_CONCURRENCY));
        }
        if (!arn.startsWith("arn:aws:dynamodb:")) {
            throw properties.refusal("EventSourceArn", "neither a queue nor a table's stream: " + arn);
        }
        var retries = properties.number("MaximumRetryAttempts").orElse(-1);
        var age = properties.number("MaximumRecordAgeInSeconds").orElse(-1);
        var position = properties.required("StartingPosition");
        if (!position.equals("TRIM_HORIZON") && !position.equals("LATEST")) {
            throw properties.refusal("StartingPosition", position);
        }
        var onFailure = properties
                .within("DestinationConfig", Set.of("OnFailure"))
                .within("OnFailure", Set.of("Destination"))
                .text("Destination");
        int lanes = properties.number("ParallelizationFactor").orElse(1);
        if (lanes < 1 || lanes > MOST_LANES) {
            throw properties.refusal("ParallelizationFactor", "it is 1 to 10");
        }
        return new MappingSettings.Source.OfStream(
                lanes,
                position.equals("TRIM_HORIZON"),
                properties.flag("BisectBatchOnFunctionError", false),
                retries < 0 ? Optional.empty() : Optional.of(retries),
                age < 0 || age > STREAM_RETENTION.toSeconds() ? STREAM_RETENTION : Duration.ofSeconds(age),
                onFailure);
    }

    private static RecordFilter filter(DeclaredProperties criteria) {
        var patterns = criteria.each("Filters", Set.of("Pattern")).stream()
                .map(filter -> filter.required("Pattern"))
                .toList();
        return patterns.isEmpty() ? RecordFilter.none() : RecordFilter.of(patterns);
    }
}
