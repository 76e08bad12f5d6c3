package com.lifeverse.trigger.spec.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("adapters")
class EventTypesTest {
    private final EventTypes types = new EventTypes();

    @Test
    void eventTypeIsFoundWithItsProducersAndConsumers() {
        var known = types.find("match.ended.v1").orElseThrow();

        assertThat(known.type().producers()).containsExactly("game-server");
        assertThat(known.type().consumers()).containsExactly("trigger-engine");
        assertThat(types.find("match.ended.v1").orElseThrow()).isSameAs(known);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "match.ended.v2",
                "",
                "match",
                "../triggers/x.v1",
                "match.ended.v1/../match.ended.v1",
                "Match.Ended.v1"
            })
    void nameThatIsNoneOfOursIsNotFound(String name) {
        assertThat(types.find(name)).isEmpty();
    }
}
