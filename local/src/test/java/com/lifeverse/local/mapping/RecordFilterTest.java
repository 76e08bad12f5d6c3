package com.lifeverse.local.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.local.kernel.Json;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

@Tag("rules")
class RecordFilterTest {
    private static boolean matches(String pattern, String record) {
        return RecordFilter.of(List.of(pattern)).matches(Json.read(record));
    }

    @Test
    void recordMatchesByNameAndImage() {
        var outbox =
                "{\"eventName\":[\"INSERT\",\"MODIFY\"],\"dynamodb\":{\"NewImage\":{\"out\":{\"S\":[{\"exists\":true}]}}}}";
        var told =
                "{\"eventName\":\"MODIFY\",\"dynamodb\":{\"NewImage\":{\"id\":{\"S\":\"p\"},\"out\":{\"S\":\"[]\"}}}}";
        assertThat(matches(outbox, told)).isTrue();
        assertThat(matches(outbox, "{\"eventName\":\"MODIFY\",\"dynamodb\":{\"NewImage\":{\"id\":{\"S\":\"p\"}}}}"))
                .isFalse();
        assertThat(matches(outbox, told.replace("MODIFY", "REMOVE"))).isFalse();
    }

    @Test
    void absenceOfAKeyThatHoldsAnObjectIsAlwaysTrue() {
        var absent = "{\"dynamodb\":{\"NewImage\":{\"presentKey\":[{\"exists\":false}]}}}";
        assertThat(matches(absent, "{\"dynamodb\":{\"NewImage\":{\"presentKey\":{\"S\":\"v\"}}}}"))
                .isTrue();
    }

    @Test
    void numbersOfTablesAreTextAndMatchNoNumericOperator() {
        var over100 = "{\"dynamodb\":{\"NewImage\":{\"n\":{\"N\":[{\"numeric\":[\">\",100]}]}}}}";
        assertThat(matches(over100, "{\"dynamodb\":{\"NewImage\":{\"n\":{\"N\":\"101\"}}}}"))
                .isFalse();
        var dated = "{\"dynamodb\":{\"ApproximateCreationDateTime\":[{\"numeric\":[\">\",0]}]}}";
        assertThat(matches(dated, "{\"dynamodb\":{\"ApproximateCreationDateTime\":1798761600}}"))
                .isTrue();
    }

    @Test
    void anyOfSeveralPatternsIsEnough() {
        var filter = RecordFilter.of(List.of("{\"a\":[1]}", "{\"a\":[2]}"));
        assertThat(filter.matches(Json.read("{\"a\":2}"))).isTrue();
        assertThat(filter.matches(Json.read("{\"a\":3}"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "simple string",
                "{\"eventSource\": \"aws:sqs\"}",
                "{\"eventSource\": []}",
                "[{\"eventName\": [\"INSERT\"=123}]"
            })
    void wrongPatternIsRefusedInLambdasWords(String pattern) {
        assertThatThrownBy(() -> RecordFilter.of(List.of(pattern)))
                .isInstanceOf(AwsServiceException.class)
                .hasMessageContaining("Invalid filter pattern definition.");
    }
}
