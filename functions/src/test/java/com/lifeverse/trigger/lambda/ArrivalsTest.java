package com.lifeverse.trigger.lambda;

import static com.lifeverse.trigger.Given.ANNA;
import static com.lifeverse.trigger.Given.BEN;
import static com.lifeverse.trigger.Given.DAY;
import static com.lifeverse.trigger.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.support.Standard;
import com.lifeverse.trigger.Given;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.lambda.Arrivals.Arrival;
import com.lifeverse.trigger.lambda.EventBatch.Delivery;
import com.lifeverse.trigger.profile.ProfileKeeping;
import com.lifeverse.trigger.profile.RememberedProfiles;
import com.lifeverse.trigger.profile.aws.PlayerConditions;
import com.lifeverse.trigger.spec.Limits;
import com.lifeverse.trigger.spec.Measure;
import com.lifeverse.trigger.spec.Trigger;
import com.lifeverse.trigger.spec.Versions;
import com.lifeverse.trigger.spec.Window;
import com.lifeverse.trigger.spec.Window.Frame;
import com.lifeverse.trigger.spec.Window.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
class ArrivalsTest {
    private static final Trigger EVERYBODYS = Given.trigger(
            new Window(new Measure.Count(2), DAY, Frame.TUMBLING, Scope.GLOBAL), Limits.perPlayer(1, DAY));

    @Test
    void whereAllPlayersCountTogetherTheyAreDecidedInTheOrderInWhichTheyCame() {
        var arrivals = new Arrivals();
        arrivals.add(arrival("1", Given.win(BEN, "m1", NOW)));
        arrivals.add(arrival("2", Given.win(ANNA, "m2", NOW)));
        arrivals.add(arrival("3", Given.win(BEN, "m3", NOW)));

        assertThat(decided(arrivals)).containsExactly("1", "2", "3");
    }

    private static List<String> decided(Arrivals arrivals) {
        var keeping = new ProfileKeeping(
                new RememberedProfiles(), Given.PROFILE, () -> NOW, Standard.of(TriggerPolicy.class));
        var batch = new EventBatch();
        var failed = new ArrayList<RuntimeException>();
        arrivals.sort(keeping, new PlayerConditions(List.of(EVERYBODYS)), batch, (_, failure) -> failed.add(failure));
        assertThat(failed).isEmpty();
        return batch.groups().getFirst().getFirst().deliveries().stream()
                .map(Delivery::messageId)
                .toList();
    }

    private static Arrival arrival(String message, Envelope event) {
        return new Arrival(
                message,
                event,
                List.of(new EventBatch.Wish(Versions.only(EVERYBODYS), EVERYBODYS, 0)),
                Optional.empty());
    }
}
