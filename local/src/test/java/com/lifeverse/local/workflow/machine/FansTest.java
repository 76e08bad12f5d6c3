package com.lifeverse.local.workflow.machine;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.workflow.language.Chance;
import com.lifeverse.local.workflow.machine.Played.Answer;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Parallel and Map. What is asserted of ids was recorded on AWS (NOTICE of the recorded cases), if not said otherwise. */
@Tag("rules")
class FansTest {
    private static final String TASK = "\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::aws-sdk:played:call\"";

    @Test
    void parallelGivesTheResultsOfItsBranchesInTheirOrder() {
        var played = Played.states("""
            "A":{"Type":"Parallel","Branches":[
                {"StartAt":"B","States":{"B":{"Type":"Wait","Seconds":9,"Next":"C"},"C":{"Type":"Pass","Output":1,"End":true}}},
                {"StartAt":"D","States":{"D":{"Type":"Pass","Output":2,"End":true}}}],
              "Output":{"both":"{% $states.result %}","in":"{% $states.input %}"},"End":true}
            """, "7");
        assertThat(played.output()).isEqualTo("{\"both\":[1,2],\"in\":7}");
        assertThat(played.elapsed()).isEqualTo(Duration.ofSeconds(9));
        assertThat(played.lines())
                .startsWith("1<0 ExecutionStarted", "2<0 ParallelStateEntered", "3<2 ParallelStateStarted")
                .endsWith("10<9 ParallelStateSucceeded", "11<9 ParallelStateExited", "12<11 ExecutionSucceeded");
    }

    @Test
    void argumentsOfAParallelAreTheInputOfEveryBranch() {
        var played = Played.states("""
            "A":{"Type":"Parallel","Arguments":{"n":"{% $states.input * 2 %}"},"Branches":[
                {"StartAt":"B","States":{"B":{"Type":"Pass","Output":"{% $states.input.n %}","End":true}}},
                {"StartAt":"C","States":{"C":{"Type":"Succeed"}}}],"End":true}
            """, "4");
        assertThat(played.output()).isEqualTo("[8,{\"n\":8}]");
    }

    @Test
    void branchReadsOuterVariablesAndKeepsItsOwnToItself() {
        var played = Played.states("""
            "A":{"Type":"Pass","Assign":{"outer":"seen"},"Next":"B"},
            "B":{"Type":"Parallel","Branches":[
                {"StartAt":"C","States":{
                    "C":{"Type":"Pass","Assign":{"inner":"{% $outer & '!' %}"},"Next":"D"},
                    "D":{"Type":"Pass","Output":"{% $inner %}","End":true}}}],
              "Assign":{"results":"{% $states.result %}"},"Next":"E"},
            "E":{"Type":"Pass","Output":"{% [$results, $exists($inner)] %}","End":true}
            """, "{}");
        assertThat(played.output()).isEqualTo("[\"seen!\",false]");
    }

    @Test
    void innermostScopeSeesAllThoseAroundItAndTheNearestOfThemFirst() {
        var played = Played.states("""
            "A":{"Type":"Pass","Assign":{"far":"far","both":"far"},"Next":"B"},
            "B":{"Type":"Parallel","Branches":[
                {"StartAt":"C","States":{
                    "C":{"Type":"Pass","Assign":{"near":"near"},"Next":"D"},
                    "D":{"Type":"Map","Items":[1],"ItemProcessor":{"StartAt":"E","States":{
                        "E":{"Type":"Pass","Assign":{"own":"own"},"Next":"F"},
                        "F":{"Type":"Pass","Output":"{% [$far, $near, $own, $both] %}","End":true}}},"End":true}}}],
              "Output":"{% [$states.result[0][0], $exists($near), $exists($own)] %}","End":true}
            """, "{}");
        assertThat(played.output()).isEqualTo("[\"far\",\"near\",\"own\",\"far\",false,false]");
    }

    @Test
    void failedBranchCutsItsSiblingsAndThenTheStateFails() {
        var played = Played.states(
                "\"A\":{\"Type\":\"Parallel\",\"Branches\":["
                        + "{\"StartAt\":\"B\",\"States\":{\"B\":{" + TASK + ",\"End\":true}}},"
                        + "{\"StartAt\":\"C\",\"States\":{\"C\":{\"Type\":\"Wait\",\"Seconds\":60,\"End\":true}}}],"
                        + "\"End\":true}",
                "{}",
                attempt -> new Answer.Refused("Broken"));
        assertThat(played.failure()).isEqualTo(new Failure("Broken", "because"));
        assertThat(played.elapsed()).isZero();
        assertThat(played.types())
                .endsWith(
                        "TaskFailed", "TaskStateAborted", "WaitStateAborted", "ParallelStateFailed", "ExecutionFailed");
    }

    /** As test_service_lambda_map_timeout of LocalStack was recorded: every event of the end points to the failure. */
    @Test
    void failedIterationAbortsTheOthersAsAwsTellsIt() {
        var played = Played.states(
                "\"A\":{\"Type\":\"Map\",\"ItemProcessor\":{\"StartAt\":\"B\",\"States\":{\"B\":{" + TASK
                        + ",\"TimeoutSeconds\":5,\"End\":true}}},\"End\":true}",
                "[1,2,3]");
        assertThat(played.failure()).isEqualTo(new Failure("States.Timeout", null));
        assertThat(played.lines().subList(2, 6))
                .containsExactly(
                        "3<2 MapStateStarted",
                        "4<3 MapIterationStarted",
                        "5<3 MapIterationStarted",
                        "6<3 MapIterationStarted");
        assertThat(played.lines())
                .endsWith(
                        "16<9 TaskTimedOut",
                        "17<16 MapIterationFailed",
                        "18<16 TaskStateAborted",
                        "19<16 MapIterationAborted",
                        "20<16 TaskStateAborted",
                        "21<16 MapIterationAborted",
                        "22<16 TaskStateAborted",
                        "23<16 MapStateFailed",
                        "24<23 ExecutionFailed");
    }

    @Test
    void itemSelectorSeesItemIndexAndInput() {
        var played = Played.states("""
            "A":{"Type":"Map","Items":"{% $states.input.list %}",
              "ItemSelector":{"i":"{% $states.context.Map.Item.Index %}","v":"{% $states.context.Map.Item.Value %}",
                "n":"{% $states.input.n %}","s":"{% $states.context.Map.Item.Source %}"},
              "ItemProcessor":{"StartAt":"B","States":{"B":{"Type":"Pass","End":true}}},"End":true}
            """, "{\"n\":9,\"list\":[\"a\",\"b\"]}");
        assertThat(played.output())
                .isEqualTo("[{\"i\":0,\"v\":\"a\",\"n\":9,\"s\":\"STATE_DATA\"},"
                        + "{\"i\":1,\"v\":\"b\",\"n\":9,\"s\":\"STATE_DATA\"}]");
    }

    @Test
    void iterationsRunAtMostSoManyAtATime() {
        var states = "\"A\":{\"Type\":\"Map\",\"MaxConcurrency\":2,\"ItemProcessor\":{\"StartAt\":\"B\",\"States\":{"
                + "\"B\":{\"Type\":\"Wait\",\"Seconds\":10,\"End\":true}}},\"End\":true}";
        assertThat(Played.states(states, "[1,2,3,4,5]").elapsed()).isEqualTo(Duration.ofSeconds(30));
        assertThat(Played.states(states.replace(":2,", ":0,"), "[1,2,3,4,5]").elapsed())
                .isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void failedMapIsTriedAgainFromItsFirstItem() {
        var played = Played.states(
                "\"A\":{\"Type\":\"Map\",\"ItemProcessor\":{\"StartAt\":\"B\",\"States\":{\"B\":{" + TASK
                        + ",\"End\":true}}},\"Retry\":[{\"ErrorEquals\":[\"Broken\"],\"IntervalSeconds\":3}],"
                        + "\"Catch\":[{\"ErrorEquals\":[\"States.ALL\"],\"Next\":\"C\"}],\"End\":true},"
                        + "\"C\":{\"Type\":\"Fail\"}",
                "[1,2]",
                attempt -> attempt == 1 ? new Answer.Refused("Broken") : new Answer.Output(Integer.toString(attempt)));
        assertThat(played.output()).isEqualTo("[2,3]");
        assertThat(played.elapsed()).isEqualTo(Duration.ofSeconds(3));
        assertThat(played.types()).filteredOn("MapStateStarted"::equals).hasSize(2);
        assertThat(played.types()).doesNotContain("MapStateFailed");
    }

    @Test
    void mapInsideAMapKeepsItsItemsApart() {
        var played = Played.states("""
            "A":{"Type":"Map","ItemProcessor":{"StartAt":"B","States":{
                "B":{"Type":"Map","Assign":{"sum":"{% $sum($states.result) %}"},
                  "ItemProcessor":{"StartAt":"C","States":{"C":{"Type":"Pass","Output":"{% $states.input * 10 %}","End":true}}},
                  "Next":"D"},
                "D":{"Type":"Pass","Output":"{% $sum %}","End":true}}},"End":true}
            """, "[[1,2],[3],[]]");
        assertThat(played.output()).isEqualTo("[30,30,0]");
    }

    @Test
    void tenThousandItemsOfAnExpressMapKeepOnlyFortyStrandsAtATime() {
        var definition = Played.definition("""
            "A":{"Type":"Map","Items":"{% [1..10000] %}",
              "ItemProcessor":{"StartAt":"B","States":{"B":{"Type":"Pass","End":true}}},
              "Output":"{% $count($states.result) %}","End":true}
            """);
        var run = Played.run("{}");
        var express = new Run(
                run.arn(),
                run.name(),
                run.machineArn(),
                run.machineName(),
                run.roleArn(),
                run.input(),
                run.startedAt(),
                null,
                true);
        var most = new int[1];
        var played = Played.played(new Rehearsal(definition, express, Chance.of(new Random(1)), _ -> Optional.empty())
                .watched(scene -> most[0] = Math.max(most[0], scene.strands().size())));
        assertThat(played.output()).isEqualTo("10000");
        assertThat(most[0]).isLessThanOrEqualTo(41);
    }
}
