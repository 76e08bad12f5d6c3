package com.lifeverse.local.workflow.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.lifeverse.local.workflow.machine.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("contracts")
class CasesTest {
    private static final String DEFINITION = """
            {"QueryLanguage": "JSONata", "StartAt": "Work", "States": {
              "Work": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "TimeoutSeconds": 10,
                "Arguments": {"FunctionName": "${Function}", "Payload": "{% $states.input %}"},
                "Retry": [{"ErrorEquals": ["Busy"], "JitterStrategy": "FULL"}],
                "Output": "{% $states.result.Payload %}", "End": true}}}
            """;

    @TempDir
    private Path machines;

    @BeforeEach
    void makeMachine() throws IOException {
        Files.createDirectories(machines.resolve("worker/cases"));
        Files.writeString(machines.resolve("worker/definition.asl.json"), DEFINITION);
    }

    @Test
    void caseThatHoldsHasATraceAndNoDifferences() {
        var report = run("[{\"error\":\"Busy\",\"cause\":\"now\"},{\"output\":{\"Payload\":2}}]", "\"output\":2");
        assertThat(report.differences()).isEmpty();
        assertThat(report.machine()).isEqualTo("worker");
        assertThat(report.trace().path()).containsExactly("Work");
        assertThat(report.trace().elapsed()).isEqualTo(Duration.ofSeconds(1));
        assertThat(report.trace().status()).isEqualTo(Status.SUCCEEDED);
    }

    @Test
    void everyUnmetExpectationIsADifference() {
        var report =
                run("[{\"output\":{\"Payload\":2}}]", "\"output\":3,\"elapsed\":\"PT1S\",\"path\":[],\"error\":\"X\"");
        assertThat(report.differences())
                .containsExactly(
                        new Difference("/expect/output", "3", "2"),
                        new Difference("/expect/elapsed", "\"PT1S\"", "\"PT0S\""),
                        new Difference("/expect/path", "[]", "[\"Work\"]"),
                        new Difference("/expect/error", "\"X\"", "absent"));
    }

    @Test
    void missingReplyIsADifferenceThatSaysWhatWasAsked() {
        assertThat(run("[]", "\"status\":\"SUCCEEDED\"").differences())
                .first()
                .isEqualTo(new Difference(
                        "/tasks/Work/0",
                        "no such attempt",
                        "asked with {\"FunctionName\":\"${Function}\",\"Payload\":1}"));
    }

    @Test
    void leftOverReplyIsADifference() {
        assertThat(run("[{\"output\":{\"Payload\":2}},{\"hang\":true}]", "\"output\":2")
                        .differences())
                .containsExactly(new Difference("/tasks/Work/1", "taken", "left over"));
    }

    @Test
    void argumentsAreComparedWhereTheCaseStatesThem() {
        var report = run("[{\"output\":{\"Payload\":2},\"arguments\":{\"Payload\":9}}]", "\"output\":2");
        assertThat(report.differences()).extracting(Difference::pointer).containsExactly("/tasks/Work/0/arguments");
    }

    @Test
    void hangingTaskTakesItsWholeTime() {
        var report =
                run("[{\"hang\":true}]", "\"status\":\"FAILED\",\"error\":\"States.Timeout\",\"elapsed\":\"PT10S\"");
        assertThat(report.differences()).isEmpty();
    }

    @Test
    void casesAreFoundFromEveryFolderAbove() {
        run("[]", "\"status\":\"FAILED\"");
        assertThat(Cases.in(machines)).hasSize(1);
        assertThat(Cases.in(machines.resolve("worker"))).hasSize(1);
        assertThat(Cases.in(machines.resolve("worker/cases"))).hasSize(1);
    }

    @Test
    void fieldThatNoCaseHasIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run("[]", "\"statsu\":\"FAILED\""))
                .withMessageContaining("/expect/statsu is not a field of a case");
    }

    private CaseReport run(String replies, String expect) {
        var file = machines.resolve("worker/cases/one.json");
        var text = """
                {"name": "one", "why": "a test", "start": "2026-01-01T00:00:00Z", "input": 1,
                 "tasks": {"Work": %s}, "expect": {%s}}
                """.formatted(replies, expect);
        try {
            return Cases.run(Files.writeString(file, text));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
