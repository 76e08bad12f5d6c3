package com.lifeverse.local.workflow.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.workflow.language.Definition;
import com.lifeverse.local.workflow.language.DefinitionReader;
import com.lifeverse.local.workflow.language.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every workflow of the project has to keep to, and all of its cases. */
@Tag("contracts")
class StateMachinesTest {
    private static final Path MACHINES = Path.of("..", "statemachines");
    private static final Set<String> PLACES = Set.of(
            "CompensationBucket",
            "CompensationTaskFunction",
            "GrantFunction",
            "GrantListFunction",
            "ProfileEffectFunction",
            "Bus",
            "DeadLetters",
            "EngineQueue",
            "SigningKeyFunction",
            "DataErasureFunction",
            "DataExportFunction",
            "TriggerDataFunction",
            "ParticipationDataFunction",
            "DeadLetterRedriveFunction",
            "WebhookDelivery",
            "WebhookFunction",
            "WebhookSigningFunction",
            "WorkflowsBefore",
            "EventReplayFunction",
            "EventRunFunction",
            "EventMessageFunction",
            "SettlementFunction",
            "SettlementBucket",
            "RewardSettlement",
            "CapacityFunction",
            "SignInFunctionName",
            "TimelineFunctionName",
            "LiveTable",
            "LiveEventApprovalFunction",
            "QuestionFunction",
            "TurnFunction");
    private static final Set<String> RESOURCES = Set.of(
            "arn:aws:states:::lambda:invoke",
            "arn:aws:states:::lambda:invoke.waitForTaskToken",
            "arn:aws:states:::events:putEvents",
            "arn:aws:states:::sqs:sendMessage",
            "arn:aws:states:::aws-sdk:lambda:getProvisionedConcurrencyConfig",
            "arn:aws:states:::aws-sdk:lambda:putProvisionedConcurrencyConfig",
            "arn:aws:states:::aws-sdk:lambda:deleteProvisionedConcurrencyConfig",
            "arn:aws:states:::aws-sdk:dynamodb:describeTable",
            "arn:aws:states:::aws-sdk:dynamodb:updateTable",
            "arn:aws:states:::states:startExecution",
            "arn:aws:states:::states:startExecution.sync:2");

    @ParameterizedTest
    @MethodSource("cases")
    void caseHolds(Path file) {
        assertThat(Cases.run(file).differences()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("machines")
    void everyStateAndEveryWayOutOfItIsTakenByACase(Path machine) {
        var visited = new HashSet<String>();
        var taken = new HashSet<String>();
        Cases.runAll(machine).forEach(report -> {
            visited.addAll(report.trace().path());
            taken.addAll(report.trace().ways());
        });
        var definition = definition(machine);
        assertThat(visited).isEqualTo(definition.states().keySet());
        assertThat(taken)
                .containsAll(definition.states().values().stream()
                        .flatMap(state -> state.arms().map(arm -> state.name() + "/" + arm.path()))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("machines")
    void everyTaskHasTimeOutAndRetryWithJitterAndACatchOrARedrive(Path machine) {
        boolean redriven = mayBeRedriven(machine);
        for (var state : definition(machine).states().values()) {
            if (state instanceof State.Task task) {
                assertThat(task.timeoutSeconds())
                        .as(task.name() + " TimeoutSeconds")
                        .isPresent();
                assertThat(task.retriers())
                        .as(task.name() + " Retry")
                        .isNotEmpty()
                        .allSatisfy(retrier -> {
                            assertThat(retrier.fullJitter()).isTrue();
                            assertThat(retrier.errors().names()).doesNotContain("States.ALL");
                        });
                assertThat(redriven || !task.catchers().isEmpty())
                        .as(task.name() + " Catch")
                        .isTrue();
                assertThat(task.resource()).isIn(RESOURCES);
            }
        }
    }

    /** A redrive enters again where a run has failed: a Fail fails again, a task whose error nobody caught is done again. */
    @ParameterizedTest
    @MethodSource("machines")
    void whatMayBeRedrivenCatchesNothingOnlyToFail(Path machine) {
        if (mayBeRedriven(machine)) {
            var states = Json.read(text(machine.resolve("definition.asl.json"))).path("States");
            assertThat(states.properties())
                    .allSatisfy(state -> assertThat(state.getValue().path("Catch"))
                            .allSatisfy(arm -> assertThat(
                                            states.path(arm.path("Next").asText())
                                                    .path("Type")
                                                    .asText())
                                    .as(state.getKey())
                                    .isNotEqualTo("Fail")));
        }
    }

    @ParameterizedTest
    @MethodSource("machines")
    void everyStateIsExplainedInTheDefinitionAndInTheReadme(Path machine) {
        var root = Json.read(text(machine.resolve("definition.asl.json")));
        var readme = text(machine.resolve("README.md"));
        assertThat(root.path("QueryLanguage").asText()).isEqualTo("JSONata");
        assertThat(root.path("Comment").asText()).isNotBlank();
        assertThat(root.path("States").properties())
                .hasSizeLessThanOrEqualTo(25)
                .allSatisfy(state -> {
                    assertThat(state.getValue().path("Comment").asText()).isNotBlank();
                    assertThat(readme).contains(state.getKey());
                });
    }

    @ParameterizedTest
    @MethodSource("machines")
    void everyFailureOfItsOwnIsInTheFailureTable(Path machine) {
        var readme = text(machine.resolve("README.md"));
        for (var state : Json.read(text(machine.resolve("definition.asl.json"))).path("States")) {
            if (state.path("Type").asText().equals("Fail")) {
                Stream.of(state.path("Error").asText())
                        .filter(error -> !error.startsWith("{%"))
                        .forEach(error -> assertThat(readme).contains("`" + error + "`"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("machines")
    void everyPlaceIsOneThatDeploymentsFill(Path machine) {
        var places = Pattern.compile("\\$\\{(\\w+)}")
                .matcher(text(machine.resolve("definition.asl.json")))
                .results()
                .map((MatchResult place) -> place.group(1))
                .toList();
        assertThat(PLACES).containsAll(places);
    }

    @ParameterizedTest
    @MethodSource("machines")
    void inputSchemaIsNamedAfterTheMachine(Path machine) {
        JsonNode schema = Json.read(text(machine.resolve("input.schema.json")));
        assertThat(schema.path("$id").asText()).isEqualTo(String.valueOf(machine.getFileName()));
    }

    static List<Path> cases() {
        return Cases.in(MACHINES);
    }

    static List<Path> machines() throws IOException {
        try (var folders = Files.list(MACHINES)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static Definition definition(Path machine) {
        return DefinitionReader.read(text(machine.resolve("definition.asl.json")));
    }

    private static boolean mayBeRedriven(Path machine) {
        return text(machine.resolve("workflow.yaml"))
                .lines()
                .anyMatch(line -> line.matches("operators: .*\\bredrive\\b.*"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
