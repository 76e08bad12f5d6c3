package com.lifeverse.local.container;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The ring itself, tried in every run against an endpoint that is as empty as a container, over its port alone. */
@Tag("stack")
final class EmptyEndpointTest {
    @Test
    void theJourneysGoOverAnEndpointThatHadNothingBefore() throws Exception {
        try (var endpoint = new EmptyEndpoint()) {
            JourneysThereTest.play(endpoint.endpoint());

            assertThat(endpoint.failures).isEmpty();
        }
    }
}
