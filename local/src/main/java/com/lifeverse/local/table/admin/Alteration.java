package com.lifeverse.local.table.admin;

import com.lifeverse.local.table.engine.NoSuchTable;
import com.lifeverse.local.table.request.Access;
import com.lifeverse.local.table.request.Constraints;
import com.lifeverse.local.table.request.Faults;
import com.lifeverse.local.table.schema.IndexDefinition;
import com.lifeverse.local.table.schema.KeyAttribute;
import com.lifeverse.local.table.schema.TableDefinition;
import com.lifeverse.local.table.schema.Throughput;
import com.lifeverse.local.table.value.InvalidRequest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableResponse;

/** UpdateTable: billing, stream, protection, settings, and global indexes one at a time. */
record Alteration(Access access, InstantSource clock) {
    UpdateTableResponse update(UpdateTableRequest request) {
        var name = Names.required(request.tableName());
        constrain(request, name);
        access.require("UpdateTable", name);
        requireSense(request);
        var table = access.catalogue().change(name, there -> changed(there, request));
        var status = WarmRules.areAll(request) ? TableStatus.ACTIVE : TableStatus.UPDATING;
        var shown = Descriptions.of(table, status, IndexStatus.ACTIVE);
        return UpdateTableResponse.builder()
                .tableDescription(WarmRules.shown(shown, table.definition(), clock.instant()))
                .build();
    }

    private static void constrain(UpdateTableRequest request, String name) {
        var constraints = new Constraints();
        Creation.attributes(constraints, request.attributeDefinitions());
        if (!Names.isArn(name)) {
            constraints.pattern("tableName", name);
        }
        constraints
                .oneOf("billingMode", request.billingModeAsString(), List.of("PROVISIONED", "PAY_PER_REQUEST"))
                .oneOf("tableClass", request.tableClassAsString(), Creation.CLASSES);
        IndexShape.constrain(constraints, "provisionedThroughput", request.provisionedThroughput());
        for (int i = 0; i < request.globalSecondaryIndexUpdates().size(); i++) {
            var path = "globalSecondaryIndexUpdates." + (i + 1) + ".member.";
            constrain(constraints, path, request.globalSecondaryIndexUpdates().get(i));
        }
        Creation.stream(constraints, request.streamSpecification());
        constraints.check();
    }

    private static void constrain(Constraints constraints, String path, GlobalSecondaryIndexUpdate update) {
        if (update.update() != null) {
            var throughput = update.update().provisionedThroughput();
            constraints
                    .name(path + "update.indexName", update.update().indexName())
                    .notNull(path + "update.provisionedThroughput", throughput);
            IndexShape.constrain(constraints, path + "update.provisionedThroughput", throughput);
        }
        if (update.create() != null) {
            IndexShape.of(update.create()).constrain(constraints, path + "create");
        }
        if (update.delete() != null) {
            constraints.name(path + "delete.indexName", update.delete().indexName());
        }
    }

    private static void requireSense(UpdateTableRequest request) {
        var updates = request.globalSecondaryIndexUpdates();
        if (request.provisionedThroughput() == null
                && request.billingMode() == null
                && request.streamSpecification() == null
                && request.deletionProtectionEnabled() == null
                && !SettingsRules.areIn(request)
                && updates.isEmpty()) {
            throw new InvalidRequest("At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, "
                    + "GlobalSecondaryIndexUpdates or SSESpecification is required");
        }
        KeyRules.requireBounds(request.provisionedThroughput());
        var names = new HashSet<String>();
        for (var update : updates) {
            int kinds = (update.update() == null ? 0 : 1)
                    + (update.create() == null ? 0 : 1)
                    + (update.delete() == null ? 0 : 1);
            if (kinds == 0) {
                throw InvalidRequest.parameter("One of GlobalSecondaryIndexUpdate.Update, "
                        + "GlobalSecondaryIndexUpdate.Create, GlobalSecondaryIndexUpdate.Delete must not be null");
            }
            if (kinds > 1) {
                throw InvalidRequest.parameter("Only one of GlobalSecondaryIndexUpdate.Update, "
                        + "GlobalSecondaryIndexUpdate.Create, GlobalSecondaryIndexUpdate.Delete may be specified");
            }
            if (!names.add(name(update))) {
                throw InvalidRequest.parameter("Only one global secondary index update per index is allowed "
                        + "simultaneously. Index: " + name(update));
            }
        }
    }

    private TableDefinition changed(TableDefinition there, UpdateTableRequest request) {
        var updates = request.globalSecondaryIndexUpdates();
        if (updates.stream().filter(each -> each.update() == null).count() > 1) {
            throw Faults.limitExceeded("Subscriber limit exceeded: Only 1 online index can be created or deleted "
                    + "simultaneously per table");
        }
        var changed = billed(there, request);
        for (var update : updates) {
            changed = indexed(changed, update, request.attributeDefinitions());
        }
        if (changed.throughput().isPresent()) {
            changed.indexes().stream()
                    .filter(index -> index.scope() == IndexDefinition.Scope.GLOBAL)
                    .forEach(index -> Creation.requireThroughput(
                            index.name(), false, index.throughput().isPresent()));
        }
        if (request.streamSpecification() != null) {
            changed = streaming(changed, request.streamSpecification());
        }
        changed = changed.withSettings(WarmRules.changed(
                SettingsRules.changed(changed.settings(), request), request.warmThroughput(), clock.instant()));
        return request.deletionProtectionEnabled() == null
                ? changed
                : changed.withProtection(request.deletionProtectionEnabled());
    }

    private TableDefinition billed(TableDefinition there, UpdateTableRequest request) {
        var wanted = KeyRules.throughput(request.provisionedThroughput());
        if (request.billingMode() == BillingMode.PAY_PER_REQUEST) {
            if (wanted.isPresent()) {
                throw InvalidRequest.parameter("Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when "
                        + "BillingMode is PAY_PER_REQUEST");
            }
            var indexes =
                    there.indexes().stream().map(IndexDefinition::onDemand).toList();
            return there.withThroughput(Optional.empty()).withIndexes(indexes, there.attributes());
        }
        if (wanted.isEmpty()) {
            if (request.billingMode() == BillingMode.PROVISIONED
                    && there.throughput().isEmpty()) {
                throw InvalidRequest.parameter(
                        "ProvisionedThroughput must be specified when BillingMode is PROVISIONED");
            }
            return there;
        }
        if (there.throughput().isEmpty()) {
            if (request.billingMode() == null) {
                throw InvalidRequest.parameter("Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when "
                        + "BillingMode is PAY_PER_REQUEST");
            }
            return there.withThroughput(wanted);
        }
        return there.withThroughput(Optional.of(changed(there.throughput().get(), wanted.get())));
    }

    private Throughput changed(Throughput there, Throughput wanted) {
        KeyRules.requireChange(there, wanted);
        return there.changedTo(wanted, clock.instant());
    }

    private TableDefinition indexed(
            TableDefinition there, GlobalSecondaryIndexUpdate update, List<AttributeDefinition> definitions) {
        if (update.create() != null) {
            return withNew(there, IndexShape.of(update.create()), definitions);
        }
        var index = there.index(name(update));
        if (update.delete() != null) {
            return without(there, index.orElseThrow(() -> NoSuchTable.index(name(update))));
        }
        var wanted = update.update().provisionedThroughput();
        if (KeyRules.isOutOfBounds(wanted)
                || index.isEmpty()
                || there.throughput().isEmpty()) {
            throw new InvalidRequest("This operation cannot be performed with given input values. Please contact "
                    + "DynamoDB service team for more info: Action Blocked: IndexUpdate");
        }
        var current = index.get();
        var units = Throughput.of(wanted.readCapacityUnits(), wanted.writeCapacityUnits());
        var changed = current.with(
                current.throughput().map(now -> changed(now, units)).orElse(units));
        return there.withIndexes(
                there.indexes().stream()
                        .map(each -> each.equals(current) ? changed : each)
                        .toList(),
                there.attributes());
    }

    private static TableDefinition withNew(
            TableDefinition there, IndexShape shape, List<AttributeDefinition> definitions) {
        var rules = new KeyRules(definitions);
        for (var attribute : rules.attributes()) {
            requireSameType(there, attribute);
        }
        var index = rules.index(IndexDefinition.Scope.GLOBAL, shape);
        if (there.index(index.name()).isPresent()) {
            throw InvalidRequest.parameter("Attempting to create an index which already exists");
        }
        Creation.requireThroughput(
                index.name(), there.throughput().isEmpty(), index.throughput().isPresent());
        var indexes = new ArrayList<>(there.indexes());
        indexes.add(index);
        if (indexes.stream()
                        .filter(each -> each.scope() == IndexDefinition.Scope.GLOBAL)
                        .count()
                > Creation.MAX_GLOBAL) {
            throw InvalidRequest.parameter(
                    "GlobalSecondaryIndex count exceeds the per-table limit of " + Creation.MAX_GLOBAL);
        }
        KeyRules.requireFewProjected(indexes);
        var known = new ArrayList<>(there.attributes());
        known.addAll(rules.attributes());
        return there.withIndexes(indexes, known);
    }

    private static void requireSameType(TableDefinition there, KeyAttribute wanted) {
        var type = there.type(wanted.name());
        if (type.isPresent() && type.get() != wanted.type()) {
            throw InvalidRequest.parameter("Attributes cannot be redefined. Please check that your attribute has the "
                    + "same type as previously defined. Existing schema: Schema:[SchemaElement: key{" + wanted.name()
                    + ":" + type.get() + ":HASH}] New schema: Schema:[SchemaElement: key{" + wanted.name() + ":"
                    + wanted.type() + ":HASH}]");
        }
    }

    private static TableDefinition without(TableDefinition there, IndexDefinition index) {
        if (index.scope() == IndexDefinition.Scope.LOCAL) {
            throw InvalidRequest.parameter("Index is not a global secondary index: " + index.name());
        }
        return there.withIndexes(
                there.indexes().stream().filter(each -> !each.equals(index)).toList(), there.attributes());
    }

    private TableDefinition streaming(TableDefinition there, StreamSpecification wanted) {
        var view = Creation.view(wanted);
        if (view.isPresent() && there.stream().isPresent()) {
            throw new InvalidRequest("Table already has an enabled stream: TableName: " + there.name());
        }
        if (view.isEmpty() && there.stream().isEmpty()) {
            throw new InvalidRequest("Table stream is already disabled: TableName: " + there.name());
        }
        return there.withStream(view, clock.instant());
    }

    /** The index that an update is about; only a request that the constraints let pass has one. */
    private static String name(GlobalSecondaryIndexUpdate update) {
        if (update.update() != null) {
            return update.update().indexName();
        }
        return update.create() == null
                ? update.delete().indexName()
                : update.create().indexName();
    }
}
