package com.lifeverse.trigger.schedule.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.json.ShippedFiles;
import com.lifeverse.platform.schema.Schema;
import com.lifeverse.trigger.schedule.Overlap;
import com.lifeverse.trigger.schedule.Schedule;
import com.lifeverse.trigger.schedule.Start;
import com.lifeverse.trigger.spec.About;
import com.lifeverse.trigger.spec.aws.Values;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A schedule's file: what it means, and what it says.
 *
 * @param schedule what the rules work with
 * @param document the file's content, as the API shows it
 */
public record ScheduleFile(Schedule schedule, ObjectNode document) {
    private static final Schema FORM = ShippedFiles.schema("/triggers/schedule.schema.json")
            .orElseThrow(() -> new IllegalStateException("The code comes without the schema of schedules"));
    private static final Duration LONGEST_JITTER = Duration.ofDays(1);

    /** What came of reading a file. */
    public sealed interface Reading {
        /** It has the right form. */
        record Sound(ScheduleFile file) implements Reading {}

        /** It has not; nothing in it was ignored. */
        record Faulty(List<Violation> violations) implements Reading {
            public Faulty {
                violations = List.copyOf(violations);
            }
        }
    }

    /** Reads YAML or JSON. A key that is not known is refused, with its place: nobody should trust a setting that does nothing. */
    public static Reading read(String text) {
        JsonNode document;
        try {
            document = ShippedFiles.yaml(text);
        } catch (JsonProcessingException e) {
            return new Reading.Faulty(List.of(new Violation("", "is not YAML: " + e.getOriginalMessage())));
        }
        var violations = new ArrayList<>(FORM.violations(document));
        if (document.path("start").isObject() && document.path("start").size() != 1) {
            violations.add(new Violation("/start", "must be exactly one of event, workflow"));
        }
        if (!violations.isEmpty() || !(document instanceof ObjectNode object)) {
            return new Reading.Faulty(violations);
        }
        var values = new Values(violations);
        var schedule = schedule(object, values);
        return violations.isEmpty()
                ? new Reading.Sound(new ScheduleFile(schedule, object))
                : new Reading.Faulty(violations);
    }

    /** What was published; empty if this version of the code cannot read it any more. */
    public static Optional<Schedule> known(String document) {
        return switch (document.isEmpty() ? new Reading.Faulty(List.of()) : read(document)) {
            case Reading.Sound(var file) -> Optional.of(file.schedule());
            case Reading.Faulty _ -> Optional.empty();
        };
    }

    private static Schedule schedule(ObjectNode file, Values values) {
        var labels = new ArrayList<String>();
        file.path("labels").forEach(label -> labels.add(label.asText()));
        return new Schedule(
                file.path("schedule").asText(),
                new About(
                        file.path("description").asText(),
                        labels,
                        file.path("owner").asText(),
                        file.path("runbook").asText(),
                        file.path("accessibility").asText()),
                TimesReading.read(file, values),
                values.optional(file.path("jitter"), jitter -> jitter(jitter, values))
                        .orElse(Duration.ZERO),
                Overlap.of(file.path("overlap").asText()).orElse(Overlap.SKIP),
                values.duration(file.path("catchUp"), "/catchUp"),
                start(file.path("start")));
    }

    private static Duration jitter(JsonNode text, Values values) {
        return values.attempt(
                () -> {
                    var jitter = Duration.parse(text.asText());
                    if (jitter.toSeconds() < 1 || jitter.compareTo(LONGEST_JITTER) > 0) {
                        throw new IllegalArgumentException("too short or too long");
                    }
                    return jitter;
                },
                Duration.ZERO,
                "/jitter",
                "must be a span from PT1S to P1D");
    }

    private static Start start(JsonNode start) {
        var event = start.path("event");
        var workflow = start.path("workflow");
        return event.isObject()
                ? new Start.Event(event.path("type").asText(), Json.plain(event.path("payload")))
                : new Start.Workflow(
                        workflow.path("name").asText(),
                        workflow.has("input") ? Json.plain(workflow.path("input")) : Map.of());
    }
}
