package com.lifeverse.cdk.construct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.cdk.construct.StageSettings.Rollout;
import com.lifeverse.cdk.construct.StageSettings.Throttle;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.logs.RetentionDays;

@Tag("rules")
class StageSettingsTest {
    @ParameterizedTest
    @ValueSource(strings = {"dev", "beta", "prod"})
    void aStageIsFoundByItsName(String name) {
        assertThat(StageSettings.named(name).name()).isEqualTo(name);
    }

    @Test
    void anUnknownStageIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> StageSettings.named("live")).hasMessage("no stage live; there are dev, beta and prod");
    }

    @Test
    void aStageLivesSomewhereAndNowhereTwice() {
        assertThatThrownBy(() -> in(List.of())).hasMessage("stage dev: regions are one or more, each once");
        assertThatThrownBy(() -> in(List.of("eu-west-1", "eu-west-1")))
                .hasMessage("stage dev: regions are one or more, each once");
    }

    private static StageSettings in(List<String> regions) {
        var dev = StageSettings.dev();
        return new StageSettings(
                "dev",
                regions,
                RemovalPolicy.DESTROY,
                dev.api(),
                dev.signIn(),
                1,
                RetentionDays.ONE_DAY,
                Rollout.AT_ONCE,
                Map.of(),
                Set.of());
    }

    @Test
    void signInMayNotUseUpTheWholeApi() {
        var all = new Throttle(100, 100);

        assertThatThrownBy(() -> new StageSettings(
                        "dev",
                        List.of("us-east-1"),
                        RemovalPolicy.DESTROY,
                        all,
                        all,
                        1,
                        RetentionDays.ONE_DAY,
                        Rollout.AT_ONCE,
                        Map.of(),
                        Set.of()))
                .hasMessage("stage dev: sign-in must be throttled below the API's rate");
    }

    @Test
    void aCanaryThatCodeDeployDoesNotKnowIsRefused() {
        assertThat(new Rollout(10).configuration()).isEqualTo("CodeDeployDefault.LambdaCanary10Percent10Minutes");
        assertThatThrownBy(() -> new Rollout(7).configuration()).hasMessage("CodeDeploy has no canary of 7 minutes");
    }
}
