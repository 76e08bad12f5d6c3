package com.lifeverse.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.cdk.construct.StageSettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How often who is online is counted. */
@Tag("template")
class CensusTest {
    @Test
    void playersAreCountedEachMinute() {
        assertThat(Assembly.of(StageSettings.prod())
                        .only("prod-census", "AWS::Scheduler::Schedule")
                        .properties()
                        .path("ScheduleExpression")
                        .asText())
                .isEqualTo("rate(1 minute)");
    }

    @Test
    void onlyTheCensusMayReadAWholeTable() {
        assertThat(Assembly.dev().all("AWS::IAM::Role").stream()
                        .filter(role -> role.properties().toString().contains("dynamodb:Scan")))
                .singleElement()
                .satisfies(role -> assertThat(role.stack()).isEqualTo("dev-census"));
    }
}
