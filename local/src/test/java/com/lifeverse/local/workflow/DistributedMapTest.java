package com.lifeverse.local.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.workflow.Machine.Kind;
import com.lifeverse.local.workflow.machine.Failure;
import com.lifeverse.local.workflow.machine.HistoryEvent;
import com.lifeverse.local.workflow.machine.Status;
import com.lifeverse.local.workflow.maprun.MapRun;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("adapters")
class DistributedMapTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String PASS = "\"B\":{\"Type\":\"Pass\",\"Output\":\"{% $states.input.n %}\",\"End\":true}";
    private static final String TASK = "\"B\":{\"Type\":\"Task\",\"Resource\":\"" + Stack.TASK + "\",\"End\":true}";

    @TempDir
    private Path directory;

    private final Stack stack = Stack.inMemory();

    @Test
    void childrenAreExecutionsOfTheirOwn() {
        stack.machine(Kind.STANDARD, map("", PASS));
        var arn = start(stack, "[{\"n\":1},{\"n\":2}]");
        stack.agenda.settle();
        assertThat(stack.output(arn)).isEqualTo("[1,2]");
        assertThat(stack.workflows.history(arn))
                .extracting(event -> event.type() + " after " + event.previousEventId())
                .containsExactly(
                        "ExecutionStarted after 0",
                        "MapStateEntered after 0",
                        "MapStateStarted after 2",
                        "MapRunStarted after 3",
                        "MapRunSucceeded after 4",
                        "MapStateSucceeded after 4",
                        "MapStateExited after 4",
                        "ExecutionSucceeded after 7");
        assertThat(stack.workflows.list(Stack.ARN + "/A"))
                .hasSize(2)
                .allSatisfy(child -> assertThat(child.status()).isEqualTo(Status.SUCCEEDED));
    }

    @Test
    void itemsAreReadFromObjectsBatchedAndTheirResultsWritten() {
        var s3 = stack.bucket("data", Map.of("in.csv", "n,name\n1,\"a, \"\"b\"\"\"\n2,c\n3,d\n"));
        stack.machine(
                Kind.STANDARD,
                map(
                        "\"ItemReader\":{\"Resource\":\"arn:aws:states:::s3:getObject\","
                                + "\"ReaderConfig\":{\"InputType\":\"CSV\",\"CSVHeaderLocation\":\"FIRST_ROW\"},"
                                + "\"Arguments\":{\"Bucket\":\"data\",\"Key\":\"{% $states.input.key %}\"}},"
                                + "\"ItemBatcher\":{\"MaxItemsPerBatch\":2,\"BatchInput\":{\"of\":\"x\"}},"
                                + "\"ResultWriter\":{\"Resource\":\"arn:aws:states:::s3:putObject\","
                                + "\"Arguments\":{\"Bucket\":\"data\",\"Prefix\":\"out\"}},",
                        "\"B\":{\"Type\":\"Pass\",\"End\":true}"));
        var arn = start(stack, "{\"key\":\"in.csv\"}");
        stack.agenda.settle();
        var details = Json.read(stack.output(arn)).path("ResultWriterDetails");
        var manifest = Json.read(s3.getObjectAsBytes(
                        get -> get.bucket("data").key(details.path("Key").asText()))
                .asUtf8String());
        var file = manifest.at("/ResultFiles/SUCCEEDED/0/Key").asText();
        var results = Json.read(
                s3.getObjectAsBytes(get -> get.bucket("data").key(file)).asUtf8String());
        assertThat(file).startsWith("out/").endsWith("/SUCCEEDED_0.json");
        assertThat(results).hasSize(2);
        assertThat(results.get(0).path("StartDate").asText()).isEqualTo("2026-01-01T00:00:00.000Z");
        assertThat(results.get(0).path("RedriveStatusReason").asText())
                .isEqualTo("Execution is SUCCEEDED and cannot be redriven");
        assertThat(results.get(0).path("Input").asText())
                .isEqualTo("{\"BatchInput\":{\"of\":\"x\"},\"Items\":[{\"n\":\"1\",\"name\":\"a, \\\"b\\\"\"},"
                        + "{\"n\":\"2\",\"name\":\"c\"}]}");
    }

    @Test
    void runListsItsOwnChildrenAloneAndHowManyItemsEachHas() {
        stack.machine(
                Kind.STANDARD,
                map("\"ItemBatcher\":{\"MaxItemsPerBatch\":2},", "\"B\":{\"Type\":\"Pass\",\"End\":true}"));
        var first = start(stack, "[1,2,3]");
        var second = stack.workflows.start(Caller.unrestricted(), Stack.ARN, Optional.of("two"), "[4]");
        stack.agenda.settle();
        assertThat(items(first)).containsExactlyInAnyOrder(2, 1);
        assertThat(items(second)).containsExactly(1);
    }

    private List<Integer> items(String arn) {
        var run = stack.workflows.mapRuns(arn).getFirst();
        return stack.workflows.pages().children(run.arn(), Optional.empty(), Pages.Part.first()).items().stream()
                .map(child -> run.itemsIn(child.run().input()))
                .toList();
    }

    @Test
    void objectThatIsNotThereFailsTheReader() {
        stack.bucket("data", Map.of());
        stack.machine(
                Kind.STANDARD,
                map(
                        "\"ItemReader\":{\"Resource\":\"arn:aws:states:::s3:getObject\",\"ReaderConfig\":{\"InputType\":\"JSON\"},"
                                + "\"Arguments\":{\"Bucket\":\"data\",\"Key\":\"none\"}},",
                        PASS));
        var arn = start(stack, "{}");
        stack.agenda.settle();
        assertThat(stack.failure(arn).error()).isEqualTo("States.ItemReaderFailed");
    }

    @Test
    void failuresAreToleratedUpToTheThreshold() {
        stack.machine(Kind.STANDARD, map("\"ToleratedFailureCount\":1,", TASK));
        var tolerated = start(stack, "[{\"fail\":\"X\"},{\"n\":2}]");
        stack.agenda.settle();
        assertThat(stack.output(tolerated)).isEqualTo("[{\"n\":2}]");
        var beyond = stack.workflows.start(
                Caller.unrestricted(), Stack.ARN, Optional.of("two"), "[{\"fail\":\"X\"},{\"fail\":\"Y\"},{\"n\":2}]");
        stack.agenda.settle();
        assertThat(stack.failure(beyond).error()).isEqualTo("States.ExceedToleratedFailureThreshold");
    }

    @Test
    void redriveDoesOnlyWhatFailedAgain() {
        stack.machine(Kind.STANDARD, map("\"MaxConcurrency\":1,", TASK));
        stack.breakTasks(1);
        var arn = start(stack, "[1,2,3]");
        stack.agenda.settle();
        assertThat(stack.execution(arn).status()).isEqualTo(Status.FAILED);
        assertThat(stack.calls).hasSize(2);
        stack.workflows.redrive(Caller.unrestricted(), arn);
        stack.agenda.settle();
        assertThat(stack.output(arn)).isEqualTo("[1,2,3]");
        assertThat(stack.calls).hasSize(4);
        assertThat(stack.workflows.history(arn))
                .extracting(HistoryEvent::type)
                .containsSubsequence("MapRunFailed", "ExecutionFailed", "ExecutionRedriven", "MapRunRedriven");
    }

    @Test
    void redriveBeginsExpressChildrenThatFailedFromTheirBeginning() {
        stack.machine(Kind.STANDARD, of("EXPRESS", map("\"MaxConcurrency\":1,", TASK)));
        stack.breakTasks(1);
        var arn = start(stack, "[1,2,3]");
        stack.agenda.settle();
        assertThat(stack.execution(arn).status()).isEqualTo(Status.FAILED);
        stack.workflows.redrive(Caller.unrestricted(), arn);
        stack.agenda.settle();
        assertThat(stack.output(arn)).isEqualTo("[1,2,3]");
        assertThat(stack.calls).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"STANDARD", "EXPRESS"})
    void childrenThatWereStoppedAreDoneWhenTheirExecutionIsRedriven(String kind) {
        var wait = "\"B\":{\"Type\":\"Wait\",\"Seconds\":60,\"End\":true}";
        stack.machine(Kind.STANDARD, of(kind, map("", wait)));
        var arn = start(stack, "[1,2,3]");
        stack.agenda.advance(Duration.ofSeconds(1));
        stack.workflows.stop(Caller.unrestricted(), arn, new Failure("Stopped", null));
        stack.agenda.advance(Duration.ofHours(1));
        stack.workflows.redrive(Caller.unrestricted(), arn);
        stack.agenda.advance(Duration.ofMinutes(2));
        assertThat(stack.output(arn)).isEqualTo("[1,2,3]");
    }

    @Test
    void stoppedExecutionStopsItsChildren() {
        stack.machine(Kind.STANDARD, map("", "\"B\":{\"Type\":\"Wait\",\"Seconds\":9000,\"End\":true}"));
        var arn = start(stack, "[1,2,3]");
        stack.agenda.settle();
        stack.workflows.stop(Caller.unrestricted(), arn, new Failure("Stopped", null));
        stack.agenda.settle();
        assertThat(stack.workflows.list(Stack.ARN + "/A"))
                .hasSize(3)
                .allSatisfy(child -> assertThat(child.status()).isEqualTo(Status.ABORTED));
    }

    @Test
    void tenThousandItemsAreDoneByExpressChildren() {
        var lines =
                IntStream.range(0, 10_000).mapToObj(i -> "{\"n\":" + i + "}").collect(Collectors.joining("\n"));
        stack.bucket("data", Map.of("in.jsonl", lines));
        stack.machine(
                Kind.STANDARD,
                map(
                                "\"ItemReader\":{\"Resource\":\"arn:aws:states:::s3:getObject\","
                                        + "\"ReaderConfig\":{\"InputType\":\"JSONL\"},"
                                        + "\"Arguments\":{\"Bucket\":\"data\",\"Key\":\"in.jsonl\"}},"
                                        + "\"Output\":\"{% $count($states.result) %}\",",
                                PASS)
                        .replace("STANDARD", "EXPRESS"));
        var arn = start(stack, "{}");
        stack.agenda.settle();
        assertThat(stack.output(arn)).isEqualTo("10000");
        assertThat(stack.workflows.mapRuns(arn))
                .singleElement()
                .extracting(MapRun::counts)
                .isEqualTo(new MapRun.Counts(10_000, 10_000, 10_000, 10_000, 0, 0));
    }

    /** All inputs, histories and results together are many times what may be added to the heap on the way. */
    @Test
    void memoryDoesNotGrowWithTheNumberOfItemsThatAreDone() {
        try (var store = Store.in(directory)) {
            var large = Stack.virtual(store, NOW);
            var lines = IntStream.range(0, 10_000).mapToObj(Integer::toString).collect(Collectors.joining("\n"));
            large.bucket("data", Map.of("in.jsonl", lines));
            large.machine(
                    Kind.STANDARD,
                    map(
                                    "\"ItemReader\":{\"Resource\":\"arn:aws:states:::s3:getObject\","
                                            + "\"ReaderConfig\":{\"InputType\":\"JSONL\"},"
                                            + "\"Arguments\":{\"Bucket\":\"data\",\"Key\":\"in.jsonl\"}},\"ItemSelector\":\"{%"
                                            + " $pad($states.context.Map.Item.Source, 2000) %}\","
                                            + "\"ResultWriter\":{\"Resource\":\"arn:aws:states:::s3:putObject\","
                                            + "\"Arguments\":{\"Bucket\":\"data\",\"Prefix\":\"out\"}},",
                                    "\"B\":{\"Type\":\"Pass\",\"End\":true}")
                            .replace("STANDARD", "EXPRESS"));
            var arn = start(large, "{}");
            var heap = new ArrayList<Long>();
            large.agenda.soon("look at the heap", () -> look(large, arn, heap));
            large.agenda.settle();
            assertThat(large.execution(arn).status()).isEqualTo(Status.SUCCEEDED);
            assertThat(heap).hasSizeGreaterThan(3);
            assertThat(heap.getLast() - heap.get(1)).isLessThan(96L << 20);
            var written = large.buckets
                    .client(Caller.unrestricted())
                    .listObjectsV2(list -> list.bucket("data").prefix("out/"))
                    .contents();
            assertThat(written)
                    .hasSizeGreaterThan(2)
                    .allSatisfy(file -> assertThat(file.size()).isLessThan(6L << 20));
        }
    }

    /** Whenever another fifth of the children is over. */
    private static void look(Stack stack, String arn, List<Long> heap) {
        int ended = stack.workflows.mapRuns(arn).stream()
                .mapToInt(run -> run.counts().ended())
                .sum();
        if (ended >= 2_000 * heap.size()) {
            System.gc();
            heap.add(Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        if (stack.execution(arn).ending().isEmpty()) {
            stack.agenda.soon("look at the heap", () -> look(stack, arn, heap));
        }
    }

    @Test
    void runThatIsCutAgainAndAgainDoesEveryItemOnce() {
        String arn;
        try (var store = Store.in(directory)) {
            var first = Stack.virtual(store, NOW);
            first.machine(
                    Kind.STANDARD,
                    map("\"MaxConcurrency\":2,", "\"B\":{\"Type\":\"Wait\",\"Seconds\":10,\"End\":true}"));
            arn = start(first, "[1,2,3,4,5]");
            first.agenda.settle();
        }
        for (int i = 1; i <= 3; i++) {
            try (var store = Store.in(directory)) {
                var again = Stack.virtual(store, NOW.plusSeconds(10L * i - 5));
                again.workflows.resume();
                again.agenda.advance(Duration.ofSeconds(5));
            }
        }
        try (var store = Store.in(directory)) {
            var last = Stack.virtual(store, NOW.plusSeconds(60));
            last.workflows.resume();
            last.agenda.settle();
            assertThat(last.output(arn)).isEqualTo("[1,2,3,4,5]");
            assertThat(last.workflows.list(Stack.ARN + "/A")).hasSize(5);
        }
    }

    private static String map(String fields, String states) {
        return "\"A\":{\"Type\":\"Map\"," + fields + "\"ItemProcessor\":{\"ProcessorConfig\":{\"Mode\":\"DISTRIBUTED\","
                + "\"ExecutionType\":\"STANDARD\"},\"StartAt\":\"B\",\"States\":{" + states + "}},\"End\":true}";
    }

    private static String of(String kind, String map) {
        return map.replace("\"STANDARD\"", '"' + kind + '"');
    }

    private static String start(Stack stack, String input) {
        return stack.workflows.start(Caller.unrestricted(), Stack.ARN, Optional.of("one"), input);
    }
}
