package com.lifeverse.local.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.UnsupportedProperty;
import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.table.schema.IndexDefinition;
import com.lifeverse.local.table.schema.KeyAttribute;
import com.lifeverse.local.table.schema.KeySchema;
import com.lifeverse.local.table.schema.Projected;
import com.lifeverse.local.table.value.Value;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("template")
class GlobalTableTypeTest {
    private static final String TRIGGERS = """
            {
              "AttributeDefinitions": [
                {"AttributeName": "playerId", "AttributeType": "S"},
                {"AttributeName": "sk", "AttributeType": "S"}
              ],
              "BillingMode": "PAY_PER_REQUEST",
              "KeySchema": [
                {"AttributeName": "playerId", "KeyType": "HASH"},
                {"AttributeName": "sk", "KeyType": "RANGE"}
              ],
              "Replicas": [{
                "DeletionProtectionEnabled": false,
                "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true},
                "Region": "us-east-1"
              }],
              "StreamSpecification": {"StreamViewType": "NEW_AND_OLD_IMAGES"},
              "TimeToLiveSpecification": {"AttributeName": "ttl", "Enabled": true}
            }
            """;

    private final Agenda agenda = Agenda.virtual(TableWorld.START, failure -> {
        throw new AssertionError(failure);
    });
    private final Tables tables = new Tables(Store.inMemory(), agenda);
    private final GlobalTableType type = new GlobalTableType(tables);

    @Test
    void aTableIsMadeAsDeclaredAndAnswersItsReferences() throws Exception {
        var made = type.provision(declared(TRIGGERS));
        var arn = "arn:aws:dynamodb:us-east-1:111111111111:table/dev-trigger-Triggers";
        assertThat(made.ref()).isEqualTo("dev-trigger-Triggers");
        assertThat(made.attributes())
                .containsEntry("Arn", arn)
                .containsEntry("StreamArn", arn + "/stream/2026-12-01T12:00:00.000")
                .containsKey("TableId");
        assertThat(tables.describe(arn).orElseThrow().timeToLive()).isEqualTo(Optional.of("ttl"));
    }

    @Test
    void whatAnEarlierRunMadeIsFound() throws Exception {
        var first = type.provision(declared(TRIGGERS));
        agenda.advance(Duration.ofDays(1));
        assertThat(type.provision(declared(TRIGGERS))).isEqualTo(first);
    }

    @Test
    void indexesAreMadeAsDeclared() throws Exception {
        type.provision(changed("GlobalSecondaryIndexes", """
                [{
                  "IndexName": "by-sk",
                  "KeySchema": [{"AttributeName": "sk", "KeyType": "HASH"}],
                  "Projection": {"ProjectionType": "INCLUDE", "NonKeyAttributes": ["due"]}
                }]
                """));
        var table = tables.describe("dev-trigger-Triggers").orElseThrow();
        assertThat(table.indexes())
                .containsExactly(new IndexDefinition(
                        "by-sk",
                        IndexDefinition.Scope.GLOBAL,
                        new KeySchema(new KeyAttribute("sk", Value.Type.S), Optional.empty()),
                        new Projected(Projected.Kind.INCLUDE, List.of("due")),
                        Optional.empty()));
    }

    @Test
    void anUnknownPropertyIsRefusedByName() {
        assertThatThrownBy(() -> type.provision(changed("GlobalTableWitnesses", "[]")))
                .isInstanceOf(UnsupportedProperty.class)
                .hasMessageContaining("Triggers of stack dev-trigger: GlobalTableWitnesses is not held locally");
    }

    @Test
    void aReplicaInAnotherRegionIsRefusedByName() {
        assertThatThrownBy(() -> type.provision(changed("Replicas", "[{\"Region\": \"eu-west-1\"}]")))
                .isInstanceOf(UnsupportedProperty.class)
                .hasMessageContaining("a replica in eu-west-1");
    }

    private static Declaration declared(String properties) throws JsonProcessingException {
        return new Declaration(
                "dev-trigger",
                "Triggers",
                "AWS::DynamoDB::GlobalTable",
                new ObjectMapper().readTree(properties),
                Path.of("."));
    }

    private static Declaration changed(String property, String value) throws JsonProcessingException {
        var declared = declared(TRIGGERS);
        ((ObjectNode) declared.properties()).set(property, new ObjectMapper().readTree(value));
        return declared;
    }
}
