package com.lifeverse.local.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.assembly.template.Assembly;
import com.lifeverse.local.assembly.template.TemplateError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
class ProvisionerTest {
    private final Things things = new Things();
    private final Provisioner provisioner = new Provisioner(List.of(things));

    @Test
    void stacksAreMadeAfterThoseTheyReferTo() {
        var deployment = provisioner.provision(assembly("two-stacks"));

        assertThat(deployment.stacks().keySet()).containsExactly("dev-identity", "dev-session");
    }

    @Test
    void resourcesAreMadeAfterThoseTheyReferToOrDependOn() {
        provisioner.provision(assembly("two-stacks"));

        assertThat(things.made).containsExactly("Issuer", "Late", "Policy", "Function", "Reader");
    }

    @Test
    void intrinsicFunctionsAreAnswered() {
        provisioner.provision(assembly("two-stacks"));

        assertThat(things.properties("Policy")).isEqualTo(Declarations.json("""
                {
                  "Joined": "arn:aws:thing/Issuer:111111111111",
                  "Substituted": "arn/Issuer in us-east-1 of dev-identity keeps ${Place}",
                  "WithOwn": "arn/Issuer/thing/Issuer",
                  "Selected": "Issuer",
                  "Chosen": "yes",
                  "List": ["kept"],
                  "Number": 3
                }
                """));
    }

    @Test
    void otherStacksSeeExportsAndOutputs() {
        provisioner.provision(assembly("two-stacks"));

        assertThat(things.properties("Function"))
                .isEqualTo(Declarations.json("{\"Strong\": \"arn/Issuer\", \"Weak\": \"thing/Issuer\"}"));
    }

    @Test
    void theDeploymentTellsResourcesAndOutputs() {
        var deployment = provisioner.provision(assembly("two-stacks"));

        assertThat(deployment.output("dev-identity", "IssuerRef")).contains("thing/Issuer");
        assertThat(deployment.resource("dev-identity", "Issuer"))
                .map(Provisioned::ref)
                .contains("thing/Issuer");
        assertThat(deployment.resource("dev-identity", "Extra")).isEmpty();
    }

    @Test
    void aTypeWithoutLocalMeaningStillAnswersReferences() {
        provisioner.provision(assembly("two-stacks"));

        assertThat(things.properties("Reader").path("Of").asText())
                .isEqualTo("arn:aws:logs:us-east-1:111111111111:log-group:/lifeverse/session");
    }

    @Test
    void allUnknownTypesAreNamedAtOnceAndNothingIsMade() {
        assertThatThrownBy(() -> provisioner.provision(assembly("unknown-types")))
                .isInstanceOf(UnknownResourceTypes.class)
                .hasMessage("No local meaning is known of: AWS::SES::Template (Mail of stack one),"
                        + " AWS::Neptune::DBCluster (Graph of stack two)");
        assertThat(things.made).isEmpty();
    }

    @Test
    void aCircleOfResourcesIsToldWithItsMembers() {
        assertThatThrownBy(() -> provisioner.provision(assembly("cycle")))
                .isInstanceOf(TemplateError.class)
                .hasMessage("Resources of stack ring need each other: Queue → Role → Function → Queue");
    }

    @Test
    void everyTypeWithoutLocalMeaningHasAReason() {
        assertThat(NoLocalMeaning.all()).extracting(NoLocalMeaning::reason).doesNotContain("");
        assertThat(NoLocalMeaning.all()).extracting(NoLocalMeaning::name).doesNotHaveDuplicates();
    }

    private static Assembly assembly(String name) {
        return Assembly.in(Path.of("src/test/resources/assemblies", name));
    }

    /** Makes anything and remembers it. */
    private static final class Things implements ResourceType {
        private final List<String> made = new ArrayList<>();
        private final List<Declaration> declarations = new ArrayList<>();

        @Override
        public String name() {
            return "Test::Thing";
        }

        @Override
        public Provisioned provision(Declaration declaration) {
            made.add(declaration.logicalId());
            declarations.add(declaration);
            return new Provisioned("thing/" + declaration.logicalId(), Map.of("Arn", "arn/" + declaration.logicalId()));
        }

        private JsonNode properties(String logicalId) {
            return declarations.stream()
                    .filter(each -> each.logicalId().equals(logicalId))
                    .findFirst()
                    .orElseThrow()
                    .properties();
        }
    }
}
