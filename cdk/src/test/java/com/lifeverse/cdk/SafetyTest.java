package com.lifeverse.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.cdk.Assembly.Resource;
import com.lifeverse.cdk.construct.StageSettings;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What holds of every queue, function, role and table, whoever adds one. */
@Tag("template")
class SafetyTest {
    private final Assembly dev = Assembly.dev();

    @Test
    void everyQueueHasADeadLetterQueueOrIsOne() {
        assertThat(dev.all("AWS::SQS::Queue"))
                .isNotEmpty()
                .allSatisfy(queue -> assertThat(queue.properties().has("RedrivePolicy")
                                || queue.id().contains("DeadLetters"))
                        .as(queue.toString())
                        .isTrue());
    }

    @Test
    void everyQueueThatARuleSendsToLetsThatRuleSend() {
        for (var rule : dev.all("AWS::Events::Rule")) {
            var senders = dev.all("AWS::SQS::QueuePolicy").stream()
                    .filter(policy -> policy.stack().equals(rule.stack()))
                    .filter(policy -> policy.properties().toString().contains(rule.id()))
                    .toList();
            assertThat(senders).as(rule.toString()).isNotEmpty();
        }
    }

    @Test
    void oneRuleFeedsTheTriggerEngineHoweverManyEventTypesThereAre() {
        assertThat(dev.all("AWS::Events::Rule").stream()
                        .filter(rule -> rule.stack().equals("dev-trigger") && rule.id().startsWith("EngineEvents")))
                .hasSize(1);
    }

    @Test
    void everyFunctionHasItsOwnRole() {
        var roles = new HashSet<String>();

        assertThat(dev.all("AWS::Lambda::Function"))
                .hasSizeGreaterThanOrEqualTo(12)
                .allSatisfy(function -> assertThat(roles.add(function.stack()
                                + function.properties().at("/Role/Fn::GetAtt/0").asText()))
                        .as("%s shares its role", function)
                        .isTrue());
    }

    @Test
    void everyFunctionRunsJava25OnArmWithItsOwnLogAndAnAlias() {
        assertThat(dev.all("AWS::Lambda::Function")).allSatisfy(function -> {
            var properties = function.properties();
            assertThat(properties.path("Runtime").asText()).isEqualTo("java25");
            assertThat(properties.at("/Architectures/0").asText()).isEqualTo("arm64");
            assertThat(properties.path("MemorySize").asInt()).isGreaterThanOrEqualTo(512);
            assertThat(properties.at("/LoggingConfig/LogGroup/Ref").asText()).isNotEmpty();
            assertThat(aliasesOf(function)).hasSize(1);
        });
    }

    @Test
    void rolesHoldTheirOwnGrantsAndNoManagedPolicy() {
        assertThat(dev.all("AWS::IAM::Policy")).isEmpty();
        assertThat(dev.all("AWS::IAM::ManagedPolicy")).isEmpty();
        assertThat(dev.all("AWS::IAM::Role"))
                .allSatisfy(role ->
                        assertThat(role.properties().has("ManagedPolicyArns")).isFalse());
    }

    @Test
    void tablesAreOnDemandWithRecoveryAndTtl() {
        assertThat(dev.all("AWS::DynamoDB::GlobalTable"))
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(table -> {
                    var properties = table.properties();
                    assertThat(properties.path("BillingMode").asText()).isEqualTo("PAY_PER_REQUEST");
                    assertThat(properties.path("TimeToLiveSpecification").toString())
                            .isEqualTo("{\"AttributeName\":\"ttl\",\"Enabled\":true}");
                    assertThat(properties
                                    .at("/Replicas/0/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                                    .asBoolean())
                            .isTrue();
                });
    }

    @Test
    void productionTablesSurviveTheirStack() {
        assertThat(Assembly.of(StageSettings.prod()).all("AWS::DynamoDB::GlobalTable"))
                .allSatisfy(table -> {
                    assertThat(table.declaration().path("DeletionPolicy").asText())
                            .isEqualTo("Retain");
                    assertThat(table.properties()
                                    .at("/Replicas/0/DeletionProtectionEnabled")
                                    .asBoolean())
                            .isTrue();
                });
    }

    @Test
    void everyOutboxParksWhatFailsForTwentyHours() {
        var outboxes = dev.all("AWS::Lambda::EventSourceMapping").stream()
                .map(Resource::properties)
                .filter(mapping -> mapping.has("StartingPosition"))
                .toList();

        assertThat(outboxes).hasSizeGreaterThanOrEqualTo(2).allSatisfy(mapping -> {
            assertThat(mapping.path("MaximumRecordAgeInSeconds").asInt()).isEqualTo(72_000);
            assertThat(mapping.path("MaximumRetryAttempts").asInt()).isEqualTo(-1);
            assertThat(mapping.path("BisectBatchOnFunctionError").asBoolean()).isTrue();
            assertThat(mapping.at("/FunctionResponseTypes/0").asText()).isEqualTo("ReportBatchItemFailures");
            assertThat(mapping.at("/DestinationConfig/OnFailure/Destination").isMissingNode())
                    .isFalse();
        });
    }

    private List<Resource> aliasesOf(Resource function) {
        return dev.all("AWS::Lambda::Alias").stream()
                .filter(alias -> alias.stack().equals(function.stack()))
                .filter(alias ->
                        alias.properties().at("/FunctionName/Ref").asText().equals(function.id()))
                .filter(alias -> alias.properties().path("Name").asText().equals("live"))
                .toList();
    }
}
