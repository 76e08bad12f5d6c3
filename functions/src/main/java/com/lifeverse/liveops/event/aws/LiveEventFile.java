package com.lifeverse.liveops.event.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.liveops.calendar.EventCalendar;
import com.lifeverse.liveops.event.Audience;
import com.lifeverse.liveops.event.ClientVersions;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.event.LiveEvent.About;
import com.lifeverse.liveops.event.LiveEvent.Admission;
import com.lifeverse.liveops.event.LiveEvent.Edge;
import com.lifeverse.liveops.event.LiveEvent.Message;
import com.lifeverse.liveops.event.LiveEvent.Objectives;
import com.lifeverse.liveops.event.LiveEvent.Progress;
import com.lifeverse.liveops.event.LiveEvent.Reward;
import com.lifeverse.liveops.event.LiveEvent.Values;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.json.ShippedFiles;
import com.lifeverse.platform.schema.Schema;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A live event's file: what it means, and what it says.
 *
 * @param event what the rules work with
 * @param document the file's content, as the API shows it
 */
public record LiveEventFile(LiveEvent event, ObjectNode document) {
    private static final Schema FORM = ShippedFiles.schema("/live-events/live-event.schema.json")
            .orElseThrow(() -> new IllegalStateException("The code comes without the schema of live events"));

    /** A language as players' settings have it: {@code en}, {@code pt-BR}. */
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}(-[A-Z]{2})?");

    private static final Pattern FLAG = Pattern.compile("[a-z][a-zA-Z0-9]*(\\.[a-z][a-zA-Z0-9]*)*");

    private static final Duration FARTHEST = Duration.ofDays(30);

    /** What came of reading a file. */
    public sealed interface Reading {
        /** It has the right form. */
        record Sound(LiveEventFile file) implements Reading {}

        /** It has not; nothing in it was ignored. */
        record Faulty(List<Violation> violations) implements Reading {
            public Faulty {
                violations = List.copyOf(violations);
            }
        }
    }

    /** Reads YAML or JSON. A key that is not known is refused, with its place: nobody should trust a setting that does nothing. */
    public static Reading read(String text) {
        try {
            return read(ShippedFiles.yaml(text));
        } catch (JsonProcessingException e) {
            return new Reading.Faulty(List.of(new Violation("", "is not YAML: " + e.getOriginalMessage())));
        }
    }

    /** As the other, of what has been read already. */
    public static Reading read(JsonNode document) {
        return switch (kept(document)) {
            case Reading.Sound(var file) -> {
                var violations = new ArrayList<Violation>();
                CalendarReading.bounds(document, file.event().calendar(), violations);
                yield violations.isEmpty() ? new Reading.Sound(file) : new Reading.Faulty(violations);
            }
            case Reading.Faulty faulty -> faulty;
        };
    }

    /** What was taken once: it may have what nobody could save any more, such as an event of the year 1. */
    public static Reading kept(JsonNode document) {
        var violations = new ArrayList<>(FORM.violations(document));
        keys(document, "/title", LANGUAGE, violations);
        keys(document, "/text", LANGUAGE, violations);
        keys(document, "/overrides", FLAG, violations);
        keys(document, "/fallback/overrides", FLAG, violations);
        for (int at = 0; at < document.at("/experiment/variants").size(); at++) {
            keys(document, "/experiment/variants/" + at + "/overrides", FLAG, violations);
        }
        TrialReading.check(document, violations);
        content(document, violations);
        offsets(document, violations);
        var calendar = CalendarReading.of(document, violations);
        var admission = AdmissionReading.of(document, violations);
        return violations.isEmpty() && calendar.isPresent() && document instanceof ObjectNode object
                ? new Reading.Sound(new LiveEventFile(event(object, calendar.get(), admission), object))
                : new Reading.Faulty(violations);
    }

    private static void keys(JsonNode document, String pointer, Pattern form, List<Violation> violations) {
        document.at(pointer).fieldNames().forEachRemaining(name -> {
            if (!form.matcher(name).matches()) {
                violations.add(new Violation(
                        pointer + "/" + name.replace("~", "~0").replace("/", "~1"),
                        "must have a name that matches " + form));
            }
        });
    }

    private static void content(JsonNode document, List<Violation> violations) {
        var type = document.path("type").asText();
        var schema = ShippedFiles.schema("/live-events/types/" + type.replaceAll("[^a-z-]", "") + ".schema.json");
        schema.ifPresentOrElse(
                form -> violations.addAll(form.violations(
                        document.has("content") ? document.path("content") : Json.object(), "/content")),
                () -> violations.add(new Violation("/type", "has no schema in live-events/types")));
    }

    private static LiveEvent event(ObjectNode file, EventCalendar calendar, Admission admission) {
        var clients = file.path("clientVersions");
        return new LiveEvent(
                file.path("event").asText(),
                new About(
                        file.path("type").asText(),
                        map(file.path("title")),
                        map(file.path("text")),
                        texts(file.path("labels")),
                        file.path("owner").asText(),
                        texts(file.path("escalation")),
                        file.path("runbook").asText(),
                        file.path("accessibility").asText()),
                calendar,
                audience(file.path("audience")),
                new ClientVersions(optional(clients.path("from")), optional(clients.path("below"))),
                new Values(
                        new TreeMap<>(plain(file.path("overrides"))),
                        new TreeMap<>(plain(file.at("/fallback/overrides"))),
                        TrialReading.experiment(file),
                        TrialReading.ramp(file)),
                new Objectives(
                        optional(file.at("/progress/trigger"))
                                .map(trigger -> new Progress(
                                        trigger,
                                        file.at("/progress/scope").asText().equals("global"))),
                        admission,
                        stream(file.path("rewards")).map(LiveEventFile::reward).toList(),
                        stream(file.path("messages"))
                                .map(LiveEventFile::message)
                                .toList()),
                texts(file.path("requires")),
                file.at("/capacity/peakFactor").asDouble(1),
                plain(file.path("content")));
    }

    private static Audience audience(JsonNode audience) {
        return new Audience(
                stream(audience.path("include")).map(LiveEventFile::plain).toList(),
                stream(audience.path("exclude")).map(LiveEventFile::plain).toList(),
                audience.path("percent").asInt(100));
    }

    private static Reward reward(JsonNode reward) {
        return new Reward(
                reward.path("tier").asInt(),
                reward.path("at").asLong(),
                reward.at("/grant/item").asText(),
                reward.at("/grant/amount").asInt());
    }

    private static Message message(JsonNode message) {
        return new Message(
                message.path("at").asText().equals("end") ? Edge.END : Edge.START,
                Duration.parse(message.path("offset").asText("PT0S")),
                message.path("message").asText());
    }

    /** The form knows letters and not their order: {@code -PT} is no time. */
    private static void offsets(JsonNode document, List<Violation> violations) {
        for (int at = 0; at < document.path("messages").size(); at++) {
            var pointer = "/messages/%d/offset".formatted(at);
            if (!isOffset(document.at(pointer).asText("PT0S"))) {
                violations.add(new Violation(pointer, "must be a time such as PT1H or -PT1H, of 30 days at most"));
            }
        }
    }

    private static boolean isOffset(String text) {
        try {
            return Duration.parse(text).abs().compareTo(FARTHEST) <= 0;
        } catch (DateTimeParseException none) {
            return false;
        }
    }

    private static Map<String, Object> plain(JsonNode object) {
        return object.isMissingNode() ? Map.of() : Json.plain(object);
    }

    /** What is no text is none: the lint says so, and what was saved before it did stays readable. */
    private static SortedMap<String, String> map(JsonNode texts) {
        var map = new TreeMap<String, String>();
        texts.properties()
                .forEach(entry -> map.put(
                        entry.getKey(),
                        entry.getValue().isTextual() ? entry.getValue().asText() : ""));
        return map;
    }

    private static List<String> texts(JsonNode array) {
        return stream(array).map(JsonNode::asText).toList();
    }

    private static Optional<String> optional(JsonNode text) {
        return text.isMissingNode() ? Optional.empty() : Optional.of(text.asText());
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
