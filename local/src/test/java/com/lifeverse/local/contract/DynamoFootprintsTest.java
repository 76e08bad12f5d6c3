package com.lifeverse.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.liveops.participation.KnownProfile;
import com.lifeverse.liveops.participation.Participation;
import com.lifeverse.liveops.participation.Participations;
import com.lifeverse.liveops.participation.Participations.Change;
import com.lifeverse.liveops.participation.aws.DynamoFootprints;
import com.lifeverse.liveops.participation.aws.DynamoParticipations;
import com.lifeverse.liveops.participation.aws.DynamoViewers;
import com.lifeverse.platform.PlayerData;
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
final class DynamoFootprintsTest {
    private static final String ALICE = "ply_019b7600-0000-7000-8000-000000000001";
    private static final String BOB = "ply_019b7600-0000-7000-8000-000000000002";
    private static final LocalDateTime MONDAY = LocalDateTime.parse("2027-03-01T18:00");

    private final Engine engine = Engine.empty();
    private final Participations participations = new DynamoParticipations(engine.client(), "participations");
    private final PlayerData footprints = new DynamoFootprints(engine.client(), "participations");

    @Test
    void everythingOfAPlayerIsCountedReadAndErasedAndNobodyElses() {
        play(ALICE, MONDAY, "dec_1");
        play(ALICE, MONDAY.plusDays(7), "dec_2");
        play(BOB, MONDAY, "dec_3");
        new DynamoViewers(engine.client(), "participations")
                .keep(ALICE, new KnownProfile(4, Map.of("platform", "pc"), new TreeMap<>()));

        assertThat(footprints.count(ALICE))
                .isEqualTo(Map.of("participation", 2L, "counted-happening", 2L, "event-profile", 1L));
        assertThat(footprints.all(ALICE))
                .filteredOn(footprint -> footprint.kind().equals("participation"))
                .allSatisfy(footprint -> assertThat(footprint.data())
                        .containsEntry("progress", "1")
                        .doesNotContainKeys("out", "pk"));
        assertThat(footprints.erase(ALICE)).isTrue();
        assertThat(footprints.erase(ALICE)).as("again").isTrue();
        assertThat(footprints.count(ALICE)).isEmpty();
        assertThat(participations.find("feast", MONDAY, ALICE)).isEmpty();
        assertThat(footprints.count(BOB)).isEqualTo(Map.of("participation", 1L, "counted-happening", 1L));
    }

    private void play(String playerId, LocalDateTime occurrence, String mark) {
        var now = Instant.parse("2027-03-01T19:00:00Z");
        var who = new Participation("feast", occurrence, playerId, now, ZoneOffset.UTC, 0, 1, now, new TreeMap<>(), 1);
        participations.save(new Change(who, Optional.of(mark), 0, List.of(), now.plusSeconds(60)));
    }
}
