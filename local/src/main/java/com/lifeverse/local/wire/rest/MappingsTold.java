package com.lifeverse.local.wire.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Cloud;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.mapping.MappingSettings;
import com.lifeverse.local.mapping.Mappings;
import java.math.BigDecimal;
import java.time.Duration;

/** Mappings as Lambda tells of them. */
final class MappingsTold {
    /** A stream itself keeps its records no longer. */
    private static final Duration LIFE = Duration.ofDays(1);

    private MappingsTold() {}

    static ObjectNode told(Mappings.Declared declared) {
        var settings = declared.settings();
        var told = Json.object()
                .put("UUID", settings.id())
                .put("EventSourceMappingArn", Cloud.arn("lambda", "event-source-mapping:" + settings.id()))
                .put("EventSourceArn", settings.sourceArn())
                .put("FunctionArn", settings.functionArn())
                .put("BatchSize", settings.batchSize())
                .put("MaximumBatchingWindowInSeconds", settings.window().toSeconds())
                .put("State", declared.enabled() ? "Enabled" : "Disabled")
                .put("StateTransitionReason", "USER_INITIATED")
                .put("LastModified", BigDecimal.valueOf(declared.since().toEpochMilli(), 3));
        var types = told.putArray("FunctionResponseTypes");
        if (settings.partialFailures()) {
            types.add("ReportBatchItemFailures");
        }
        if (!settings.filter().patterns().isEmpty()) {
            var filters = told.putObject("FilterCriteria").putArray("Filters");
            settings.filter().patterns().forEach(pattern -> filters.addObject().put("Pattern", pattern));
        }
        switch (settings.source()) {
            case MappingSettings.Source.OfQueue(int concurrency) ->
                told.putObject("ScalingConfig").put("MaximumConcurrency", concurrency);
            case MappingSettings.Source.OfStream stream -> add(told, stream);
        }
        return told;
    }

    private static void add(ObjectNode told, MappingSettings.Source.OfStream stream) {
        told.put("StartingPosition", stream.fromOldest() ? "TRIM_HORIZON" : "LATEST")
                .put("ParallelizationFactor", stream.lanes())
                .put("TumblingWindowInSeconds", stream.tumbling().toSeconds())
                .put("BisectBatchOnFunctionError", stream.bisect())
                .put("MaximumRetryAttempts", stream.maximumRetries().orElse(-1))
                .put(
                        "MaximumRecordAgeInSeconds",
                        stream.maximumAge().equals(LIFE)
                                ? -1
                                : stream.maximumAge().toSeconds());
        var destination = told.putObject("DestinationConfig");
        stream.onFailureArn()
                .ifPresent(arn -> destination.putObject("OnFailure").put("Destination", arn));
    }
}
