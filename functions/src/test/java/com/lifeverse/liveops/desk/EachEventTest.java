package com.lifeverse.liveops.desk;

import static com.lifeverse.liveops.support.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.liveops.calendar.Clocks;
import com.lifeverse.liveops.capacity.CapacityPolicy;
import com.lifeverse.liveops.capacity.CapacityRules;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.support.Given;
import com.lifeverse.liveops.timeline.LiveopsPolicy;
import com.lifeverse.liveops.timeline.Place;
import com.lifeverse.liveops.timeline.TimelineRules;
import com.lifeverse.platform.json.Policies;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class EachEventTest {
    private final List<String> leftOut = new ArrayList<>();
    private final EachEvent each = new EachEvent((event, _) -> leftOut.add(event));
    private final Catalogue catalogue = new Catalogue(
            7,
            List.of(
                    published(Given.unreckonable("odd")),
                    published(Given.event(Given.calendar("2027-01-01T12:00", "PT1H", new Clocks.Utc())))));

    @Test
    void aTimelineHasAllEventsButTheOneThatCannotBeReckoned() {
        var policy = Policies.standard().of(LiveopsPolicy.class);

        var able = TimelineRules.reckonable(catalogue, NOW, policy, each);

        assertThat(able.revision()).isEqualTo(7);
        assertThat(TimelineRules.sheets(able, Place.all().getFirst(), 1, NOW, policy)
                        .toString())
                .contains("feast")
                .doesNotContain("odd");
        assertThat(leftOut).containsExactly("odd");
    }

    @Test
    void whatCannotBeReckonedAsksForNoCapacity() {
        var policy = Policies.standard().of(CapacityPolicy.class);

        assertThat(CapacityRules.reckonable(catalogue, NOW, policy, each))
                .extracting(LiveEvent::id)
                .containsExactly("feast");
        assertThat(leftOut).containsExactly("odd");
    }

    private static Published published(LiveEvent event) {
        return new Published(new Revision(1, "ann", NOW, event, Map.of()), NOW, new TreeSet<>());
    }
}
