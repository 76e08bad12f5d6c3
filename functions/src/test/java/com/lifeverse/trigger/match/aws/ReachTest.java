package com.lifeverse.trigger.match.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("rules")
class ReachTest {
    private static final String SCHEMA = """
            {"type": "object", "properties": {
              "mode": {"type": "string", "enum": ["ranked", "casual"]},
              "points": {"type": "integer", "minimum": 0, "maximum": 100},
              "name": {"type": "string", "maxLength": 5},
              "won": {"type": "boolean"},
              "tags": {"type": "array", "items": {"type": "string", "enum": ["a", "b"]}},
              "strict": {"type": "object", "additionalProperties": false, "properties": {"known": {"type": "string"}}}}}""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // What the schema has no room for.
                "{'mode': ['tournament']}                    | {}                          | detail.payload.mode",
                "{'mode': [{'prefix': 't'}]}                 | {}                          | detail.payload.mode",
                "{'mode': [{'anything-but': ['ranked', 'casual']}]} | {}                   | detail.payload.mode",
                "{'mode': [5]}                               | {}                          | detail.payload.mode",
                "{'points': [101]}                           | {}                          | detail.payload.points",
                "{'points': ['many']}                        | {}                          | detail.payload.points",
                "{'points': [{'numeric': ['>', 100.5]}]}     | {}                          | detail.payload.points",
                "{'name': ['far too long']}                  | {}                          | detail.payload.name",
                "{'name': [{'numeric': ['>', 1]}]}           | {}                          | detail.payload.name",
                "{'won': ['true']}                           | {}                          | detail.payload.won",
                "{'strict': {'unknown': ['x']}}              | {}                          | detail.payload.strict.unknown",
                // What two patterns do not both have room for.
                "{'mode': ['ranked']}                        | {'mode': ['casual']}        | detail.payload.mode",
                "{'name': ['ann']}                           | {'name': [{'prefix': 'b'}]} | detail.payload.name",
                "{'points': [{'numeric': ['<', 10]}]}        | {'points': [{'numeric': ['>', 20]}]} | detail.payload.points",
                "{'new': ['x']}                              | {'new': ['y']}              | detail.payload.new",
                // What may be.
                "{'mode': ['ranked', 'tournament']}          | {'mode': [{'anything-but': 'casual'}]} |",
                "{'points': [{'numeric': ['>=', 100]}]}      | {'points': [100]}           |",
                "{'name': [{'wildcard': 'a*'}]}              | {'name': [{'suffix': 'b'}]} |",
                "{'won': [true]}                             | {'won': [{'exists': true}]} |",
                "{'tags': ['a']}                             | {'tags': ['b']}             |",
                "{'tags': ['c']}                             | {}                          |",
                "{'new': ['x']}                              | {}                          |",
                "{'new': {'deep': [{'numeric': ['>', 1]}]}}  | {}                          |",
                "{'mode': [{'exists': false}]}               | {}                          |",
                "{'$or': [{'mode': ['tournament']}, {'won': [true]}]} | {}                 |",
            })
    void whatCannotBeIsFoundInItsField(String one, String other, String field) throws Exception {
        assertThat(contradiction(List.of(payload(one), payload(other)))).isEqualTo(field == null ? "" : field);
    }

    @Test
    void theTypeOfAnEventIsOneForAllPatterns() throws Exception {
        var named = pattern("{'detail-type': ['match.ended.v1'], 'detail': {'type': ['quest.done.v1']}}");

        assertThat(contradiction(List.of(named))).isEqualTo("detail.type");
    }

    @Test
    void whatAnEventDoesMatchIsNeverFound() throws Exception {
        var random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            var payload = Json.object()
                    .put("mode", random.nextBoolean() ? "ranked" : "casual")
                    .put("points", random.nextInt(101))
                    .put("name", "n" + random.nextInt(100))
                    .put("won", random.nextBoolean());
            var patterns = new ArrayList<Map<String, Object>>();
            for (int each = 0; each < 3; each++) {
                patterns.add(payload(alternatives(payload, random)));
            }
            assertThat(contradiction(patterns)).as("%s %s", payload, patterns).isEmpty();
        }
    }

    // Something that the payload matches, and something that it may or may not.
    private static String alternatives(JsonNode payload, Random random) {
        var name = payload.path("name").asText();
        int points = payload.path("points").asInt();
        return List.of(
                        "{'mode': ['%s', 'other']}"
                                .formatted(payload.path("mode").asText()),
                        "{'mode': [{'anything-but': 'none'}]}",
                        "{'points': [{'numeric': ['>=', %d, '<=', %d]}]}"
                                .formatted(points - 3, points + random.nextInt(9)),
                        "{'points': [%d, 1000]}".formatted(points),
                        "{'name': [{'prefix': '%s'}, 'x']}".formatted(name.substring(0, 1)),
                        "{'name': [{'equals-ignore-case': '%s'}]}".formatted(name.toUpperCase(Locale.ROOT)),
                        "{'won': [%s]}".formatted(payload.path("won").asBoolean()))
                .get(random.nextInt(7));
    }

    private static String contradiction(List<Map<String, Object>> patterns) throws Exception {
        return Reach.contradiction(patterns, "match.ended.v1", Json.read(SCHEMA))
                .orElse("");
    }

    private static Map<String, Object> payload(String said) throws Exception {
        return said.equals("{}") ? Map.of() : pattern("{'detail': {'payload': %s}}".formatted(said));
    }

    private static Map<String, Object> pattern(String said) throws Exception {
        return Json.plain(Json.read(said.replace('\'', '"')));
    }
}
