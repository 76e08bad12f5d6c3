package com.lifeverse.liveops.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.liveops.calendar.Clocks;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.event.LiveEvent.Reward;
import com.lifeverse.liveops.participation.Participation;
import com.lifeverse.liveops.participation.ParticipationPolicy;
import com.lifeverse.liveops.participation.Participations.Change;
import com.lifeverse.liveops.participation.RememberedParticipations;
import com.lifeverse.liveops.settlement.Settle.Outcome;
import com.lifeverse.liveops.support.Given;
import com.lifeverse.platform.Envelope;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SettleTest {
    private static final LocalDateTime FRIDAY = LocalDateTime.parse("2027-03-05T18:00");
    private static final Instant SIX = Instant.parse("2027-03-05T18:00:00Z");
    private static final Instant LATER = SIX.plus(Duration.ofDays(2));

    private final RememberedParticipations participations = new RememberedParticipations();
    private final SortedMap<String, List<String>> written = new TreeMap<>();
    private final Settle settle = new Settle(participations, new ParticipationPolicy(200, 8, Duration.ofDays(90)));
    private final TakeInventory inventory = new TakeInventory(participations, files(), 10);

    private static LiveEvent feast(boolean together) {
        return Given.with(
                Given.event(Given.calendar("2027-03-05T18:00", "P1D", new Clocks.Utc())),
                Optional.of(new LiveEvent.Progress("objective", together)),
                List.of(new Reward(1, 3, "lantern", 1), new Reward(2, 10, "kite", 1)),
                List.of());
    }

    private Files files() {
        return new Files() {
            @Override
            public void write(String settlement, int round, int bucket, int number, List<String> players) {
                written.put("%s/%d/%02d-%d".formatted(settlement, round, bucket, number), List.copyOf(players));
            }

            @Override
            public List<String> read(String key) {
                return written.getOrDefault(key, List.of());
            }

            @Override
            public void forget(String settlement) {
                written.clear();
            }
        };
    }

    private void plays(String player, long progress, Integer... claimed) {
        var tiers = new TreeMap<Integer, Instant>();
        List.of(claimed).forEach(tier -> tiers.put(tier, SIX));
        var who = new Participation("feast", FRIDAY, player, SIX, ZoneOffset.UTC, 0, progress, SIX, tiers, 1);
        participations.save(new Change(who, Optional.empty(), 0, List.of(), LATER));
    }

    private static Subject subject(boolean together, long goal) {
        return new Subject(feast(together), FRIDAY, goal);
    }

    private Tally everybody(Subject subject, int round) {
        return Buckets.all(8).stream()
                .map(some -> inventory.of(subject, "s", round, some).tally())
                .reduce(Tally.NONE, Tally::and);
    }

    private List<String> told() {
        return participations.told.stream()
                .map(Envelope::payload)
                .map(payload -> payload.get("tier") + " " + payload.get("item"))
                .toList();
    }

    @Test
    void allTiersThatAreReachedAndNotClaimedAreAskedForInOneWrite() {
        plays("ply_1", 12);
        assertThat(settle.with(subject(false, 0), "ply_1", LATER)).isEqualTo(Outcome.CLAIMED);
        assertThat(told()).containsExactly("1 lantern", "2 kite");
        assertThat(participations.find("feast", FRIDAY, "ply_1").orElseThrow().revision())
                .isEqualTo(2);
    }

    @Test
    void askedAgainNothingIsGivenTwice() {
        plays("ply_1", 12, 1);
        settle.with(subject(false, 0), "ply_1", LATER);
        assertThat(settle.with(subject(false, 0), "ply_1", LATER)).isEqualTo(Outcome.NOTHING_OWED);
        assertThat(told()).containsExactly("2 kite");
        assertThat(settle.with(subject(false, 0), "ply_gone", LATER)).isEqualTo(Outcome.GONE);
    }

    @Test
    void ofWhatAllDidTogetherWhoeverHelpedGetsAllThatWasReached() {
        plays("ply_1", 1);
        plays("ply_idle", 0);
        assertThat(settle.with(subject(true, 9), "ply_1", LATER)).isEqualTo(Outcome.CLAIMED);
        assertThat(settle.with(subject(true, 9), "ply_idle", LATER)).isEqualTo(Outcome.NOTHING_OWED);
        assertThat(told()).containsExactly("1 lantern");
    }

    @Test
    void theInventoryCountsEverybodyAndNamesWhoIsOwedSomethingOnce() {
        for (int i = 0; i < 1000; i++) {
            plays("ply_%04d".formatted(i), i % 12);
        }
        plays("ply_done", 3, 1);
        var subject = subject(false, 0);
        var found = everybody(subject, 1);
        assertThat(found.players()).isEqualTo(1001);
        assertThat(found.claimed()).isEqualTo(1);
        var named = written.values().stream().flatMap(List::stream).toList();
        assertThat(named).doesNotHaveDuplicates().hasSize(Math.toIntExact(found.owedPlayers()));
        assertThat(written.values()).allSatisfy(file -> assertThat(file).hasSizeBetween(1, 10));

        named.forEach(player -> settle.with(subject, player, LATER));
        var after = everybody(subject, 2);
        assertThat(after).isEqualTo(new Tally(1001, found.entitled(), found.entitled(), 0));
        assertThat(participations.told).hasSize(Math.toIntExact(found.entitled() - 1));
    }

    @Test
    void everyBucketIsLookedThroughOnceHoweverManyACallTakes() {
        var each = IntStream.range(0, Participation.BUCKETS).boxed().toList();
        assertThat(Buckets.all(8)).hasSize(8);
        for (int size = 1; size <= Participation.BUCKETS + 1; size++) {
            assertThat(Buckets.all(size).stream().flatMap(some -> some.each().boxed()))
                    .as("%d a call", size)
                    .containsExactlyElementsOf(each);
        }
        assertThatThrownBy(() -> new Buckets(60, 64)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCallThatTakesSeveralBucketsFindsWhatOneForEachWould() {
        for (int i = 0; i < 300; i++) {
            plays("ply_%04d".formatted(i), i % 12);
        }
        var subject = subject(false, 0);
        var oneEach = Buckets.all(1).stream()
                .map(one -> inventory.of(subject, "s", 1, one))
                .toList();
        var files = new TreeMap<>(written);
        written.clear();
        var atOnce = inventory.of(subject, "s", 1, new Buckets(0, Participation.BUCKETS - 1));
        assertThat(atOnce.tally())
                .isEqualTo(oneEach.stream().map(TakeInventory.Found::tally).reduce(Tally.NONE, Tally::and));
        assertThat(written).isEqualTo(files).hasSize(atOnce.files());
    }

    @Test
    void progressTellsRateAndWhatIsLeftOfTheLastRound() {
        var rounds = new TreeMap<Integer, Long>();
        rounds.put(1, 900L);
        rounds.put(2, 400L);
        var settlement =
                new Settlement("feast", FRIDAY, "s", "event-run", 3, LATER, rounds, Optional.empty(), Tally.NONE);
        var parts = List.of(
                new Progress.Part(1, "00-1", 900, LATER, LATER.plusSeconds(3)),
                new Progress.Part(2, "00-1", 50, LATER.plusSeconds(10), LATER.plusSeconds(12)),
                new Progress.Part(2, "01-1", 50, LATER.plusSeconds(11), LATER.plusSeconds(14)));
        assertThat(Progress.of(settlement, parts))
                .isEqualTo(new Progress(400, 100, 25, Optional.of(Duration.ofSeconds(12))));
        assertThat(Progress.of(settlement, List.of()).remaining()).isEmpty();
    }
}
