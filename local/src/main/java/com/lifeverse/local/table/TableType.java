package com.lifeverse.local.table;

import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import com.lifeverse.local.table.schema.TableDefinition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** {@code AWS::DynamoDB::Table}. */
public final class TableType implements ResourceType {
    private final Tables tables;

    public TableType(Tables tables) {
        this.tables = tables;
    }

    @Override
    public String name() {
        return "AWS::DynamoDB::Table";
    }

    @Override
    public Provisioned provision(Declaration declaration) {
        var wanted = new TableProperties(declaration).definition(Set.of());
        return provisioned(tables.create(wanted));
    }

    static Provisioned provisioned(TableDefinition table) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("Arn", table.arn());
        attributes.put("TableId", table.id());
        table.streamArn().ifPresent(arn -> attributes.put("StreamArn", arn));
        return new Provisioned(table.name(), attributes);
    }
}
