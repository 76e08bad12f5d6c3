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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/window/values | 'when': %1$s, 'window': {'distinct': 'payload.outcome', 'values': 4, 'within': 'P1D'}",
                "/window/values | 'when': %2$s, 'window': {'distinct': 'payload.outcome', 'values': 2, 'within': 'P1D'}",
                "/window/least  | 'when': %1$s, 'window': {'sum': 'payload.durationSeconds', 'total': 100000, 'least': 90000, 'within': 'P1D'}",
                "/window        | 'when': %1$s, 'window': {'sum': 'payload.durationSeconds', 'total': 10000000, 'least': 86000, 'within': 'PT1H'}",
                "/once/key      | 'when': %2$s, 'window': {'count': 3, 'within': 'PT1H'}, 'once': {'key': 'payload.outcome'}",
                "               | 'when': %1$s, 'window': {'distinct': 'payload.outcome', 'values': 3, 'within': 'P1D'}",
                "               | 'when': %1$s, 'window': {'sum': 'payload.durationSeconds', 'total': 86401, 'least': 86400, 'within': 'PT1H'}",
            })
    void windowsThatAskForMoreThanEventsCanSayAreFindings(String place, String members) throws Exception {
        var won = "{'detail-type': ['match.ended.v1'], 'detail': {'payload': {'outcome': ['win']}}}";
        var throttled = trigger("tried", members.formatted(MATCH, won))
                .replace("'per': 'P1D'}}", "'per': 'P1D'}, 'throttle': {'times': 4, 'per': 'P1D'}}");

        assertThat(read(throttled).findings())
                .extracting(Violation::pointer)
                .containsExactlyElementsOf(place == null ? List.of() : List.of("/triggers/0" + place));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "[{'prefix': 'a'}]", "[{'anything-but': ['a']}, {'exists': true}]"})
    void whatIsNoChoiceBetweenPatternsIsAFieldOfThatName(String either) throws Exception {
        assertThat(findings("'when': {'detail-type': ['match.ended.v1'], 'detail': {'payload': {'$or': %s}}}"
                        .formatted(either)))
                .containsExactly(new Violation("/triggers/0/when/detail/payload/$or", "is no field of match.ended.v1"));
        assertThat(findings("'when': %s, 'player': {'$or': %s}".formatted(MATCH, either)))
                .containsExactly(new Violation("/triggers/0/player/$or", "is nothing that a profile says"));
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
