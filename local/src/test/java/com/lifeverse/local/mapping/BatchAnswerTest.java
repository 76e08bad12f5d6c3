package com.lifeverse.local.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("rules")
class BatchAnswerTest {
    private static BatchAnswer read(String payload) {
        return BatchAnswer.of(MappingBench.answer(payload), true, Set.of("a", "b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "\"\"", "{\"batchItemFailures\": []}", "{\"batchItemFailures\": null}"})
    void nothingReportedMeansThatAllWentWell(String payload) {
        assertThat(read(payload)).isEqualTo(new BatchAnswer.Done());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"batchItemFailures\": [{\"itemIdentifier\": \"\"}]}",
                "{\"batchItemFailures\": [{\"itemIdentifier\": null}]}",
                "{\"batchItemFailures\": [{\"itemId\": \"a\"}]}",
                "{\"batchItemFailures\": [{\"itemIdentifier\": \"a\"}, {\"itemIdentifier\": \"unknown\"}]}",
                "{\"batchItemFailures\": [{}]}",
                "{\"batchItemFailures\": \"a\"}",
                "{\"batchItemFailures\": {\"itemIdentifier\": \"a\"}}",
                "not json"
            })
    void oddReportFailsTheWholeBatch(String payload) {
        assertThat(read(payload)).isEqualTo(new BatchAnswer.Failed(Optional.empty()));
    }

    @Test
    void namedRecordsFailAlone() {
        assertThat(read("{\"batchItemFailures\": [{\"itemIdentifier\": \"b\"}]}"))
                .isEqualTo(new BatchAnswer.Partly(Set.of("b")));
    }

    @Test
    void reportIsNotReadUnlessTheMappingAsksForIt() {
        var answer = MappingBench.failing("a");
        assertThat(BatchAnswer.of(answer, false, Set.of("a"))).isEqualTo(new BatchAnswer.Done());
    }

    @Test
    void functionErrorFailsTheWholeBatch() {
        assertThat(BatchAnswer.of(MappingBench.error(), true, Set.of("a")))
                .isEqualTo(new BatchAnswer.Failed(Optional.of("Unhandled")));
    }
}
