package com.lifeverse.trigger.match.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.json.Json;
import org.junit.jupiter.api.Tag;
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
}
