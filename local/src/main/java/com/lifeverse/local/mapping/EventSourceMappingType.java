package com.lifeverse.local.mapping;

import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.DeclaredProperties;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import com.lifeverse.local.kernel.Cloud;
import java.time.Duration;
import java.util.List;
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
            "TumblingWindowInSeconds",
            "DestinationConfig");

    private static final Set<String> WITHOUT_MEANING = Set.of("KmsKeyArn", "MetricsConfig", "Tags");
    private static final List<String> OF_STREAMS = List.of(
            "StartingPosition",
            "BisectBatchOnFunctionError",
            "MaximumRetryAttempts",
            "MaximumRecordAgeInSeconds",
            "ParallelizationFactor",
            "TumblingWindowInSeconds",
            "DestinationConfig");
    private static final int SHORTEST_AGE = 60;
    private static final int MOST_FILTERS = 5;

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
                MappingLimit.BATCH.of(properties).orElse(usual),
                Duration.ofSeconds(MappingLimit.BATCHING_WINDOW.of(properties).orElse(0)),
                filter(properties),
                partialFailures(properties),
                source);
        if (source instanceof MappingSettings.Source.OfQueue
                && settings.batchSize() > 10
                && settings.window().isZero()) {
            throw properties.refusal(
                    "BatchSize",
                    "Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10");
        }
        mappings.declare(settings, properties.flag("Enabled", true));
        var arn = Cloud.arn("lambda", "event-source-mapping:" + settings.id());
        return new Provisioned(settings.id(), Map.of("Id", settings.id(), "EventSourceMappingArn", arn));
    }

    private static MappingSettings.Source source(DeclaredProperties properties, String arn) {
        if (arn.startsWith("arn:aws:sqs:")) {
            for (var name : OF_STREAMS) {
                if (properties.text(name).isPresent()) {
                    throw properties.refusal(name, "Unsupported parameter for given event source mapping type.");
                }
            }
            var scaling = properties.within("ScalingConfig", Set.of("MaximumConcurrency"));
            return new MappingSettings.Source.OfQueue(
                    MappingLimit.CONCURRENCY.of(scaling).orElse(QUEUE_CONCURRENCY));
        }
        if (!arn.startsWith("arn:aws:dynamodb:")) {
            throw properties.refusal("EventSourceArn", "neither a queue nor a table's stream: " + arn);
        }
        if (properties.node("ScalingConfig").isObject()) {
            throw properties.refusal("ScalingConfig", "Unsupported parameter for given event source mapping type.");
        }
        int retries = MappingLimit.RETRIES.of(properties).orElse(-1);
        return new MappingSettings.Source.OfStream(
                MappingLimit.LANES.of(properties).orElse(1),
                fromOldest(properties, arn),
                Duration.ofSeconds(MappingLimit.TUMBLING_WINDOW.of(properties).orElse(0)),
                properties.flag("BisectBatchOnFunctionError", false),
                retries < 0 ? Optional.empty() : Optional.of(retries),
                age(properties),
                onFailure(properties));
    }

    private static boolean fromOldest(DeclaredProperties properties, String arn) {
        return switch (properties
                .text("StartingPosition")
                .orElseThrow(() -> properties.refusal(
                        "StartingPosition",
                        "1 validation error detected: Value null at 'startingPosition' failed to satisfy constraint: "
                                + "Member must not be null."))) {
            case "TRIM_HORIZON" -> true;
            case "LATEST" -> false;
            default ->
                throw properties.refusal("StartingPosition", "Unsupported starting position for arn type: " + arn);
        };
    }

    private static Duration age(DeclaredProperties properties) {
        int seconds = MappingLimit.AGE.of(properties).orElse(-1);
        if (seconds >= 0 && seconds < SHORTEST_AGE) {
            throw properties.refusal("MaximumRecordAgeInSeconds", "it is -1, or 60 to 604800");
        }
        return seconds < 0 || seconds > STREAM_RETENTION.toSeconds() ? STREAM_RETENTION : Duration.ofSeconds(seconds);
    }

    private static Optional<String> onFailure(DeclaredProperties properties) {
        var destination =
                properties.within("DestinationConfig", Set.of("OnFailure")).within("OnFailure", Set.of("Destination"));
        var arn = destination.text("Destination");
        arn.filter(to -> !to.startsWith("arn:aws:sqs:") && !to.startsWith("arn:aws:s3:"))
                .ifPresent(to -> {
                    throw destination.refusal("Destination", "queues and buckets are, not " + to);
                });
        return arn;
    }

    private static boolean partialFailures(DeclaredProperties properties) {
        var types = properties.texts("FunctionResponseTypes");
        if (!List.of("ReportBatchItemFailures").containsAll(types)) {
            throw properties.refusal("FunctionResponseTypes", "only ReportBatchItemFailures is");
        }
        return !types.isEmpty();
    }

    private static RecordFilter filter(DeclaredProperties properties) {
        var patterns =
                properties.within("FilterCriteria", Set.of("Filters")).each("Filters", Set.of("Pattern")).stream()
                        .map(filter -> filter.required("Pattern"))
                        .toList();
        if (patterns.size() > MOST_FILTERS) {
            throw properties.refusal("FilterCriteria", "a mapping has up to 5 filters");
        }
        return patterns.isEmpty() ? RecordFilter.none() : RecordFilter.of(patterns);
    }
}
