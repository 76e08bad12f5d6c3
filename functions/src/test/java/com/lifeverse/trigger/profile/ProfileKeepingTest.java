package com.lifeverse.trigger.profile;

import static com.lifeverse.trigger.Given.ANNA;
import static com.lifeverse.trigger.Given.NOW;
import static com.lifeverse.trigger.Given.win;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.support.Standard;
import com.lifeverse.trigger.Given;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.profile.ProfileKeeping.Contended;
import com.lifeverse.trigger.profile.ProfileKeeping.Heard;
import com.lifeverse.trigger.profile.ProfileStep.Say;
import com.lifeverse.trigger.profile.Profiles.Change;
import com.lifeverse.trigger.profile.Profiles.Saved;
import com.lifeverse.trigger.profile.Profiles.Stored;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("rules")
class ProfileKeepingTest {
    private static final int WINS = 120;

    private final RememberedProfiles profiles = new RememberedProfiles();
    private final ProfileKeeping keeping = keeping(profiles);

    @Test
    void allThatCameOfAPlayerIsOneReadAndOneWriteAndToldOnce() {
        var known = keeping.keep(
                ANNA,
                List.of(heard(win("m1", NOW)), heard(win("m2", NOW)), nothing(win("m3", NOW)), heard(win("m1", NOW))));

        assertThat(profiles.reads()).isEqualTo(1);
        assertThat(profiles.writes()).isEqualTo(1);
        assertThat(known.stream().map(each -> wins(each.document()))).containsExactly(1L, 2L, 2L, 2L);
        assertThat(profiles.told()).singleElement().satisfies(told -> {
            assertThat(told.type()).isEqualTo("profile.changed.v1");
            assertThat(told.payload())
                    .containsEntry("changed", List.of("counters.wins"))
                    .containsEntry("revision", 1L);
            assertThat(told.causation()).isNotEmpty();
        });
    }

    @Test
    void whatChangesNothingIsNeitherWrittenNorTold() {
        keeping.keep(ANNA, List.of(heard(win("m1", NOW)), heard(level("3", 1))));
        keeping.keep(ANNA, List.of(heard(win("m1", NOW)), heard(level("3", 1)), heard(level("2", 0))));

        assertThat(profiles.writes()).isEqualTo(1);
        assertThat(profiles.told()).hasSize(1);
    }

    @Test
    void whatIsSaidAgainLaterIsKeptAndNotTold() {
        keeping.keep(ANNA, List.of(heard(level("3", 1))));
        keeping.keep(ANNA, List.of(heard(level("3", 2))));

        assertThat(profiles.writes()).isEqualTo(2);
        assertThat(profiles.told()).hasSize(1);
    }

    @Test
    void whatFollowsIsAsFarDownItsChainAsTheFurthestCause() {
        keeping.keep(ANNA, List.of(heard(Given.afterHops(win("m1", NOW), 5)), heard(win("m2", NOW))));

        assertThat(profiles.told().getFirst().hops()).isEqualTo(6);
    }

    @Test
    void writerThatIsAlwaysOvertakenGivesUp() {
        var contended = keeping(new Profiles() {
            @Override
            public Stored read(String playerId) {
                return Stored.NOTHING;
            }

            @Override
            public Set<Long> counted(String playerId, Set<Long> keys) {
                return Set.of();
            }

            @Override
            public Saved save(Change change) {
                return new Saved.Overtaken(Stored.NOTHING, Set.of());
            }
        });

        assertThatThrownBy(() -> contended.keep(ANNA, List.of(heard(win("m1", NOW)))))
                .isInstanceOf(Contended.class);
    }

    /** Batches that are delivered in any order and again, with a process that ends before or after any of its writes. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void eachWinIsCountedOnceWhateverHappensOnTheWay(long seed) {
        var random = new Random(seed);
        var deliveries = new ArrayList<>(
                IntStream.range(0, WINS).mapToObj(at -> win("m" + at, NOW)).toList());
        deliveries.addAll(List.copyOf(deliveries));
        Collections.shuffle(deliveries, random);
        for (int from = 0; from < deliveries.size(); from += 8) {
            var batch = deliveries.subList(from, from + 8).stream()
                    .map(ProfileKeepingTest::heard)
                    .toList();
            boolean done = false;
            while (!done) {
                try {
                    keeping(new Faulty(profiles, random)).keep(ANNA, batch);
                    done = random.nextInt(4) > 0;
                } catch (Faulty.Crash crash) {
                    assertThat(crash).isNotNull();
                }
            }
        }

        assertThat(wins(keeping.look(ANNA).document())).isEqualTo(WINS);
        assertThat(profiles.told().stream()
                        .map(told -> told.payload().get("revision"))
                        .distinct())
                .hasSameSizeAs(profiles.told());
    }

    @Test
    void whatIsForeseenIsNotCountedTwiceAndNotWritten() {
        var counting = heard(win("m1", NOW)).news();
        assertThat(wins(keeping.foreseen(ANNA, counting))).isEqualTo(1);
        assertThat(profiles.writes()).isZero();

        keeping.keep(
                ANNA,
                IntStream.range(0, 40).mapToObj(at -> heard(win("m" + at, NOW))).toList());
        assertThat(wins(keeping.foreseen(ANNA, counting))).isEqualTo(40);
    }

    /** A process that ends before or after a write. */
    private record Faulty(Profiles profiles, Random random) implements Profiles {
        private static final class Crash extends RuntimeException {
            private static final long serialVersionUID = 1L;
        }

        @Override
        public Stored read(String playerId) {
            return profiles.read(playerId);
        }

        @Override
        public Set<Long> counted(String playerId, Set<Long> keys) {
            return profiles.counted(playerId, keys);
        }

        @Override
        public Saved save(Change change) {
            int chance = random.nextInt(5);
            if (chance == 0) {
                throw new Crash();
            }
            var saved = profiles.save(change);
            if (chance == 1) {
                throw new Crash();
            }
            // The SDK asks again when an answer got lost.
            return chance == 2 ? profiles.save(change) : saved;
        }
    }

    private static Heard heard(Envelope event) {
        return new Heard(
                Optional.of(event),
                Given.PROFILE.news(
                        event,
                        Given.PROFILE.projections().stream()
                                .filter(projection -> projection.from().equals(event.type()))
                                .toList()));
    }

    private static Heard heard(ProfileNews news) {
        return new Heard(Optional.empty(), Optional.of(news));
    }

    private static Heard nothing(Envelope event) {
        return new Heard(Optional.of(event), Optional.empty());
    }

    private static ProfileNews level(String level, int second) {
        return new ProfileNews(0, NOW.plusSeconds(second), List.of(new Say(Attribute.LEVEL, level)));
    }

    private static long wins(Map<String, Object> document) {
        var counters = (Map<?, ?>) Optional.ofNullable(document.get("counters")).orElseThrow();
        return Long.parseLong(String.valueOf(counters.get("wins")));
    }

    private static ProfileKeeping keeping(Profiles profiles) {
        return new ProfileKeeping(profiles, Given.PROFILE, () -> NOW, Standard.of(TriggerPolicy.class));
    }
}
