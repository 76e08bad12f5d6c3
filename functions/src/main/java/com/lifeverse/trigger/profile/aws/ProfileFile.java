package com.lifeverse.trigger.profile.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.schema.Schema;
import com.lifeverse.trigger.profile.ProfileForm;
import com.lifeverse.trigger.spec.aws.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What profiles can say, as {@code events/profile.yaml} declares it. */
public final class ProfileFile {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST = 32;

    private ProfileFile() {}

    /** What came of reading it. */
    public sealed interface Reading {
        /** It has the right form. */
        record Sound(ProfileForm form) implements Reading {}

        /** It has not; nothing in it was ignored. */
        record Faulty(List<Violation> violations) implements Reading {
            public Faulty {
                violations = List.copyOf(violations);
            }
        }
    }

    /** Reads YAML or JSON. */
    public static Reading read(String text) {
        JsonNode document;
        try {
            document = Resources.yaml(text);
        } catch (JsonProcessingException e) {
            return new Reading.Faulty(List.of(new Violation("", "is not YAML: " + e.getOriginalMessage())));
        }
        var violations = new ArrayList<>(schema().violations(document));
        if (!violations.isEmpty()) {
            return new Reading.Faulty(violations);
        }
        var tags = names("tags", document, violations);
        var counters = names("counters", document, violations);
        if (tags.size() + counters.size() > ProfileForm.MOST) {
            violations.add(new Violation("", "declares more than %d tags and counters".formatted(ProfileForm.MOST)));
        }
        var projections = new ProjectionReading(tags, counters, violations).read(document.path("projections"));
        return violations.isEmpty()
                ? new Reading.Sound(new ProfileForm(tags, counters, projections))
                : new Reading.Faulty(violations);
    }

    /**
     * The one that comes with the code.
     *
     * @throws IllegalStateException if it has not the right form; tests see to it that it has
     */
    public static ProfileForm shipped() {
        return switch (read(Resources.required("/events/profile.yaml"))) {
            case Reading.Sound(var form) -> form;
            case Reading.Faulty(var violations) ->
                throw new IllegalStateException("events/profile.yaml has not the right form: " + violations);
        };
    }

    private static SortedSet<String> names(String kind, JsonNode document, List<Violation> violations) {
        var names = new TreeSet<String>();
        document.path(kind).properties().forEach(declared -> {
            var pointer = "/" + kind + "/" + declared.getKey();
            if (!NAME.matcher(declared.getKey()).matches() || declared.getKey().length() > LONGEST) {
                violations.add(new Violation(
                        pointer, "must be lower-case words joined by hyphens, %d letters at most".formatted(LONGEST)));
            }
            if (!declared.getValue().isObject()
                    || !Set.of("meaning").equals(members(declared.getValue()))
                    || declared.getValue().path("meaning").asText().isBlank()) {
                violations.add(new Violation(pointer, "must say its meaning and nothing else"));
            }
            names.add(declared.getKey());
        });
        return names;
    }

    private static Set<String> members(JsonNode object) {
        var members = new TreeSet<String>();
        object.fieldNames().forEachRemaining(members::add);
        return members;
    }

    private static Schema schema() {
        try {
            return Schema.compile(Json.read(Resources.required("/events/profile.schema.json")));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The schema of profiles cannot be read", e);
        }
    }
}
