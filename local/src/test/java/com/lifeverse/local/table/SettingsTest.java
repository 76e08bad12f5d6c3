package com.lifeverse.local.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.local.table.schema.DefinitionFormat;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.SSEStatus;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TableClass;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

@Tag("adapters")
class SettingsTest {
    private final TableWorld world = TableWorld.inMemory();
    private final DynamoDbClient client = world.client();

    @Test
    void aTableShowsTheSettingsThatItWasMadeWith() {
        make();

        var shown = described();

        assertThat(shown.tableClassSummary().tableClass()).isEqualTo(TableClass.STANDARD_INFREQUENT_ACCESS);
        assertThat(shown.sseDescription().status()).isEqualTo(SSEStatus.ENABLED);
        assertThat(shown.sseDescription().kmsMasterKeyArn()).endsWith(":key/ours");
        assertThat(shown.onDemandThroughput().maxReadRequestUnits()).isEqualTo(10);
        assertThat(shown.onDemandThroughput().maxWriteRequestUnits()).isEqualTo(-1);
        assertThat(shown.deletionProtectionEnabled()).isFalse();
        assertThat(tags(shown)).containsExactly("owner=backend");
    }

    @Test
    void settingsChangeAndTheOthersStay() {
        make();

        client.updateTable(update -> update.tableName("clans").tableClass(TableClass.STANDARD));
        client.updateTable(update -> update.tableName("clans").sseSpecification(sse -> sse.enabled(false)));

        var shown = described();
        assertThat(shown.tableClassSummary().tableClass()).isEqualTo(TableClass.STANDARD);
        assertThat(shown.sseDescription()).isNull();
        assertThat(shown.onDemandThroughput().maxReadRequestUnits()).isEqualTo(10);
    }

    @Test
    void aTableBecomesWarmerAfterAWhileAndNeverColder() {
        make();
        assertThat(warm()).isEqualTo("12000/4000 ACTIVE");

        client.updateTable(
                update -> update.tableName("clans").warmThroughput(warm -> warm.writeUnitsPerSecond(7_000L)));
        assertThat(warm()).as("as it was, for now").isEqualTo("12000/4000 UPDATING");
        world.agenda().advance(Duration.ofMinutes(6));
        assertThat(warm()).isEqualTo("12000/7000 ACTIVE");

        client.updateTable(
                update -> update.tableName("clans").warmThroughput(warm -> warm.writeUnitsPerSecond(7_000L)));
        assertThat(warm()).as("nothing new").isEqualTo("12000/7000 ACTIVE");
        assertThatThrownBy(() -> client.updateTable(
                        update -> update.tableName("clans").warmThroughput(warm -> warm.writeUnitsPerSecond(6_999L))))
                .hasMessageContaining("One or more parameter values were invalid: Requested WriteUnitsPerSecond for "
                        + "WarmThroughput for table is lower than current WarmThroughput, decreasing WarmThroughput is not"
                        + " supported");
    }

    private String warm() {
        var warm = described().warmThroughput();
        return warm.readUnitsPerSecond() + "/" + warm.writeUnitsPerSecond() + " " + warm.statusAsString();
    }

    @Test
    void tagsAreAddedChangedAndTakenAway() {
        make();
        var arn = described().tableArn();

        client.tagResource(change -> change.resourceArn(arn).tags(tag("owner", "live-ops"), tag("über uns", "")));
        assertThat(tags(described())).containsExactly("owner=live-ops", "über uns=");

        client.untagResource(change -> change.resourceArn(arn).tagKeys("owner", "nothing"));
        assertThat(tags(described())).containsExactly("über uns=");
    }

    @Test
    void aTagThatAwsWouldNotTakeIsRefused() {
        make();
        var arn = described().tableArn();

        for (var key : List.of("", "!!!", "->>;")) {
            assertThatThrownBy(
                            () -> client.tagResource(tag -> tag.resourceArn(arn).tags(tag(key, "x"))))
                    .hasMessageContaining("The tag key provided is invalid");
        }
        IntStream.range(1, 50)
                .forEach(i -> client.tagResource(tag -> tag.resourceArn(arn).tags(tag("k" + i, "v"))));
        assertThatThrownBy(() -> client.tagResource(tag -> tag.resourceArn(arn).tags(tag("one more", "v"))))
                .hasMessageContaining("Too many tags");
        assertThatThrownBy(() -> client.listTagsOfResource(list -> list.resourceArn("clans")))
                .hasMessageContaining("ARNs must start with 'arn:'");
        assertThatThrownBy(() -> client.listTagsOfResource(list -> list.resourceArn(arn + "x")))
                .hasMessageContaining("Requested resource not found: ResourcArn: " + arn + "x not found");
        assertThatThrownBy(() -> client.listTagsOfResource(
                        list -> list.resourceArn("arn:aws:dynamodb:eu-west-1:000000000000:table/clans")))
                .hasMessageContaining("is not authorized to perform: dynamodb:ListTagsOfResource");
    }

    @Test
    void whatATableIsToldOutlivesTheStack() {
        make();
        var definition = world.tables().describe("clans").orElseThrow();

        assertThat(DefinitionFormat.read(DefinitionFormat.write(definition))).isEqualTo(definition);
    }

    private void make() {
        client.createTable(create -> create.tableName("clans")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(KeySchemaElement.builder()
                        .attributeName("id")
                        .keyType(KeyType.HASH)
                        .build())
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName("id")
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .tableClass(TableClass.STANDARD_INFREQUENT_ACCESS)
                .sseSpecification(sse -> sse.enabled(true).kmsMasterKeyId("ours"))
                .onDemandThroughput(most -> most.maxReadRequestUnits(10L))
                .tags(tag("owner", "backend")));
    }

    private static software.amazon.awssdk.services.dynamodb.model.Tag tag(String key, String value) {
        return software.amazon.awssdk.services.dynamodb.model.Tag.builder()
                .key(key)
                .value(value)
                .build();
    }

    private TableDescription described() {
        return client.describeTable(describe -> describe.tableName("clans")).table();
    }

    private List<String> tags(TableDescription table) {
        return client.listTagsOfResource(list -> list.resourceArn(table.tableArn())).tags().stream()
                .map(tag -> tag.key() + "=" + tag.value())
                .toList();
    }
}
