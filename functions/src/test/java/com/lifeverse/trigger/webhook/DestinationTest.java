package com.lifeverse.trigger.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("rules")
class DestinationTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.partner.example/",
                "file:///etc/passwd",
                "https:///path",
                "https://localhost/",
                "https://127.0.0.1/",
                "https://127.0.0.1./",
                "https://2130706433/",
                "https://0x7f.0.0.1/",
                "https://017700000001/",
                "https://127.1/",
                "https://[::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://169.254.169.254/latest/meta-data/",
                "https://user@hooks.partner.example/",
                "https://hooks.partner.example/#there"
            })
    void whatIsNoNameOverHttpsIsRefused(String url) {
        assertThat(Destination.fault(URI.create(url))).isPresent();
    }

    @Test
    void aNameIsTakenAndNoPortMayBeEntered() {
        assertThat(Destination.entryFault(URI.create("https://hooks.partner.example/a?b=c")))
                .isEmpty();
        assertThat(Destination.entryFault(URI.create("https://hooks.partner.example:443/")))
                .isEmpty();
        assertThat(Destination.entryFault(URI.create("https://hooks.partner.example:6379/")))
                .contains("must not name a port");
    }
}
