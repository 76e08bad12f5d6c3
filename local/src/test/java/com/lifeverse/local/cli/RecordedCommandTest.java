package com.lifeverse.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@Tag("contracts")
final class RecordedCommandTest {
    private static final String CASE = """
            [{"test": "test_dynamodb_event_filter[x]", "filter": {"eventName": ["REMOVE"]}, "calls": 1,
              "item_to_put1": {"id": {"S": "1"}}, "item_to_put2": {"id": {"S": "1"}}}]""";

    @TempDir
    private Path directory = Path.of(".");

    @Test
    void itsDocumentIsAsEveryCommandsAndHasKindsAndDifferencesBeside() {
        var document = played(0);
        assertThat(names(document)).containsExactly("command", "ok", "result", "findings", "kinds", "differences");
        assertThat(document.path("command").asText()).isEqualTo("recorded");
        assertThat(document.path("ok").asBoolean()).isTrue();
        assertThat(document.path("kinds").size()).isEqualTo(5);
        assertThat(names(document.path("kinds").path(0))).containsExactly("kind", "passed", "total");
    }

    @Test
    void aDifferenceIsAFindingToo() throws IOException {
        Files.createDirectories(directory.resolve("event-source-filters"));
        Files.writeString(directory.resolve("event-source-filters/cases.json"), CASE);
        var document = played(1);
        assertThat(document.path("ok").asBoolean()).isFalse();
        assertThat(names(document.path("differences").path(0)))
                .containsExactly("kind", "case", "pointer", "expected", "actual");
        assertThat(document.path("findings").size())
                .isEqualTo(document.path("differences").size());
        assertThat(document.path("findings").path(0).path("code").asText()).isEqualTo("event-source-filters");
    }

    private JsonNode played(int exit) {
        var out = new StringWriter();
        var command = new CommandLine(new RecordedCommand()).setOut(new PrintWriter(out));
        assertThat(command.execute("--json", "--dir", directory.toAbsolutePath().toString()))
                .isEqualTo(exit);
        return Json.read(out.toString());
    }

    private static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
