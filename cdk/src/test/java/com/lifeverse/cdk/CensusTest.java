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
        assertThat(Assembly.of(StageSettings.prod()).all("AWS::Scheduler::Schedule").stream()
                        .filter(schedule -> schedule.stack().equals("prod-census"))
                        .map(schedule ->
                                schedule.properties().path("ScheduleExpression").asText()))
                .isNotEmpty()
                .containsOnly("rate(1 minute)");
    }

    @Test
    void everySegmentIsSweptEachMinuteByACallOfItsOwn() {
        var prod = Assembly.of(StageSettings.prod());
        var asked = prod.all("AWS::Scheduler::Schedule").stream()
                .filter(schedule -> schedule.stack().equals("prod-census"))
                .map(schedule -> schedule.properties().at("/Target/Input").asText())
                .toList();

        assertThat(asked).hasSize(16).doesNotHaveDuplicates().allMatch(input -> input.contains("\"segment\":"));
        assertThat(prod.all("AWS::Lambda::EventSourceMapping").stream()
                        .filter(mapping -> mapping.stack().equals("prod-census"))
                        .map(mapping -> mapping.properties().path("BatchSize").asInt()))
                .containsExactly(1);
    }

    @Test
    void onlyTheCensusMayReadAWholeTableAndPlansOfLiveEventsASampleOfPlayers() {
        assertThat(Assembly.dev().all("AWS::IAM::Role").stream()
                        .filter(role -> role.properties().toString().contains("dynamodb:Scan"))
                        .map(role -> role.stack()))
                .containsExactlyInAnyOrder("dev-census", "dev-participation");
    }
}
