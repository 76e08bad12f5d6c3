package com.lifeverse.trigger.match.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.json.Json;
import com.lifeverse.trigger.lint.Extent;
import com.lifeverse.trigger.spec.EventField;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("rules")
class RoomTest {
    private static final String SCHEMA = """
            {"type": "object", "properties": {
              "mode": {"type": "string", "enum": ["ranked", "casual", "duel", null]},
              "kind": {"const": "match"},
              "points": {"type": "integer", "minimum": 0, "maximum": 86400},
              "stars": {"type": "integer", "minimum": 1, "maximum": 5},
              "share": {"type": "number", "maximum": 1.5},
              "name": {"type": "string", "maxLength": 5},
              "won": {"type": "boolean"},
              "tags": {"type": "array", "items": {"type": "string", "enum": ["a", "b"]}},
              "either": {"anyOf": [{"const": 1}, {"const": 2}]},
              "deep": {"type": "object", "properties": {"level": {"type": "integer", "enum": [1, 2]}}}}}""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // By the schema.
                "mode       | {}                                    | [casual, duel, ranked] | -Infinity",
                "kind       | {}                                    | [match]                | -Infinity",
                "stars      | {}                                    | [1, 2, 3, 4, 5]        | 5",
                "won        | {}                                    | [false, true]          | -Infinity",
                "deep.level | {}                                    | [1, 2]                 | 2",
                "points     | {}                                    | any                    | 86400",
                "share      | {}                                    | any                    | 1.5",
                "tags       | {}                                    | []                     | -Infinity",
                "tags.id    | {}                                    | []                     | -Infinity",
                // By the pattern.
                "mode       | {'mode': ['duel']}                    | [duel]                 | -Infinity",
                "mode       | {'mode': [{'anything-but': 'duel'}]}  | [casual, ranked]       | -Infinity",
                "name       | {'name': ['ann', 'ben', 'far too long']} | [ann, ben]          | -Infinity",
                "stars      | {'stars': [{'numeric': ['>', 3.5]}]}  | [4, 5]                 | 5",
                "points     | {'points': [{'numeric': ['<', 100, '>', 98]}]} | [100, 98, 99] | 100",
                "points     | {'points': [7, 9]}                    | [7, 9]                 | 9",
                "points     | {'points': [{'numeric': ['<', 5000]}]} | any                   | 5000",
                "new        | {'name': ['ann'], 'mode': ['nothing']} | []                    | -Infinity",
                // What is not known.
                "name       | {}                                    | any                    | Infinity",
                "name       | {'name': [{'prefix': 'a'}]}           | any                    | Infinity",
                "either     | {}                                    | any                    | Infinity",
                "new        | {}                                    | any                    | Infinity",
                "deep.new   | {}                                    | any                    | Infinity",
                "mode       | {'$or': [{'mode': ['duel']}, {'won': [true]}]} | [casual, duel, ranked] | -Infinity",
            })
    void fieldHasRoomForWhatSchemaAndPatternLetBy(String field, String payload, String values, double most)
            throws Exception {
        var extent = of("payload." + field, payload);

        assertThat(extent.values().map(all -> new TreeSet<>(all).toString()).orElse("any"))
                .isEqualTo(values);
        assertThat(extent.most()).isEqualTo(most);
    }

    @ParameterizedTest
    @CsvSource({"deduplicationId", "playerId"})
    void whatIsAroundAPayloadIsAnyText(String field) throws Exception {
        assertThat(of(field, "{}")).isEqualTo(Extent.UNKNOWN);
    }

    private static Extent of(String field, String payload) throws Exception {
        var when = Json.plain(
                Json.read("{'detail': {'payload': %s}}".formatted(payload).replace('\'', '"')));
        return Room.of("match.ended.v1", when, new EventField(field), Json.read(SCHEMA));
    }
}
