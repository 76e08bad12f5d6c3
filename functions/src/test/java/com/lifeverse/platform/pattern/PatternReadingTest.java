package com.lifeverse.platform.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.pattern.PatternReading.Refused;
import com.lifeverse.platform.pattern.PatternReading.Taken;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** That its reasons are AWS's is shown by {@code ./dev recorded}; these are a few that authors meet. */
@Tag("adapters")
class PatternReadingTest {
    @Test
    void patternIsTakenWithTheMachineThatJudgesByIt() throws Exception {
        var reading = PatternReading.of("{\"detail-type\": [\"match.ended.v1\"]}");

        assertThat(reading).isInstanceOf(Taken.class);
        assertThat(((Taken) reading).machine().rulesForJSONEvent("{\"detail-type\": \"match.ended.v1\"}"))
                .hasSize(1);
    }

    @Test
    void unknownOperatorIsRefusedInItsOwnName() {
        assertThat(reason("{\"a\": [{\"prefixx\": \"b\"}]}")).contains("Unrecognized match type prefixx");
        assertThat(reason("{\"a\": \"b\"}")).contains("\"a\" must be an object or an array");
        assertThat(reason("{}")).isNotEmpty();
        assertThat(reason("{")).isNotEmpty();
    }

    @Test
    void wildcardsThatNobodyCouldAffordAreRefused() {
        assertThat(reason("{\"a\": [{\"wildcard\": \"*a*aa*aaa*aaaa*aaaaa*aaaaaa*aaaaaaa*a\"}]}"))
                .startsWith("Rule is too complex");
    }

    private static String reason(String pattern) {
        return switch (PatternReading.of(pattern)) {
            case Taken _ -> "";
            case Refused(var reason) -> reason;
        };
    }
}
