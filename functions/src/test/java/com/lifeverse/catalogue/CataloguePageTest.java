package com.lifeverse.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.events.EventFolders;
import com.lifeverse.trigger.profile.Projection;
import com.lifeverse.trigger.profile.aws.ProfileFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/catalogue.md} to the files of events, triggers and workflows: whoever has a name finds who answers for it. */
@Tag("contracts")
final class CataloguePageTest {
    private static final Path PAGE = EventFolders.PROJECT.resolve("docs/catalogue.md");

    @Test
    void thePageIsWhatTheFilesSay() throws IOException {
        assertThat(Files.readString(PAGE))
                .as("docs/catalogue.md should be:%n%s", page())
                .isEqualTo(page());
    }

    @Test
    void everyWorkflowSaysWhatItDoesAndWhoAnswersForIt() {
        assertThat(workflows()).allSatisfy(folder -> {
            var about = EventFolders.yaml(folder.resolve("workflow.yaml"));
            assertThat(about.fieldNames())
                    .toIterable()
                    .filteredOn(name -> !name.startsWith("startedBy") && !name.equals("operators"))
                    .containsExactly("summary", "owner", "escalation");
            assertThat(about.path("summary").asText()).endsWith(".");
            assertThat(about.path("escalation")).isNotEmpty();
        });
    }

    private static String page() {
        var text = new StringBuilder("""
                # Catalogue

                Every event, trigger, schedule and workflow with who answers for it. Made from `events/`, `triggers/` and `statemachines/`; a test keeps
                them equal. What is in force on a stage at the moment is shown by `GET /v1/triggers`, `GET /v1/schedules` and `./dev triggers diff triggers`.

                ## Triggers

                | trigger | what it does | hears | does | labels | owner | runbook |
                | --- | --- | --- | --- | --- | --- | --- |
                """);
        triggers().forEach(file -> trigger(text, EventFolders.yaml(file)));
        text.append("""

                ## Schedules

                | schedule | what it does | when | starts | labels | owner | runbook |
                | --- | --- | --- | --- | --- | --- | --- |
                """);
        schedules().forEach(file -> schedule(text, EventFolders.yaml(file)));
        text.append("""

                ## Events

                | event | what it means | told by | heard by | owner | escalation |
                | --- | --- | --- | --- | --- | --- |
                """);
        for (var type : EventFolders.types()) {
            var about = EventFolders.about(type);
            row(
                    text,
                    "[`%1$s`](../events/%1$s/schema.json)".formatted(type),
                    about.path("summary").asText(),
                    names(about.path("producers")),
                    names(about.path("consumers")),
                    about.path("owner").asText(),
                    names(about.path("escalation")));
        }
        profile(text);
        text.append("""

                ## Workflows

                | workflow | what it does | triggers may start it | schedules may | owner | escalation |
                | --- | --- | --- | --- | --- | --- |
                """);
        for (var folder : workflows()) {
            var about = EventFolders.yaml(folder.resolve("workflow.yaml"));
            row(
                    text,
                    "[`%1$s`](../statemachines/%1$s/README.md)".formatted(folder.getFileName()),
                    about.path("summary").asText(),
                    about.path("startedByTriggers").asBoolean() ? "yes" : "no",
                    about.path("startedBySchedules").asBoolean() ? "yes" : "no",
                    about.path("owner").asText(),
                    names(about.path("escalation")));
        }
        return text.toString();
    }

    private static void trigger(StringBuilder text, JsonNode trigger) {
        var runbook = trigger.path("runbook").asText();
        row(
                text,
                "[`%1$s`](../triggers/%1$s.yaml)"
                        .formatted(trigger.path("trigger").asText()),
                trigger.path("description").asText(),
                names(trigger.at("/when/detail-type")),
                trigger.path("effects")
                        .valueStream()
                        .map(effect -> effect.fieldNames().next())
                        .collect(Collectors.joining(", ")),
                names(trigger.path("labels")),
                trigger.path("owner").asText(),
                "[%1$s](%1$s)".formatted(runbook));
    }

    private static void profile(StringBuilder text) {
        var about = EventFolders.yaml(EventFolders.PROJECT.resolve("events/profile.yaml"));
        text.append("""

                ## What profiles say

                Beside platform, region, locale, level and cohort.

                | name | what it means | kept from |
                | --- | --- | --- |
                """);
        for (var kind : List.of("tags", "counters")) {
            for (var declared : about.path(kind).properties()) {
                var name = kind + "." + declared.getKey();
                var from = ProfileFile.shipped().projections().stream()
                        .filter(projection -> projection.sources().stream()
                                .anyMatch(source -> source.name().equals(name)))
                        .map(Projection::from)
                        .distinct()
                        .collect(Collectors.joining(", "));
                row(
                        text,
                        "[`%s`](../events/profile.yaml)".formatted(name),
                        declared.getValue().path("meaning").asText(),
                        from.isEmpty() ? "effects" : from);
            }
        }
    }

    private static void schedule(StringBuilder text, JsonNode schedule) {
        var runbook = schedule.path("runbook").asText();
        var event = schedule.at("/start/event/type").asText();
        row(
                text,
                "[`%1$s`](../triggers/schedules/%1$s.yaml)"
                        .formatted(schedule.path("schedule").asText()),
                schedule.path("description").asText(),
                "%s, %s"
                        .formatted(
                                names(schedule.path("times")),
                                schedule.path("zone").asText("UTC")),
                event.isEmpty() ? schedule.at("/start/workflow/name").asText() : event,
                names(schedule.path("labels")),
                schedule.path("owner").asText(),
                "[%1$s](%1$s)".formatted(runbook));
    }

    private static List<Path> schedules() {
        return EventFolders.list(EventFolders.PROJECT.resolve("triggers").resolve("schedules")).stream()
                .filter(file -> file.toString().endsWith(".yaml"))
                .sorted()
                .toList();
    }

    private static List<Path> triggers() {
        return EventFolders.list(EventFolders.PROJECT.resolve("triggers")).stream()
                .filter(file -> file.toString().endsWith(".yaml"))
                .sorted()
                .toList();
    }

    private static List<Path> workflows() {
        return EventFolders.list(EventFolders.PROJECT.resolve("statemachines")).stream()
                .filter(Files::isDirectory)
                .sorted()
                .toList();
    }

    private static void row(StringBuilder text, String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String names(JsonNode list) {
        return list.isEmpty()
                ? "nobody"
                : list.valueStream().map(JsonNode::asText).collect(Collectors.joining(", "));
    }
}
