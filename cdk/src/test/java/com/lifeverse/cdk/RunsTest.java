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
        assertThat(all(leave("states:StopExecution"), lasting)).isTrue();
        // What has to stand ready is brought about by the next run, whatever one before it left.
        var going =
                lasting.stream().filter(runs -> !runs.contains("capacity-ramp")).toList();
        assertThat(all(leave("states:RedriveExecution"), going)).isTrue();
    }

    @Test
    void whatIsMeantToBeStartedByPeopleCanBeAndTheTurnsOfWhatTheyRedriveAndNothingElse() {
        assertThat(leave("states:StartExecution"))
                .hasSize(8)
                .allSatisfy(arn -> assertThat(arn)
                        .containsAnyOf(
                                ":stateMachine:dev-capacity-ramp",
                                ":stateMachine:dev-compensation",
                                ":stateMachine:dev-signing-key-rotation",
                                ":stateMachine:dev-workflow-turn"));
    }

    /** Each of these, and no others. */
    private static boolean all(List<String> leave, List<String> runs) {
        return leave.size() == runs.size()
                && runs.stream().allMatch(run -> leave.stream().anyMatch(arn -> arn.contains(run)));
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
