package com.lifeverse.local.table.admin;

import com.lifeverse.local.kernel.Cloud;
import com.lifeverse.local.table.schema.Settings;
import com.lifeverse.local.table.schema.Throughput;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.OnDemandThroughput;
import software.amazon.awssdk.services.dynamodb.model.SSEDescription;
import software.amazon.awssdk.services.dynamodb.model.SSESpecification;
import software.amazon.awssdk.services.dynamodb.model.SSEStatus;
import software.amazon.awssdk.services.dynamodb.model.SSEType;
import software.amazon.awssdk.services.dynamodb.model.TableClassSummary;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/** Settings out of requests, and as they are shown. */
final class SettingsRules {
    private static final long WITHOUT_END = -1;
    private static final String OWN_KEY = UUID.nameUUIDFromBytes("alias/aws/dynamodb".getBytes(StandardCharsets.UTF_8))
            .toString();

    private SettingsRules() {}

    static Settings of(CreateTableRequest request) {
        return new Settings(
                Optional.ofNullable(request.tableClassAsString()),
                key(request.sseSpecification()),
                most(request.onDemandThroughput()),
                Optional.empty(),
                Tagging.tags(request.tags()));
    }

    /** {@code there} with what {@code request} says anew. */
    static Settings changed(Settings there, UpdateTableRequest request) {
        return new Settings(
                Optional.ofNullable(request.tableClassAsString()).or(there::tableClass),
                request.sseSpecification() == null ? there.encryptionKey() : key(request.sseSpecification()),
                most(request.onDemandThroughput()).or(there::onDemand),
                there.warm(),
                there.tags());
    }

    /** Whether {@code request} is about settings at all. */
    static boolean areIn(UpdateTableRequest request) {
        return request.tableClass() != null
                || request.sseSpecification() != null
                || request.onDemandThroughput() != null
                || request.warmThroughput() != null;
    }

    static void show(Settings settings, TableDescription.Builder description) {
        settings.tableClass()
                .ifPresent(name -> description.tableClassSummary(
                        TableClassSummary.builder().tableClass(name).build()));
        settings.encryptionKey()
                .ifPresent(key -> description.sseDescription(SSEDescription.builder()
                        .status(SSEStatus.ENABLED)
                        .sseType(SSEType.KMS)
                        .kmsMasterKeyArn(key)
                        .build()));
        settings.onDemand()
                .ifPresent(most -> description.onDemandThroughput(OnDemandThroughput.builder()
                        .maxReadRequestUnits(most.read())
                        .maxWriteRequestUnits(most.write())
                        .build()));
    }

    private static Optional<String> key(@Nullable SSESpecification asked) {
        if (asked == null || !Boolean.TRUE.equals(asked.enabled())) {
            return Optional.empty();
        }
        var key = asked.kmsMasterKeyId() == null ? OWN_KEY : asked.kmsMasterKeyId();
        return Optional.of(key.startsWith("arn:") ? key : Cloud.arn("kms", "key/" + key));
    }

    private static Optional<Throughput> most(@Nullable OnDemandThroughput asked) {
        return Optional.ofNullable(asked)
                .map(most -> Throughput.of(end(most.maxReadRequestUnits()), end(most.maxWriteRequestUnits())));
    }

    private static long end(@Nullable Long asked) {
        return asked == null ? WITHOUT_END : asked;
    }
}
