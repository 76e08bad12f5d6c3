package com.lifeverse.trigger.aws;

import static com.lifeverse.trigger.Given.NOW;
import static com.lifeverse.trigger.Given.win;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.support.Standard;
import com.lifeverse.trigger.Given;
import com.lifeverse.trigger.TriggerEngine;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.TriggerStates;
import com.lifeverse.trigger.TriggerStatesContract;
import com.lifeverse.trigger.decide.Decision.Fired;
import com.lifeverse.trigger.decide.Happening;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("adapters")
class DynamoTriggerStatesTest extends TriggerStatesContract {
    private final OneTable table = new OneTable();
    private final TriggerStates states = new DynamoTriggerStates(table, "triggers");

    @Override
    protected TriggerStates states() {
        return states;
    }

    @Override
    protected List<Envelope> told() {
        return table.told();
    }

    @Test
    void lostAnswerOfAWriteCountsAsItsSuccess() {
        table.loseNextAnswer();
        var engine = new TriggerEngine(states, (_, _) -> true, () -> NOW, Standard.of(TriggerPolicy.class));
        var decisions = engine.evaluate(Given.firstWin(), Given.ANNA, List.of(Happening.of(win("m1", NOW))));

        assertThat(decisions.getFirst()).isInstanceOf(Fired.class);
        assertThat(table.writes()).isEqualTo(1);
        assertThat(table.told()).hasSize(1);
    }

    @Test
    void itemOfAFiredDecisionIsSmallAndExpiresWhenNothingInItMatters() {
        var engine = new TriggerEngine(states, (_, _) -> true, () -> NOW, Standard.of(TriggerPolicy.class));
        engine.evaluate(Given.firstWin(), Given.ANNA, List.of(Happening.of(win("m1", NOW))));
        var item = table.items().getFirst();

        assertThat(item).containsKeys("playerId", "sk", "revision", "command", "floor", "seen", "ttl", "out");
        assertThat(item.toString().length()).isLessThan(2_048);
        assertThat(item.get("ttl"))
                .isEqualTo(StateItem.number(NOW.plusSeconds(17 * 86_400).getEpochSecond()));
    }
}
