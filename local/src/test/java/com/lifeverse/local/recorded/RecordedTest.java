package com.lifeverse.local.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The stack answers as AWS did, in the recorded cases and in the same ones told with other names and numbers. */
@Tag("contracts")
class RecordedTest {
    private static final Path CASES = Path.of("src/test/resources/recorded");

    @TempDir
    private Path elsewhere;

    @Test
    void stackAnswersAsAwsDid() {
        var reports = Recorded.play(CASES);
        assertThat(reports).flatExtracting(KindReport::differences).isEmpty();
        assertThat(reports)
                .extracting(report -> report.kind() + " " + report.passed() + "/" + report.total())
                .containsExactly(
                        "step-functions 84/84",
                        "event-patterns 106/106",
                        "input-transformers 25/25",
                        "event-source-filters 24/24",
                        "schedule-expressions 64/64");
    }

    @Test
    void otherNamesAndNumbersGiveTheSameAnswers() throws IOException {
        for (var file : executions()) {
            write(file.getFileName().toString(), Json.text(Renamed.of(Json.read(Files.readString(file)))));
        }
        var report = Recorded.play(elsewhere).getFirst();
        assertThat(report.differences()).isEmpty();
        assertThat(report.passed()).isEqualTo(84);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void otherWordsAndNumbersGiveTheSameAnswersOfTheOtherKinds(String kind, UnaryOperator<JsonNode> told, int total)
            throws IOException {
        var cases = Recorded.list(CASES.resolve(kind).resolve("cases.json"));
        var list = Json.array();
        cases.forEach(play -> list.add(told.apply(play)));
        assertThat(list).isNotEqualTo(cases);
        Files.createDirectories(elsewhere.resolve(kind));
        Files.writeString(elsewhere.resolve(kind).resolve("cases.json"), Json.text(list));
        var report = Recorded.play(elsewhere).stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseThrow();
        assertThat(report.differences()).isEmpty();
        assertThat(report.passed()).isEqualTo(total);
    }

    static Stream<Arguments> lists() {
        return Stream.of(
                list("event-patterns", Retold::pattern, 106),
                list("input-transformers", Retold::transformer, 25),
                list("event-source-filters", Retold::filter, 24));
    }

    private static Arguments list(String kind, UnaryOperator<JsonNode> told, int total) {
        return Arguments.of(kind, told, total);
    }

    @Test
    void everyRecordedEventCounts() throws IOException {
        for (var file : executions()) {
            var play = (ObjectNode) Json.read(Files.readString(file));
            var history = play.withObject("/expected").withArray("history");
            var last = (ObjectNode) history.get(history.size() - 1);
            last.put("type", "Execution" + (last.path("type").asText().endsWith("Failed") ? "Succeeded" : "Failed"));
            write(file.getFileName().toString(), Json.text(play));
        }
        var report = Recorded.play(elsewhere).getFirst();
        assertThat(report.passed()).isZero();
        assertThat(report.differences())
                .allSatisfy(found -> assertThat(found.pointer()).matches("/expected/history/\\d+/type"));
    }

    @Test
    void kindThatIsMissingHasNoCases() {
        assertThat(Recorded.play(elsewhere)).extracting(KindReport::total).containsOnly(0);
    }

    @Test
    void fileOfUnknownShapeIsToldByItsName() throws IOException {
        write("odd.json", "{\"definition\": {}}");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Recorded.play(elsewhere))
                .withMessageContaining("odd.json");
    }

    private static List<Path> executions() throws IOException {
        try (var files = Files.walk(CASES.resolve("step-functions"))) {
            return files.filter(file -> file.toString().endsWith(".json")).toList();
        }
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(elsewhere.resolve("step-functions"));
        Files.writeString(elsewhere.resolve("step-functions").resolve(name), text);
    }
}
