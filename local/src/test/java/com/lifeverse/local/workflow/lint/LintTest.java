package com.lifeverse.local.workflow.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.lifeverse.local.workflow.task.Reach;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every fault that is looked for is found where it is, and the project's own machines have none. */
@Tag("contracts")
class LintTest {
    private static final String END = "'End':true}";
    private static final String QUEUE = "'Resource':'arn:aws:states:::sqs:sendMessage";

    @Test
    void workflowsOfTheProjectHaveNoFindings() throws IOException {
        try (var folders = Files.list(Path.of("..", "statemachines"))) {
            for (var folder : folders.filter(Files::isDirectory).toList()) {
                var text = Files.readString(folder.resolve("definition.asl.json"));
                assertThat(Lint.of(text, Reach::holds)).as(folder.toString()).isEmpty();
            }
        }
    }

    @Test
    void machineWithoutFaultsHasNoFindings() {
        assertThat(codes("'A':{'Type':'Pass','Assign':{'x':'{% [1,2] %}'},'Next':'B'},'B':{'Type':'Map','Items':'{% $x"
                        + " %}','ItemProcessor':{'StartAt':'C','States':{'C':{'Type':'Pass','Output':'{% ($y := $states.input;"
                        + " $map([$y], function($v) {$v + $sum($x)})) %}',"
                        + END + "}}," + END))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "undefined-variable|{% $nobody %}",
                "undefined-variable|{% /* $y */ $nobody.a & '$x' %}",
                "unknown-function|{% $uppercased('a') %}",
                "unknown-function|{% $eval('1') %}",
                "invalid-definition|{% $states.inputs %}",
                "invalid-definition|{% $states.result %}",
                "unknown-states-member|{% $states.input.a[b = $states.inputs] %}",
                "not-there-yet|{% $states.input.a[b = $states.result] %}",
                "not-there-yet|{% $states.input.a[b = $states.errorOutput] %}",
                "not-an-expression| {% 1 %}",
                "left-over-jsonpath|$.a.b",
                "left-over-jsonpath|States.Format('x')",
            })
    void faultOfAnExpressionIsFoundInItsField(String code, String output) {
        var text = output.replace("\"", "\\\"").replace("'", "\\\"");
        var found = findings(
                "'A':{'Type':'Pass','Output':\"" + (output.startsWith("{% 1") ? " " + text : text) + "\"," + END);
        assertThat(found).extracting(Finding::code).containsExactly(code);
        assertThat(found.getFirst().pointer()).isEqualTo("/States/A/Output");
    }

    @Test
    void variableThatOnlySomeWaysAssignIsDoubtful() {
        assertThat(codes("'A':{'Type':'Choice','Choices':[{'Condition':'{% $states.input.a"
                        + " %}','Next':'B'}],'Default':'C'},"
                        + "'B':{'Type':'Pass','Assign':{'x':1},'Next':'C'},'C':{'Type':'Pass','Output':'{%"
                        + " $x %}'," + END))
                .containsExactly("maybe-undefined-variable");
    }

    @Test
    void variableOfAnIterationIsNotKnownBehindIt() {
        assertThat(codes("'A':{'Type':'Map','Items':[1],'ItemProcessor':{'StartAt':'B','States':{"
                        + "'B':{'Type':'Pass','Assign':{'x':1}," + END + "}},'Next':'C'},"
                        + "'C':{'Type':'Pass','Output':'{% $x %}'," + END))
                .containsExactly("undefined-variable");
    }

    @Test
    void variableOfTheOutsideCannotBeAssignedInside() {
        assertThat(codes("'A':{'Type':'Pass','Assign':{'x':1},'Next':'B'},"
                        + "'B':{'Type':'Parallel','Branches':[{'StartAt':'C','States':{"
                        + "'C':{'Type':'Pass','Assign':{'x':2},'Output':'{% $x %}'," + END + "}}]," + END))
                .containsExactly("assigns-outer-variable");
    }

    @Test
    void variableThatNobodyReadsOrThatHidesAFunctionIsDoubtful() {
        assertThat(codes("'A':{'Type':'Pass','Assign':{'sum':1,'a-b':2}," + END))
                .containsExactlyInAnyOrder("hides-function", "variable-name", "unread-variable", "unread-variable");
    }

    @Test
    void tokenHasToBeHandedOverWhereThereIsOne() {
        assertThat(codes("'A':{'Type':'Task'," + QUEUE
                        + ".waitForTaskToken','TimeoutSeconds':9,'Arguments':{'QueueUrl':'q','MessageBody':'m'},"
                        + END))
                .containsExactly("no-retry", "token-not-handed-over");
        assertThat(codes("'A':{'Type':'Task'," + QUEUE + "','TimeoutSeconds':9,'Arguments':{'QueueUrl':'q',"
                        + "'MessageBody':'{% $states.context.Task.Token %}'}," + END))
                .containsExactly("no-retry", "no-token-here");
    }

    @Test
    void misspeltArgumentIsFound() {
        assertThat(findings("'A':{'Type':'Task'," + QUEUE + "','Arguments':{'QueueUrl':'q','MessageBdoy':'m'}," + END))
                .extracting(Finding::pointer, Finding::message)
                .containsExactly(tuple(
                        "/States/A/Arguments",
                        "SCHEMA_VALIDATION_FAILED: The field \"MessageBdoy\" is not supported by Step Functions"));
    }

    @Test
    void taskHasATimeOutBehindItsHeartbeatAndAnIntegrationThatThereIs() {
        assertThat(codes("'A':{'Type':'Task','Resource':'arn:aws:states:::glue:startJobRun'," + END))
                .containsExactly("unknown-integration", "no-time-out", "no-retry");
        assertThat(codes("'A':{'Type':'Task'," + QUEUE + "','TimeoutSeconds':9,'HeartbeatSeconds':9," + END))
                .containsExactly("no-retry", "heartbeat-after-time-out");
    }

    @Test
    void handlersAreReachedByErrorsThatThereAre() {
        assertThat(codes("'A':{'Type':'Task'," + QUEUE + "','TimeoutSeconds':9,'Retry':["
                        + "{'ErrorEquals':['States.TaskFailed'],'IntervalSeconds':9,'MaxDelaySeconds':5},"
                        + "{'ErrorEquals':['SQS.QueueDoesNotExistException']},{'ErrorEquals':['States.Runtime']},"
                        + "{'ErrorEquals':['States.Timeouts']}]," + END))
                .containsExactly(
                        "delay-below-interval",
                        "unreachable-handler",
                        "never-retried",
                        "unknown-error-name",
                        "unreachable-handler");
    }

    @Test
    void choiceHasADefaultAndNoRuleBehindOneThatAlwaysHolds() {
        assertThat(codes("'A':{'Type':'Choice','Choices':[{'Condition':true,'Next':'B'},"
                        + "{'Condition':'{% $states.input.a %}','Next':'B'}]},'B':{'Type':'Succeed'}"))
                .containsExactly("rule-never-tried", "no-default");
    }

    @Test
    void everyWayLeadsToAnEnd() {
        assertThat(codes("'A':{'Type':'Choice','Choices':[{'Condition':'{% true %}','Next':'Z'}],'Default':'B'},"
                        + "'B':{'Type':'Pass','Next':'C'},'C':{'Type':'Pass','Next':'B'},'Z':{'Type':'Succeed'}"))
                .containsExactly("no-way-out", "no-way-out");
    }

    @Test
    void childrenOfADistributedMapKnowNoVariableOfTheirParent() {
        assertThat(codes("'A':{'Type':'Pass','Assign':{'x':1},'Next':'B'},'B':{'Type':'Map','Items':'{% [$x] %}',"
                        + "'ItemProcessor':{'ProcessorConfig':{'Mode':'DISTRIBUTED','ExecutionType':'EXPRESS'},"
                        + "'StartAt':'C','States':{'C':{'Type':'Pass','Output':'{% $x %}'," + END + "}}," + END))
                .containsExactly("undefined-variable");
    }

    @Test
    void valueThatIsWrittenOutHasToFit() {
        assertThat(codes("'A':{'Type':'Pass','Output':'" + "x".repeat(262_144) + "'," + END))
                .containsExactly("too-large");
        assertThat(codes("'A':{'Type':'Pass','Comment':'" + "x".repeat(1 << 20) + "'," + END))
                .containsExactly("too-large");
    }

    @Test
    void orderOfCatchersAndUnreachableStatesAreRefusedWithTheirPlace() {
        assertThat(findings("'A':{'Type':'Task'," + QUEUE + "','TimeoutSeconds':9,'Catch':["
                        + "{'ErrorEquals':['States.ALL'],'Next':'B'},{'ErrorEquals':['X'],'Next':'B'}],'Next':'B'},"
                        + "'B':{'Type':'Succeed'},'Island':{'Type':'Succeed'}"))
                .extracting(Finding::pointer, Finding::message)
                .containsExactly(
                        tuple(
                                "/States/A/Catch[0]/ErrorEquals",
                                "SCHEMA_VALIDATION_FAILED: States.ALL has to stand alone and last"),
                        tuple("/States/Island", "MISSING_TRANSITION_TARGET: State \"Island\" is not reachable."));
    }

    @Test
    void definitionThatCannotBeCreatedSaysWhy() {
        assertThat(findings("'A':{'Type':'Pass','Next':'X'}"))
                .extracting(Finding::pointer, Finding::message)
                .containsExactly(
                        tuple("/States/A/Next", "MISSING_TRANSITION_TARGET: Missing 'Next' target: X"),
                        tuple("", "MISSING_END_STATE: Workflow has no terminal state"));
    }

    private static List<String> codes(String states) {
        return findings(states).stream().map(Finding::code).toList();
    }

    private static List<Finding> findings(String states) {
        var text = "{'QueryLanguage':'JSONata','StartAt':'A','States':{" + states + "}}";
        return Lint.of(text.replace('\'', '"'), Reach::holds);
    }
}
