package com.lifeverse.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.cdk.Assembly.Resource;
import com.lifeverse.cdk.construct.StageSettings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What happens in an empty account, in which order: as CloudFormation sees it, from references and DependsOn. */
@Tag("template")
class FirstDeploymentTest {
    private final Assembly prod = Assembly.of(StageSettings.prod());
    private final Map<String, Set<String>> needs = needs();

    @Test
    void nothingWaitsForItself() {
        for (var resource : needs.keySet()) {
            assertThat(closure(resource)).as(resource).doesNotContain(resource);
        }
    }

    @Test
    void theIssuersDocumentsAreThereBeforeTheGatewayAsksForThem() {
        var keys = prod.only("prod-identity", "Custom::SigningKeys").toString();

        for (var authorizer : prod.all("AWS::ApiGatewayV2::Authorizer")) {
            if (authorizer.stack().equals("prod-api")
                    && authorizer.properties().path("Name").asText().equals("player")) {
                assertThat(closure(authorizer.toString())).contains(keys);
            }
        }
    }

    @Test
    void theFunctionThatMakesTheFirstKeyMayDoSoBeforeItIsAsked() {
        var first = closure(prod.only("prod-identity", "Custom::SigningKeys").toString());

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
            assertThat(closure(mapping.toString())).as(mapping.toString()).anyMatch(need -> need.contains("Role"));
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

    private Set<String> closure(String resource) {
        var found = new TreeSet<String>();
        var open = new ArrayDeque<>(needs.getOrDefault(resource, Set.of()));
        while (!open.isEmpty()) {
            var next = open.remove();
            if (found.add(next)) {
                open.addAll(needs.getOrDefault(next, Set.of()));
            }
        }
        return found;
    }

    /** What each resource waits for. A stack begins when those that it imports from are complete: it needs all of them. */
    private Map<String, Set<String>> needs() {
        var made = new LinkedHashMap<String, Set<String>>();
        var exports = new TreeMap<String, String>();
        prod.templates()
                .forEach((stack, template) -> template.path("Outputs")
                        .forEach(output -> exports.put(output.at("/Export/Name").asText(), stack)));
        prod.templates().forEach((stack, template) -> {
            var earlier = new TreeSet<String>();
            template.findValues("Fn::ImportValue").forEach(name -> earlier.add(exports.get(name.asText()) + "/*"));
            var whole = new TreeSet<String>();
            template.path("Resources").properties().forEach(resource -> {
                var own = new Resource(stack, resource.getKey(), resource.getValue()).toString();
                var all = new TreeSet<>(earlier);
                references(resource.getValue()).stream()
                        .filter(id -> template.path("Resources").has(id))
                        .forEach(id -> all.add(stack + "/" + id));
                made.put(own, all);
                whole.add(own);
            });
            made.put(stack + "/*", whole);
        });
        return made;
    }

    private static List<String> references(JsonNode node) {
        var found = new ArrayList<String>();
        node.path("DependsOn").forEach(id -> found.add(id.asText()));
        if (node.path("DependsOn").isTextual()) {
            found.add(node.path("DependsOn").asText());
        }
        node.findValues("Ref").forEach(id -> found.add(id.asText()));
        node.findValues("Fn::GetAtt")
                .forEach(attribute -> found.add(attribute.path(0).asText()));
        return found;
    }
}
