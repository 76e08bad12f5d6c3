package com.lifeverse.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.cdk.check.Order;
import com.lifeverse.cdk.construct.StageSettings;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What happens in an empty account, in which order: as CloudFormation sees it, from references and DependsOn. */
@Tag("template")
class FirstDeploymentTest {
    private final Assembly prod = Assembly.of(StageSettings.prod());
    private final Order order = Order.of(prod);

    @Test
    void nothingWaitsForItself() {
        for (var resource : order.resources()) {
            assertThat(order.before(resource)).as(resource).doesNotContain(resource);
        }
    }

    @Test
    void theFunctionThatMakesTheFirstKeyMayDoSoBeforeItIsAsked() {
        var first =
                order.before(prod.only("prod-identity", "Custom::SigningKeys").toString());

        for (var type : List.of(
                "AWS::SecretsManager::Secret",
                "AWS::S3::Bucket",
                "AWS::S3::BucketPolicy",
                "AWS::CloudFront::Distribution",
                "AWS::Lambda::Function")) {
            assertThat(first).contains(prod.only("prod-identity", type).toString());
        }
    }

    @Test
    void whatHoldsDataOrSecretsOutlivesItsStack() {
        for (var type : List.of("AWS::DynamoDB::GlobalTable", "AWS::SecretsManager::Secret", "AWS::S3::Bucket")) {
            assertThat(prod.all(type)).isNotEmpty().allSatisfy(resource -> {
                assertThat(resource.declaration().path("DeletionPolicy").asText())
                        .isEqualTo("Retain");
                assertThat(resource.declaration().path("UpdateReplacePolicy").asText())
                        .isEqualTo("Retain");
            });
        }
    }

    @Test
    void aFunctionMayDoItsWorkBeforeAnythingCallsIt() {
        for (var mapping : prod.all("AWS::Lambda::EventSourceMapping")) {
            assertThat(order.before(mapping.toString())).as(mapping.toString()).anyMatch(need -> need.contains("Role"));
        }
    }

    @Test
    void everyImportIsOfSomethingThatAnEarlierStackExports() {
        var exported = new TreeMap<String, String>();
        prod.templates()
                .forEach((stack, template) -> template.path("Outputs").forEach(output -> {
                    if (output.has("Export")) {
                        exported.put(output.at("/Export/Name").asText(), stack);
                    }
                }));
        prod.templates()
                .forEach((stack, template) -> template.findValues("Fn::ImportValue")
                        .forEach(name -> assertThat(exported)
                                .as(stack)
                                .containsKey(name.asText())
                                .doesNotContainEntry(name.asText(), stack)));
    }
}
