package com.lifeverse.cdk.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
class EventCatalogueTest {
    private final EventCatalogue catalogue = new EventCatalogue(
            Path.of("events"),
            new TreeMap<>(Map.of("boat.sunk.v1", List.of("insurer", "diver"), "boat.built.v1", List.of("insurer"))));

    @Test
    void oneRuleTakesEveryTypeOfAConsumerInOrder() {
        assertThat(catalogue.patternFor("insurer"))
                .isEqualTo(Map.of("detail-type", List.of("boat.built.v1", "boat.sunk.v1")));
    }

    @Test
    void aConsumerOfNothingIsRefused() {
        assertThatThrownBy(() -> catalogue.patternFor("pirate")).hasMessage("no event type names the consumer pirate");
    }

    @Test
    void aConsumerWithoutItsPatternFileFailsByTheFilesName() {
        assertThatThrownBy(() -> catalogue.patternFiles("diver")).hasMessageContaining("diver.json");
    }
}
