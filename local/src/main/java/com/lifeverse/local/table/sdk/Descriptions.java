package com.lifeverse.local.table.sdk;

import com.lifeverse.local.table.engine.Table;
import com.lifeverse.local.table.schema.KeyAttribute;
import java.util.ArrayList;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/** DescribeTable. The size in bytes is not kept, for AWS itself brings it up to date only every six hours. */
record Descriptions(Access access) {
    DescribeTableResponse describe(DescribeTableRequest request) {
        var table = access.table("DescribeTable", request.tableName());
        return DescribeTableResponse.builder().table(description(table)).build();
    }

    private static TableDescription description(Table table) {
        var definition = table.definition();
        var keys = new ArrayList<KeySchemaElement>(2);
        var attributes = new ArrayList<AttributeDefinition>(2);
        keys.add(element(definition.keys().hash(), KeyType.HASH));
        attributes.add(attribute(definition.keys().hash()));
        definition.keys().sort().ifPresent(sort -> {
            keys.add(element(sort, KeyType.RANGE));
            attributes.add(attribute(sort));
        });
        var description = TableDescription.builder()
                .tableName(definition.name())
                .tableArn(definition.arn())
                .tableId(definition.id())
                .tableStatus(TableStatus.ACTIVE)
                .creationDateTime(definition.createdAt())
                .itemCount(table.size())
                .keySchema(keys)
                .attributeDefinitions(attributes)
                .billingModeSummary(mode -> mode.billingMode(BillingMode.PAY_PER_REQUEST));
        definition.stream()
                .ifPresent(view -> description
                        .streamSpecification(StreamSpecification.builder()
                                .streamEnabled(true)
                                .streamViewType(view.name())
                                .build())
                        .latestStreamArn(definition.streamArn().orElseThrow())
                        .latestStreamLabel(definition.streamLabel()));
        return description.build();
    }

    private static KeySchemaElement element(KeyAttribute key, KeyType type) {
        return KeySchemaElement.builder()
                .attributeName(key.name())
                .keyType(type)
                .build();
    }

    private static AttributeDefinition attribute(KeyAttribute key) {
        return AttributeDefinition.builder()
                .attributeName(key.name())
                .attributeType(key.type().name())
                .build();
    }
}
