package com.lifeverse.platform.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.events.EventFolders;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.json.Json;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our validator against a complete one, on documents that were right before something happened to them. */
@Tag("contracts")
class SchemaAgreementTest {
    private static final int MUTANTS = 1_500;
    /** Our ids are names; the other validator resolves them against an address. */
    private static final SchemaLocation BASE = SchemaLocation.of("https://lifeverse.example/");

    private static final long SEED = 20_261_120L;

    record Subject(String name, JsonNode schema, List<JsonNode> samples) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Subject> subjects() throws JsonProcessingException {
        var subjects = new ArrayList<Subject>();
        for (var type : EventFolders.types()) {
            var payloads = EventFolders.samples(type).stream()
                    .map(file -> EventFolders.json(file).at("/detail/payload"))
                    .toList();
            subjects.add(new Subject(type, EventFolders.schema(type), payloads));
        }
        var triggers = EventFolders.PROJECT.resolve("triggers");
        subjects.add(new Subject(
                "triggers",
                EventFolders.json(triggers.resolve("trigger.schema.json")),
                List.of(EventFolders.yaml(triggers.resolve("first-win-of-the-day.yaml")))));
        subjects.add(everyKeyword());
        return subjects;
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void agreesWithACompleteValidatorOnMutatedSamples(Subject subject) {
        var ours = Schema.compile(subject.schema());
        var theirs = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(BASE, subject.schema().toString(), InputFormat.JSON);
        var random = new Random(SEED);
        var mutation = new JsonMutation(random, subject.schema());
        int wrong = 0;
        for (int round = 0; round < MUTANTS; round++) {
            var sample = subject.samples().get(round % subject.samples().size());
            var mutant = round < subject.samples().size() ? sample : mutation.of(sample);
            var expected = new TreeSet<String>();
            theirs.validate(
                            mutant.toString(),
                            InputFormat.JSON,
                            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                    .forEach(error -> expected.add(place(error)));

            assertThat(places(ours.violations(mutant)))
                    .as("%s, seed %d, round %d: %s", subject, SEED, round, mutant)
                    .isEqualTo(expected);
            wrong += expected.isEmpty() ? 0 : 1;
        }
        // Otherwise the mutations are too tame or too wild to show anything.
        assertThat(wrong).isBetween(MUTANTS / 10, MUTANTS * 99 / 100);
    }

    private static Set<String> places(List<Violation> violations) {
        var places = new TreeSet<String>();
        violations.forEach(violation -> places.add(violation.pointer()));
        return places;
    }

    // Of a missing or a superfluous property the other validator names the object and the property, we the property's
    // place.
    private static String place(com.networknt.schema.Error error) {
        var at = error.getInstanceLocation().toString();
        return switch (String.valueOf(error.getKeyword())) {
            case "required", "additionalProperties" -> Rule.below(at, String.valueOf(error.getProperty()));
            default -> at;
        };
    }

    private static Subject everyKeyword() throws JsonProcessingException {
        var schema = Json.read("""
                {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "every-keyword", "type": "object",
                 "required": ["on", "at"], "additionalProperties": false, "properties": {
                   "on": {"type": "boolean"}, "nothing": {"type": "null"}, "at": {"type": "string", "format": "date-time"},
                   "ratio": {"type": "number", "minimum": -0.5, "maximum": 1.5}, "fixed": {"const": {"a": [1, 2.0]}},
                   "choice": {"enum": ["a", 1, null, true]}, "loose": {"minLength": 2, "minimum": 3, "minItems": 1},
                   "list": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "integer"}},
                   "code": {"type": "string", "minLength": 2, "maxLength": 4, "pattern": "[a-c]+"}}}""");
        var sample = Json.read("""
                {"on": true, "nothing": null, "at": "2026-11-20T18:42:07Z", "ratio": 0.25, "fixed": {"a": [1.0, 2]},
                 "choice": 1.0, "loose": "ab", "list": [1, 2.0], "code": "abc"}""");
        return new Subject("every keyword", schema, List.of(sample));
    }
}
