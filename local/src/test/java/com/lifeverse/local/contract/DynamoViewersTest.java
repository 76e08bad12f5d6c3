package com.lifeverse.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.liveops.participation.KnownProfile;
import com.lifeverse.liveops.participation.Participation;
import com.lifeverse.liveops.participation.Participations;
import com.lifeverse.liveops.participation.aws.DynamoParticipations;
import com.lifeverse.liveops.participation.aws.DynamoViewers;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("adapters")
final class DynamoViewersTest {
    private static final Instant NOW = Instant.parse("2027-03-01T19:00:00Z");

    private final Engine engine = Engine.empty();
    private final DynamoViewers viewers = new DynamoViewers(engine.client(), "participations");

    @Test
    void aSampleHasSomePlayersOrAllOfThemAndNothingOfWhatTheyTakePartIn() {
        assertThat(viewers.sample(5)).isEmpty();
        for (int number = 1; number <= 4; number++) {
            var playerId = "ply_019b7600-0000-7000-8000-00000000000" + number;
            viewers.keep(playerId, new KnownProfile(number, Map.of("region", "eu-west"), new TreeMap<>()));
            play(playerId);
        }
        assertThat(viewers.sample(3)).hasSize(3).isEqualTo(viewers.sample(3));
        assertThat(viewers.sample(5)).hasSize(4).allSatisfy((playerId, known) -> {
            assertThat(playerId).startsWith("ply_");
            assertThat(known.region()).isEqualTo("eu-west");
            assertThat(known).isEqualTo(viewers.find(playerId));
        });
    }

    private void play(String playerId) {
        var monday = LocalDateTime.parse("2027-03-01T18:00");
        var who = new Participation("feast", monday, playerId, NOW, ZoneOffset.UTC, 0, 1, NOW, new TreeMap<>(), 1);
        new DynamoParticipations(engine.client(), "participations")
                .save(new Participations.Change(
                        who, Optional.of("dec_" + playerId), 0, List.of(), NOW.plusSeconds(60)));
    }
}
