package com.lifeverse.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.trigger.Given;
import com.lifeverse.trigger.decide.Comparison;
import com.lifeverse.trigger.decide.Comparison.Verdict;
import com.lifeverse.trigger.shadow.Agreement;
import com.lifeverse.trigger.shadow.Agreements;
import com.lifeverse.trigger.shadow.Agreements.Shadow;
import com.lifeverse.trigger.shadow.aws.DynamoAgreements;
import com.lifeverse.trigger.shadow.lambda.AgreementFunction;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("contracts")
final class DynamoAgreementsTest {
    private static final Shadow ONE = new Shadow("bonus", "0a1b2c3d");
    private static final Shadow OTHER = new Shadow("bonus", "ffffffff");

    private final TriggerWorld world = new TriggerWorld();
    private final Agreements agreements = new DynamoAgreements(world.dynamoDb(), "triggers", () -> Given.NOW);

    @Test
    void whatWasComparedAddsUpForEachVersion() {
        agreements.add(Map.of(ONE, agreement(3), OTHER, agreement(1)), "1");
        agreements.add(Map.of(ONE, agreement(2)), "2");

        assertThat(agreements.find(ONE).orElseThrow().both()).isEqualTo(5);
        assertThat(agreements.find(ONE).orElseThrow().onlyLive()).isEqualTo(2);
        assertThat(agreements.find(ONE).orElseThrow().rate()).isEqualTo(5 / 7.0);
        assertThat(agreements.find(OTHER).orElseThrow().compared()).isEqualTo(2);
        assertThat(agreements.find(new Shadow("bonus", "00000000"))).isEmpty();
    }

    @Test
    void eventsOnWhichTheyDifferAreKeptInTenPlacesHoweverManyThereAre() {
        for (int batch = 0; batch < 5; batch++) {
            int from = batch * 100;
            agreements.add(
                    Map.of(
                            ONE,
                            Agreement.of(IntStream.range(from, from + 100)
                                    .mapToObj(number -> new Comparison(Verdict.ONLY_SHADOW, "evt_" + number))
                                    .toList())),
                    "batch-" + batch);
        }

        var found = agreements.find(ONE).orElseThrow();
        assertThat(found.onlyShadow()).isEqualTo(500);
        assertThat(found.differing())
                .hasSize(10)
                .allSatisfy(each -> assertThat(each.verdict()).isEqualTo(Verdict.ONLY_SHADOW));
    }

    @Test
    void batchThatComesAgainCountsOnceAndWhatNobodyCanReadHoldsUpNothing() {
        var function = new AgreementFunction(world.runtime());
        var batch = batch("""
                {"version":"0a1b2c3d","events":[["both","evt_1"],["only-live","evt_2"]]}""", "{", """
                {"version":"0a1b2c3d","events":[["only-shadow","evt_3"]]}""");
        for (int time = 0; time < 2; time++) {
            assertThat(world.invoke(function, batch).path("batchItemFailures")).isEmpty();
        }

        var found = agreements.find(ONE).orElseThrow();
        assertThat(List.of(found.both(), found.onlyLive(), found.onlyShadow())).containsExactly(1L, 1L, 1L);
    }

    private static Agreement agreement(int both) {
        return new Agreement(both, 1, 0, List.of(new Comparison(Verdict.ONLY_LIVE, "evt_" + both)));
    }

    private static JsonNode batch(String... news) {
        var input = Json.object();
        var records = input.putArray("Records");
        for (var text : news) {
            var change =
                    records.addObject().putObject("dynamodb").put("SequenceNumber", Integer.toString(records.size()));
            var image = change.putObject("NewImage");
            image.putObject("sk").put("S", "state#bonus");
            image.putObject("compared").put("S", text);
        }
        return input;
    }
}
