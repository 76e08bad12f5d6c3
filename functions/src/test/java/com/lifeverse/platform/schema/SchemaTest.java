package com.lifeverse.platform.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.json.Json;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("rules")
class SchemaTest {
    @Test
    void everyViolationIsReportedWithItsPlace() {
        var schema = """
                {"type": "object", "required": ["name", "a/b"], "properties": {
                   "name": {"type": "string", "maxLength": 3},
                   "scores": {"type": "array", "items": {"type": "integer", "minimum": 0}}}}""";

        assertThat(violations(schema, "{\"name\": \"Joanna\", \"scores\": [1, -1, \"x\"]}"))
                .containsExactly(
                        new Violation("/a~1b", "is required"),
                        new Violation("/name", "must have at most 3 characters"),
                        new Violation("/scores/1", "must be at least 0"),
                        new Violation("/scores/2", "must be an integer"));
    }

    @Test
    void placesBeginWhereTheValueStandsInItsDocument() throws JsonProcessingException {
        var schema = Schema.compile(Json.read("{\"required\": [\"mode\"]}"));

        assertThat(schema.violations(Json.read("{}"), "/payload"))
                .containsExactly(new Violation("/payload/mode", "is required"));
    }

    @Test
    void unknownPropertiesPassUnlessTheSchemaIsClosed() {
        var open = "{\"type\": \"object\", \"properties\": {\"a\": {}}}";
        var closed = "{\"type\": \"object\", \"properties\": {\"a\": {}}, \"additionalProperties\": false}";

        assertThat(violations(open, "{\"a\": 1, \"b\": 2}")).isEmpty();
        assertThat(violations(closed, "{\"a\": 1, \"b\": 2}"))
                .containsExactly(new Violation("/b", "is not known here"));
    }

    @Test
    void lengthsCountCharactersNotUnits() {
        assertThat(violations("{\"maxLength\": 1}", "\"\uD83C\uDFC6\"")).isEmpty();
        assertThat(violations("{\"minLength\": 2}", "\"\uD83C\uDFC6\"")).hasSize(1);
    }

    @Test
    void numbersAreComparedByValue() {
        assertThat(violations("{\"const\": 1}", "1.0")).isEmpty();
        assertThat(violations("{\"enum\": [1.50]}", "1.5")).isEmpty();
        assertThat(violations("{\"type\": \"integer\"}", "3.0")).isEmpty();
        assertThat(violations("{\"type\": \"integer\"}", "3.5")).hasSize(1);
        assertThat(violations("{\"maximum\": 9007199254740992}", "9007199254740993"))
                .hasSize(1);
    }

    @Test
    void numberThatTheParserCouldNotHoldIsNone() {
        assertThat(violations("{\"type\": \"number\"}", "1e999")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-20T18:42:07Z", "2026-11-20t18:42:07.123456789z", "2024-02-29T00:00:00+05:45"})
    void timesOfRfc3339AreTimes(String time) {
        assertThat(violations("{\"format\": \"date-time\"}", "\"" + time + "\""))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-20",
                "2026-11-20T18:42Z",
                "2026-11-20T18:42:07",
                "2026-11-20 18:42:07Z",
                "2025-02-29T00:00:00Z",
                "2026-11-20T24:00:00Z",
                "2026-11-20T18:42:60Z",
                "+12026-11-20T18:42:07Z"
            })
    void everythingElseIsNoTime(String time) {
        assertThat(violations("{\"format\": \"date-time\"}", "\"" + time + "\""))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"oneOf\": []} | /oneOf: the keyword oneOf is not supported",
                "{\"properties\": {\"a\": {\"$ref\": \"#\"}}} | /properties/a/$ref: the keyword $ref is not supported",
                "{\"type\": [\"string\", \"null\"]} | /type: type must be one name; a list of types is not supported",
                "{\"type\": \"float\"} | /type: there is no type float",
                "{\"format\": \"email\"} | /format: the format email is not supported",
                "{\"additionalProperties\": true} | /additionalProperties: additionalProperties is supported as false only",
                "{\"items\": true} | /items: a schema must be an object",
                "{\"minItems\": -1} | /minItems: must be an integer, not negative",
                "{\"pattern\": \"(\"} | /pattern: pattern is not a regular expression: Unclosed group",
                "{\"$schema\": \"http://json-schema.org/draft-07/schema#\"} | /$schema: only https://json-schema.org/draft/2020-12/schema is supported"
            })
    void whatIsOutsideTheSubsetIsRefusedByName(String schema, String message) {
        assertThatThrownBy(() -> Schema.compile(Json.read(schema)))
                .isInstanceOf(UnsupportedSchema.class)
                .hasMessage(message);
    }

    private static List<Violation> violations(String schema, String document) {
        try {
            return Schema.compile(Json.read(schema)).violations(Json.read(document));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
