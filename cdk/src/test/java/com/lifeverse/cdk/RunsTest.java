package com.lifeverse.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Operators can move every run that lasts, in whichever stack its workflow is, and no other. */
@Tag("template")
class RunsTest {
    private final Assembly dev = Assembly.dev();

    @Test
    void everyRunThatLastsCanBeStoppedAndRedriven() {
        var lasting = dev.all("AWS::StepFunctions::StateMachine").stream()
                .map(Assembly.Resource::properties)
                .filter(machine -> machine.path("StateMachineType").asText().equals("STANDARD"))
                .map(machine -> ":execution:" + machine.path("StateMachineName").asText() + ":*")
                .toList();

        assertThat(lasting).contains(":execution:dev-event-replay:*", ":execution:dev-occasion:*");
        for (var action : List.of("states:StopExecution", "states:RedriveExecution")) {
            var leave = leave(action);
            assertThat(leave).hasSize(lasting.size());
            assertThat(lasting)
                    .allSatisfy(runs ->
                            assertThat(leave).anySatisfy(arn -> assertThat(arn).contains(runs)));
        }
    }

    @Test
    void whatIsMeantToBeStartedByPeopleCanBeAndNothingElse() {
        assertThat(leave("states:StartExecution"))
                .hasSize(2)
                .allSatisfy(arn -> assertThat(arn).contains(":stateMachine:dev-signing-key-rotation"));
    }

    /** What the function that shows runs may do that on. */
    private List<String> leave(String action) {
        return dev.all("AWS::IAM::Role").stream()
                .filter(role -> role.stack().equals("dev-workflow") && role.id().startsWith("RunsRunRole"))
                .flatMap(role -> role.properties().path("Policies").valueStream())
                .flatMap(policy -> policy.at("/PolicyDocument/Statement").valueStream())
                .filter(statement -> statement.path("Action").toString().contains('"' + action + '"'))
                .map(statement -> statement.path("Resource"))
                .flatMap(resource -> resource.isArray() ? resource.valueStream() : List.of(resource).stream())
                .map(JsonNode::toString)
                .toList();
    }
}
