package com.lifeverse.liveops.timeline.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.liveops.timeline.Sheet;
import com.lifeverse.platform.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("adapters")
final class KeyChainSecretTest {
    private static final String SECRET = "sixty-four-random-characters-of-a-stage-and-of-no-other-0123456";
    private static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");

    @Test
    void aSecretThatWasNeverRotatedIsTheFirstKeyAndItsKidStays() throws Exception {
        var seal = new ChainedSeal(KeyChainSecret.chain(SECRET), NOW);

        assertThat(Json.read(seal.keys())).isEqualTo(Json.read(new Ed25519Seal(SECRET).keys()));
    }

    @Test
    void aChainIsReadAsItWasWrittenAndBothKeysArePublishedWithTheirTimes() throws Exception {
        var chain = KeyChainSecret.chain(SECRET).followedBy(SECRET + "-two", NOW, Duration.ofDays(2));

        assertThat(KeyChainSecret.chain(KeyChainSecret.text(chain))).isEqualTo(chain);
        var keys = Json.read(new ChainedSeal(chain, NOW).keys()).path("keys");
        assertThat(keys).hasSize(2);
        assertThat(keys.at("/0/validUntil").asText()).isEqualTo("2027-03-06T12:00:00Z");
        assertThat(keys.at("/1/validFrom").asText()).isEqualTo("2027-03-04T12:00:00Z");
        var sheet = new Sheet(NOW, Map.of("version", 3));
        assertThat(new ChainedSeal(chain, NOW).sign(sheet).signature())
                .isEqualTo(new Ed25519Seal(SECRET).sign(sheet).signature());
        assertThat(new ChainedSeal(chain, NOW.plus(Duration.ofDays(3)))
                        .sign(sheet)
                        .signature())
                .isEqualTo(new Ed25519Seal(SECRET + "-two").sign(sheet).signature());
    }
}
