package com.lifeverse.local.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import com.lifeverse.local.assembly.UnsupportedProperty;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Json;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("adapters")
class StateMachineTypeTest {
    private static final String MACHINE = """
            {"DefinitionString": "{\\"QueryLanguage\\":\\"JSONata\\",\\"StartAt\\":\\"A\\",\\"States\\":{\\"A\\":\
            {\\"Type\\":\\"Pass\\",\\"Output\\":\\"${Greeting}\\",\\"End\\":true}}}",
             "DefinitionSubstitutions": {"Greeting": "hello"},
             "RoleArn": "arn:aws:iam::111111111111:role/m", "StateMachineName": "m",
             "LoggingConfiguration": {"Level": "ALL"}, "Tags": []}
            """;

    private final Stack stack = Stack.inMemory();

    @Test
    void machineIsMadeWithItsSubstitutions() {
        var made = machine(MACHINE);
        assertThat(made.ref()).isEqualTo(Stack.ARN);
        assertThat(made.attributes()).containsKeys("Arn", "Name", "StateMachineRevisionId");
        assertThat(run(made.ref())).isEqualTo("\"hello\"");
    }

    @Test
    void aliasOfAVersionCanBeStarted() {
        var made = machine(MACHINE);
        var version = provision(
                new StateMachineVersionType(stack.workflows),
                "{\"StateMachineArn\":\"%s\",\"StateMachineRevisionId\":\"%s\"}"
                        .formatted(made.ref(), made.attributes().get("StateMachineRevisionId")));
        var alias = provision(
                new StateMachineAliasType(stack.workflows),
                "{\"Name\":\"live\",\"DeploymentPreference\":{\"Type\":\"CANARY\",\"StateMachineVersionArn\":\"%s\"}}"
                        .formatted(version.ref()));
        assertThat(alias.ref()).isEqualTo(Stack.ARN + ":live");
        assertThat(run(alias.ref())).isEqualTo("\"hello\"");
    }

    @Test
    void propertyThatIsNotHeldIsRefusedByName() {
        assertThatExceptionOfType(UnsupportedProperty.class)
                .isThrownBy(() -> machine(MACHINE.replace("\"Tags\"", "\"EncryptionConfiguration\"")))
                .withMessageContaining("EncryptionConfiguration");
    }

    @Test
    void placeWithoutSubstitutionIsRefusedByName() {
        assertThatExceptionOfType(UnsupportedProperty.class)
                .isThrownBy(() -> machine(MACHINE.replace("{\"Greeting\"", "{\"Other\"")))
                .withMessageContaining("${Greeting} has no substitution");
    }

    @Test
    void weightsThatDoNotAddUpAreRefused() {
        assertThatThrownBy(
                        () -> provision(
                                new StateMachineAliasType(stack.workflows),
                                "{\"Name\":\"live\",\"RoutingConfiguration\":[{\"StateMachineVersionArn\":\"v\",\"Weight\":60}]}"))
                .hasMessageContaining("weights have to add up to 100");
    }

    private Provisioned machine(String properties) {
        return provision(new StateMachineType(stack.workflows), properties);
    }

    private static Provisioned provision(ResourceType type, String properties) {
        return type.provision(new Declaration("dev-workflow", "It", type.name(), Json.read(properties), Path.of(".")));
    }

    private String run(String arn) {
        stack.endpoints.at(arn).accept(Caller.unrestricted(), "{}");
        stack.agenda.settle();
        return stack.output(stack.workflows.list(Stack.ARN).getFirst().run().arn());
    }
}
