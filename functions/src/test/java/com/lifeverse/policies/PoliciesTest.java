package com.lifeverse.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.platform.json.Policies;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.session.Concurrency;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.notice.NoticePolicy;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("rules")
class PoliciesTest {
    @Test
    void aStageHasTheNumbersOfTheFileWhereItSaysNothing() {
        var policies = Policies.differing("{\"session\":{\"lease\":\"PT4M\"}}");

        assertThat(policies.of(SessionPolicy.class).lease()).isEqualTo(Duration.ofMinutes(4));
        assertThat(policies.of(SessionPolicy.class).grace()).isEqualTo(Duration.ofMinutes(2));
        assertThat(policies.of(NoticePolicy.class))
                .isEqualTo(Policies.standard().of(NoticePolicy.class));
    }

    @Test
    void oneNumberOfAGroupCanDiffer() {
        var policies = Policies.differing("{\"session\":{\"concurrency\":{\"winner\":\"oldest\"}}}");

        assertThat(policies.of(SessionPolicy.class).concurrency()).isEqualTo(Concurrency.oldestWins());
        assertThat(Policies.standard().of(SessionPolicy.class).concurrency()).isEqualTo(Concurrency.newestWins());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'lease':'PT20M'}|accessTokenLife must be at least twice the longest lease, PT22M",
                "{'concurrency':{'most':6}}|most must be 1 to 5",
                "{'leese':'PT4M'}|has no number leese",
                "{'concurrency':{'mots':2}}|Policy session/concurrency has no number mots",
                "{'concurrency':2}|Policy session/concurrency must be an object",
                "{'lease':'4 minutes'}|a duration is written such as PT5M or P7D",
                "{'lease':240}|a duration is written such as PT5M or P7D",
                "{'attempts':'16'}|Policy session/attempts",
                "{'attempts':1.5}|coerce",
                "{'attempts':null}|attempts",
                "{'concurrency':{'winner':'youngest'}}|youngest",
            })
    void aStageIsToldWhichNumberDoesNotDo(String session, String why) {
        var policies = Policies.differing("{\"session\":%s}".formatted(session.replace('\'', '"')));

        assertThatThrownBy(() -> policies.of(SessionPolicy.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("session")
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'sesion':{}}|POLICIES: no context sesion has numbers of its own",
                "[]|POLICIES must be a JSON object",
                "{'session'|POLICIES is not JSON",
                "{'session':{},'session':{}}|Duplicate field",
            })
    void whatIsNoSettingIsRefused(String setting, String why) {
        assertThatThrownBy(() -> Policies.differing(setting.replace('\'', '"')))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(why);
    }

    @Test
    void aFunctionReadsTheStagesNumbersFromItsSettings() {
        var settings = Settings.require(Map.of("POLICIES", "{\"session\":{\"grace\":\"PT1M\"}}"));

        assertThat(settings.policy(SessionPolicy.class).grace()).isEqualTo(Duration.ofMinutes(1));
    }
}
