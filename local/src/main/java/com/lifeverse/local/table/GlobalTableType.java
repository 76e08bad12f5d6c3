package com.lifeverse.local.table;

import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import com.lifeverse.local.kernel.Cloud;
import java.util.HashSet;
import java.util.Set;

/** {@code AWS::DynamoDB::GlobalTable}, which the CDK's TableV2 becomes. Its one replica is the home region. */
public final class GlobalTableType implements ResourceType {
    private final Tables tables;

    public GlobalTableType(Tables tables) {
        this.tables = tables;
    }

    @Override
    public String name() {
        return "AWS::DynamoDB::GlobalTable";
    }

    @Override
    public Provisioned provision(Declaration declaration) {
        var properties = new TableProperties(declaration);
        var wanted = properties.definition(Set.of("Replicas"));
        var known = new HashSet<>(TableProperties.WITHOUT_LOCAL_MEANING);
        known.add("Region");
        // Only pace and insights of indexes can differ from replica to replica.
        known.add("GlobalSecondaryIndexes");
        for (var replica : declaration.properties().path("Replicas")) {
            var region = replica.path("Region").asText();
            if (!region.equals(Cloud.REGION)) {
                throw properties.unsupported("Replicas", "a replica in " + region + ", for there is one region");
            }
            properties.refuseBut(replica, "Replicas", known);
        }
        return TableType.provisioned(tables.create(wanted));
    }
}
