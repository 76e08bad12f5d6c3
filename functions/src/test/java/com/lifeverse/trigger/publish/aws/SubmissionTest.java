package com.lifeverse.trigger.publish.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.Violation;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.support.Standard;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.lint.aws.Shipped;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("contracts")
class SubmissionTest {
    private static final String MATCH = "{'detail-type': ['match.ended.v1']}";
    private static final String NUMERIC = "Value of > must be numeric";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/when              | 'when': %2$s",
                "/player            | 'when': %1$s, 'player': {'level': [{'numeric': ['>', 'x']}]}",
                "/window/sequence/1 | 'when': %1$s, 'window': {'sequence': [%1$s, %2$s], 'within': 'P1D'}",
                "/window/absence    | 'when': %1$s, 'window': {'absence': %2$s, 'within': 'P1D', 'frame': 'sliding'}",
                "/next/when         | 'when': %1$s, 'next': {'stage': 'shadow', 'when': %2$s}",
            })
    void patternsThatAwsRefusesAreFindingsWithItsReasonWhereverTheyStand(String place, String members)
            throws Exception {
        var bad =
                "{'detail-type': ['match.ended.v1'], 'detail': {'payload': {'durationSeconds': [{'numeric': ['>', 'x']}]}}}";

        assertThat(findings(members.formatted(MATCH, bad)))
                .containsExactly(new Violation("/triggers/0" + place, NUMERIC));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'numeric': ['>', null]}",
                "{'numeric': ['>', true]}",
                "{'numeric': ['>', [1]]}",
                "{'numeric': [5, '>']}",
                "{'numeric': []}",
                "{'numeric': '>'}",
                "{'prefix': 1}",
                "{'wildcard': '**'}",
                "{'anything-but': []}",
                "{'exists': 'yes'}",
                "{'cidr': 'x'}",
                "{'nope': 1}",
                "{'prefix': 'a', 'suffix': 'b'}",
                "[]",
            })
    void whateverAPatternSaysItIsAnswered(String alternative) throws Exception {
        assertThat(findings("'when': {'detail-type': ['match.ended.v1'], 'detail': {'payload': {'outcome': [%s]}}}"
                        .formatted(alternative)))
                .extracting(Violation::pointer)
                .containsExactly("/triggers/0/when");
    }

    @Test
    void oneFaultyPatternKeepsNoOtherTriggerFromBeingRead() throws Exception {
        var faulty = trigger(
                "faulty", "'when': {'detail-type': ['match.ended.v1'], 'detail': {'payload': {'outcome': [{}]}}}");
        var submission = read(trigger("sound", "'when': " + MATCH) + ", " + faulty);

        assertThat(submission.findings()).extracting(Violation::pointer).containsExactly("/triggers/1/when");
        assertThat(submission.draft().documents()).containsOnlyKeys("faulty", "sound");
    }

    private static List<Violation> findings(String members) throws Exception {
        return read(trigger("tried", members)).findings();
    }

    private static String trigger(String name, String members) {
        return """
                {'trigger': '%s', 'description': 'For a test of patterns.', 'labels': ['operations'], 'owner': 'online-services',
                 'runbook': 'runbooks/incidents.md', 'accessibility': 'Nothing is shown to anybody.',
                 'limits': {'perPlayer': {'times': 1, 'per': 'P1D'}},
                 'effects': [{'notify': {'message': 'first-win'}}], %s}""".formatted(name, members);
    }

    private static Submission read(String triggers) throws Exception {
        return Submission.read(
                Json.read("[%s]".formatted(triggers).replace('\'', '"')),
                Shipped.surroundings(),
                Standard.of(TriggerPolicy.class));
    }
}
