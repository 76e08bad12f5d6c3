package com.lifeverse.trigger.match.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.json.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("rules")
class PatternFaultTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\": [{\"prefixx\": \"r\"}]} | Unrecognized match type prefixx",
                "{\"a\": [{\"anything-but\": null}]} | Value of anything-but must be an array or single string/number value.",
                "{\"a\": [{\"anything-but\": {\"prefix\": 5}}]} | prefix/suffix match pattern must be a string",
                "{\"a\": 5} | \"a\" must be an object or an array",
            })
    void whatAwsRefusesIsToldInItsWordsWithoutItsReadersPlaces(String pattern, String reason) throws Exception {
        assertThat(PatternFault.of(Json.plain(Json.read(pattern)))).contains(reason);
    }

    @Test
    void combinationsAreCountedWithoutBuildingThemAndAThousandAreTheMost() {
        assertThat(PatternFault.of(choices(3, 10))).isEmpty();
        assertThat(PatternFault.of(choices(10, 2)))
                .contains("has more than 1,000 combinations by its $or; make several triggers of it");
        // Built, it would take more memory than there is.
        assertThat(PatternFault.of(choices(60, 3))).isPresent();
        assertThat(PatternFault.of(Map.of("detail", Map.of("$or", list(1_001)))))
                .isPresent();
        assertThat(PatternFault.of(Map.of("detail", Map.of("$or", list(900))))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\": [1], \"$or\": [{\"a\": [2]}, {\"b\": [1]}]} | a",
                "{\"d\": {\"p\": {\"a\": [1]}}, \"$or\": [{\"d\": {\"p\": {\"a\": [2]}}}, {\"b\": [1]}]} | d.p.a",
                "{\"$or\": [{\"d\": {\"$or\": [{\"a\": [1]}, {\"b\": [1]}], \"a\": [2]}}, {\"b\": [1]}]} | d.a",
                "{\"d\": {\"$or\": [{\"a\": [1]}, {\"b\": [1]}]}, \"$or\": [{\"d\": {\"a\": [2]}}, {\"b\": [1]}]} | d.a",
                "{\"d\": {\"a\": [1]}, \"d.a\": [2]} | d.a",
            })
    void aFieldThatOneMentionWouldReplaceByAnotherIsRefused(String pattern, String field) throws Exception {
        assertThat(PatternFault.of(Json.plain(Json.read(pattern))))
                .hasValueSatisfying(reason -> assertThat(reason).startsWith("mentions %s twice".formatted(field)));
    }

    @Test
    void alternativesOfOneFieldAreFine() throws Exception {
        for (var pattern : List.of(
                "{\"$or\": [{\"a\": [1]}, {\"a\": [2], \"b\": [1]}], \"c\": [1]}",
                "{\"d\": {\"a\": [1], \"$or\": [{\"b\": [1]}, {\"c\": [1]}]}, \"a\": [1]}")) {
            assertThat(PatternFault.of(Json.plain(Json.read(pattern)))).isEmpty();
        }
    }

    // So many fields beside each other, each with so many choices.
    private static Map<String, Object> choices(int fields, int each) {
        var pattern = new TreeMap<String, Object>();
        for (int at = 0; at < fields; at++) {
            pattern.put("n" + at, Map.of("$or", list(each)));
        }
        return pattern;
    }

    private static List<Object> list(int each) {
        return IntStream.range(0, each)
                .<Object>mapToObj(at -> Map.of("f" + at, List.of("x")))
                .toList();
    }
}
