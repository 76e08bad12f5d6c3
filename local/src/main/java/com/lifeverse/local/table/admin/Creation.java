package com.lifeverse.local.table.admin;

import com.lifeverse.local.table.request.Access;
import com.lifeverse.local.table.request.Constraints;
import com.lifeverse.local.table.schema.IndexDefinition;
import com.lifeverse.local.table.schema.KeySchema;
import com.lifeverse.local.table.schema.StreamDefinition;
import com.lifeverse.local.table.schema.StreamView;
import com.lifeverse.local.table.schema.TableDefinition;
import com.lifeverse.local.table.value.InvalidRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;

/** CreateTable. */
record Creation(Access access) {
    static final int MAX_LOCAL = 5;
    static final int MAX_GLOBAL = 20;

    static final List<String> CLASSES = List.of("STANDARD", "STANDARD_INFREQUENT_ACCESS");
    private static final List<String> VIEWS = List.of("NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES", "KEYS_ONLY");

    CreateTableResponse create(CreateTableRequest request) {
        var name = Names.given(request.tableName());
        constrain(request, name);
        access.require("CreateTable", name);
        requireBilling(request);
        var definition = definition(name, request);
        var table = access.catalogue().make(definition);
        return CreateTableResponse.builder()
                .tableDescription(Descriptions.creating(table))
                .build();
    }

    private static void constrain(CreateTableRequest request, String name) {
        var constraints = new Constraints().given("attributeDefinitions", request.hasAttributeDefinitions());
        attributes(constraints, request.attributeDefinitions());
        constraints
                .name("tableName", name)
                .oneOf("billingMode", request.billingModeAsString(), List.of("PROVISIONED", "PAY_PER_REQUEST"))
                .oneOf("tableClass", request.tableClassAsString(), CLASSES);
        IndexShape.constrain(constraints, "provisionedThroughput", request.provisionedThroughput());
        constraints.given("keySchema", request.hasKeySchema());
        if (request.hasKeySchema()) {
            IndexShape.constrain(constraints, "keySchema", request.keySchema());
        }
        for (int i = 0; i < request.globalSecondaryIndexes().size(); i++) {
            IndexShape.of(request.globalSecondaryIndexes().get(i))
                    .constrain(constraints, "globalSecondaryIndexes." + (i + 1) + ".member");
        }
        for (int i = 0; i < request.localSecondaryIndexes().size(); i++) {
            IndexShape.of(request.localSecondaryIndexes().get(i))
                    .constrain(constraints, "localSecondaryIndexes." + (i + 1) + ".member");
        }
        stream(constraints, request.streamSpecification());
        constraints.check();
    }

    static void attributes(Constraints constraints, List<AttributeDefinition> definitions) {
        for (int i = 0; i < definitions.size(); i++) {
            var path = "attributeDefinitions." + (i + 1) + ".member.";
            var type = definitions.get(i).attributeTypeAsString();
            IndexShape.attribute(
                    constraints, path + "attributeName", definitions.get(i).attributeName());
            constraints
                    .notNull(path + "attributeType", type)
                    .oneOf(path + "attributeType", type, List.of("B", "N", "S"));
        }
    }

    static void stream(Constraints constraints, @Nullable StreamSpecification stream) {
        if (stream != null) {
            constraints
                    .notNull("streamSpecification.streamEnabled", stream.streamEnabled())
                    .oneOf("streamSpecification.streamViewType", stream.streamViewTypeAsString(), VIEWS);
        }
    }

    private static void requireBilling(CreateTableRequest request) {
        var throughput = request.provisionedThroughput();
        if (request.billingMode() == BillingMode.PAY_PER_REQUEST) {
            if (throughput != null) {
                throw InvalidRequest.parameter("Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when "
                        + "BillingMode is PAY_PER_REQUEST");
            }
            return;
        }
        if (throughput == null) {
            throw InvalidRequest.parameter("ReadCapacityUnits and WriteCapacityUnits must both be specified when "
                    + "BillingMode is PROVISIONED");
        }
        KeyRules.requireBounds(throughput);
    }

    private static TableDefinition definition(String name, CreateTableRequest request) {
        var rules = new KeyRules(request.attributeDefinitions());
        var keys = rules.tableKeys(request.keySchema());
        if (!request.hasLocalSecondaryIndexes() && !request.hasGlobalSecondaryIndexes()) {
            rules.refuseUnused(keys, List.of());
        }
        var indexes = new ArrayList<IndexDefinition>();
        var names = new HashSet<String>();
        if (request.hasLocalSecondaryIndexes()) {
            indexes.addAll(local(request, rules, keys, names));
        }
        if (request.hasGlobalSecondaryIndexes()) {
            indexes.addAll(global(request, rules, names));
        }
        rules.refuseUnused(keys, indexes);
        KeyRules.requireFewProjected(indexes);
        return new TableDefinition(
                name,
                rules.attributes(),
                keys,
                indexes,
                view(request.streamSpecification()).map(view -> new StreamDefinition(view, Instant.EPOCH, true)),
                Optional.empty(),
                KeyRules.throughput(request.provisionedThroughput()),
                Boolean.TRUE.equals(request.deletionProtectionEnabled()),
                SettingsRules.of(request),
                Instant.EPOCH);
    }

    private static List<IndexDefinition> local(
            CreateTableRequest request, KeyRules rules, KeySchema table, HashSet<String> names) {
        if (request.localSecondaryIndexes().isEmpty()) {
            throw InvalidRequest.parameter("List of LocalSecondaryIndexes is empty");
        }
        if (table.sort().isEmpty()) {
            throw InvalidRequest.parameter("Table KeySchema does not have a range key, which is required when "
                    + "specifying a LocalSecondaryIndex");
        }
        var indexes = new ArrayList<IndexDefinition>();
        for (var each : request.localSecondaryIndexes()) {
            var shape = IndexShape.of(each);
            var keys = rules.keys(each.keySchema());
            if (keys.sort().isEmpty()) {
                throw InvalidRequest.parameter(
                        "Index KeySchema does not have a range key for index: " + each.indexName());
            }
            if (!keys.hash().equals(table.hash())) {
                throw InvalidRequest.parameter("Index KeySchema does not have the same leading hash key as table "
                        + "KeySchema for index: " + each.indexName() + ". index hash key: "
                        + keys.hash().name() + ", table hash key: "
                        + table.hash().name());
            }
            indexes.add(rules.index(IndexDefinition.Scope.LOCAL, shape));
            requireNew(names, each.indexName());
        }
        if (indexes.size() > MAX_LOCAL) {
            throw InvalidRequest.parameter("Number of LocalSecondaryIndexes exceeds per-table limit of " + MAX_LOCAL);
        }
        return indexes;
    }

    private static List<IndexDefinition> global(CreateTableRequest request, KeyRules rules, HashSet<String> names) {
        if (request.globalSecondaryIndexes().isEmpty()) {
            throw InvalidRequest.parameter("List of GlobalSecondaryIndexes is empty");
        }
        boolean isOnDemand = request.provisionedThroughput() == null;
        var indexes = new ArrayList<IndexDefinition>();
        for (var each : request.globalSecondaryIndexes()) {
            indexes.add(rules.index(IndexDefinition.Scope.GLOBAL, IndexShape.of(each)));
            requireThroughput(each.indexName(), isOnDemand, each.provisionedThroughput() != null);
            KeyRules.requireBounds(each.provisionedThroughput());
            requireNew(names, each.indexName());
        }
        if (indexes.size() > MAX_GLOBAL) {
            throw InvalidRequest.parameter("GlobalSecondaryIndex count exceeds the per-table limit of " + MAX_GLOBAL);
        }
        return indexes;
    }

    /** An index is provisioned if and only if its table is. */
    static void requireThroughput(String index, boolean isOnDemand, boolean isGiven) {
        if (isOnDemand && isGiven) {
            throw InvalidRequest.parameter("ProvisionedThroughput should not be specified for index: " + index
                    + " when BillingMode is PAY_PER_REQUEST");
        }
        if (!isOnDemand && !isGiven) {
            throw InvalidRequest.parameter("ProvisionedThroughput is not specified for index: " + index);
        }
    }

    /** The view that a stream is wanted with; empty if none is wanted. */
    static Optional<StreamView> view(@Nullable StreamSpecification stream) {
        if (stream == null) {
            return Optional.empty();
        }
        var view = Optional.ofNullable(stream.streamViewTypeAsString()).map(StreamView::valueOf);
        if (stream.streamEnabled() && view.isEmpty()) {
            throw InvalidRequest.parameter("StreamViewType must be specified when StreamEnabled is true");
        }
        if (!stream.streamEnabled() && view.isPresent()) {
            throw InvalidRequest.parameter("StreamViewType must not be specified when StreamEnabled is false");
        }
        return view;
    }

    private static void requireNew(HashSet<String> names, String name) {
        if (!names.add(name)) {
            throw InvalidRequest.parameter("Duplicate index name: " + name);
        }
    }
}
