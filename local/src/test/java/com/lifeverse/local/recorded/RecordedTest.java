package com.lifeverse.local.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.junit.jupiter.params.provider.CsvSource;
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
    void numberedNameStandsForTheSameTextAllThroughAFile() throws IOException {
        var file = executions().stream()
                .filter(each -> each.toString().contains("non_dict_STR_LIT"))
                .findFirst()
                .orElseThrow();
        assertThat(withNames(file, "<made:1>", "<made:1>")).isEmpty();
        assertThat(withNames(file, "<made:1>", "<made:2>"))
                .singleElement()
                .satisfies(found -> assertThat(found.pointer()).contains("executionSucceededEventDetails"));
    }

    /** The same case in which the output, and the history's word of it, are hidden behind names. */
    private List<Difference> withNames(Path file, String output, String ofHistory) throws IOException {
        var play = (ObjectNode) Json.read(Files.readString(file));
        var expected = play.withObject("/expected").put("output", output);
        var history = expected.withArray("history");
        ((ObjectNode) history.get(history.size() - 1).path("executionSucceededEventDetails"))
                .put("output", "\"" + ofHistory + "\"");
        write("named.json", Json.text(play));
        return Recorded.play(elsewhere).getFirst().differences();
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            event-patterns/cases.json          | [
            event-patterns/cases.json          | {"cases": 1}
            event-patterns/cases.json          | ["case"]
            event-patterns/cases.json          | [{"pattern": {}, "event": {}}]
            input-transformers/cases.json      | [{"event": {}, "inputPath": "$"}]
            input-transformers/cases.json      | [{"event": {}, "deliveredBody": {}}]
            input-transformers/cases.json      | [{"event": 1, "inputPath": "$", "deliveredBody": {}}]
            event-source-filters/cases.json    | [{"test": "test_other[x]"}]
            event-source-filters/cases.json    | [{"test": "test_sqs_invalid_event_filter[x]"}]
            schedule-expressions/validity.json | []
            schedule-expressions/validity.json | {"valid": {"rule": [1]}}
            schedule-expressions/validity.json | {"invalid": {"rule": {"expressions": ["x"]}}}
            step-functions/a.json              | {"definition": {"StartAt": "A"}, "input": {}}
            step-functions                     | a file where a folder should be
            event-patterns                     | a file where a folder should be
            """)
    void whatIsOfNoKnownShapeIsNotPassedOver(String name, String text) throws IOException {
        var file = elsewhere.resolve(name.strip());
        Files.createDirectories(file.getParent());
        Files.writeString(file, text.strip());
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Recorded.play(elsewhere))
                .withMessageContaining(elsewhere.toString());
    }

    @Test
    void fileThatCannotBeReadIsNotMissing() throws IOException {
        Files.createDirectories(elsewhere.resolve("event-patterns"));
        Files.createSymbolicLink(elsewhere.resolve("event-patterns/cases.json"), elsewhere.resolve("gone"));
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> Recorded.play(elsewhere))
                .withMessageContaining("cases.json");
    }

    @Test
    void differencesAreNamedByFileOrIndexAndPlace() throws IOException {
        kind("event-patterns/cases.json", """
                [{"name": "a", "pattern": {"source": ["x"]}, "event": {"id": "1", "source": "x", "detail-type": "d",
                  "account": "1", "region": "r", "time": "t"}, "outcome": "MATCH"},
                 {"name": "b", "pattern": {}, "event": {}, "outcome": "MATCH"}]""");
        kind("schedule-expressions/validity.json", """
                {"valid": {"rule": ["rate(1 minute)", "rate(1 minutes)"]}, "invalid": {"rule":
                 {"error": "ValidationException", "message": "Parameter ScheduleExpression is not valid.",
                  "expressions": ["rate(1 minute)"]}}}""");
        kind("input-transformers/cases.json", """
                [{"event": {"time": "<time>", "date": "date"}, "inputPath": "$",
                  "deliveredBody": {"time": "date", "date": "date"}},
                 {"event": {"time": "<time>"}, "inputPath": "$.time", "deliveredBody": "\\"dated\\""}]""");
        var reports = Recorded.play(elsewhere);
        assertThat(reports)
                .extracting(report -> report.passed() + "/" + report.total())
                .containsExactly("0/0", "1/2", "1/2", "0/0", "1/3");
        assertThat(reports)
                .flatExtracting(KindReport::differences)
                .extracting(found -> found.caseName() + " " + found.pointer())
                .containsExactly(
                        "1 /outcome",
                        "1 /deliveredBody",
                        "schedule-expressions/validity.json /valid/rule/1",
                        "schedule-expressions/validity.json /invalid/rule/expressions/0");
    }

    private void kind(String name, String text) throws IOException {
        Files.createDirectories(elsewhere.resolve(name).getParent());
        Files.writeString(elsewhere.resolve(name), text);
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
