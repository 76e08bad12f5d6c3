package com.lifeverse.liveops.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.liveops.calendar.MinuteWalk.Happening;
import com.lifeverse.liveops.calendar.MinuteWalk.Spans;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code -Dlifeverse.cases=N} tries as many; {@code ./dev prove} tries a million. */
@Tag("rules")
final class PhasesReferenceTest {
    private static final long CASES = Long.getLong("lifeverse.cases", 20_000);
    private static final long SEED = Long.getLong("lifeverse.seed", 1);
    private static final int FROM_OFFSET = -12 * 4;
    private static final int TO_OFFSET = 14 * 4;

    /** Clocks, and a moment around which something may happen to them. */
    private record Scene(Clocks clocks, ZoneOffset player, ZoneId zone, Instant around) {}

    @Test
    void agreeWithAWalkThroughEachMinuteAroundEveryChangeOfClocksOfTwoYearsAndAtEveryOffset() {
        var random = new SplittableRandom(SEED);
        var scenes = scenes();
        long perScene = Math.max(1, CASES / scenes.size());
        long tried = 0;
        for (var scene : scenes) {
            var walk = new MinuteWalk(scene.zone(), scene.around());
            for (long i = 0; i < perScene; i++, tried++) {
                var event = event(walk, random);
                long second = second(scene, event, random);
                var moment = Phases.at(calendar(event, scene.clocks()), Instant.ofEpochSecond(second), scene.player());
                assertThat(moment.phase().name())
                        .as("%s in %s at %s", event, scene, Instant.ofEpochSecond(second))
                        .isEqualTo(walk.phase(event, second));
            }
        }
        System.out.println(tried + " cases in " + scenes.size() + " scenes");
        assertThat(scenes.size()).isGreaterThan(1_000);
    }

    private static List<Scene> scenes() {
        var first = Instant.parse("2026-01-01T00:00:00Z");
        var last = Instant.parse("2028-01-01T00:00:00Z");
        List<Scene> scenes = new ArrayList<>();
        for (var name : ZoneId.getAvailableZoneIds().stream().sorted().toList()) {
            var zone = ZoneId.of(name);
            var change = zone.getRules().nextTransition(first);
            while (change != null && change.getInstant().isBefore(last)) {
                scenes.add(new Scene(new Clocks.Zone(zone), ZoneOffset.UTC, zone, change.getInstant()));
                change = zone.getRules().nextTransition(change.getInstant());
            }
        }
        for (int quarters = FROM_OFFSET; quarters <= TO_OFFSET; quarters++) {
            var offset = ZoneOffset.ofTotalSeconds(quarters * 15 * 60);
            scenes.add(new Scene(new Clocks.PlayerLocal(), offset, offset, Instant.parse("2026-12-04T18:00:00Z")));
            scenes.add(new Scene(new Clocks.Utc(), offset, ZoneOffset.UTC, Instant.parse("2027-03-28T01:00:00Z")));
        }
        return scenes;
    }

    /**
     * Within three days of the middle, often whole days and up to two hours from it, so that days lead to where clocks change; it is over,
     * whatever it is, before the walk ends.
     */
    private static Happening event(MinuteWalk walk, RandomGenerator random) {
        long start = walk.shownAt(20 * 24 * 60)
                + (random.nextBoolean()
                        ? random.nextInt(-3 * 24 * 60, 3 * 24 * 60)
                        : random.nextInt(-2, 3) * 24 * 60 + random.nextInt(-120, 120));
        boolean again = random.nextInt(4) == 0;
        return new Happening(
                start,
                spans(random, 1),
                spans(random, 0),
                spans(random, 0),
                spans(random, 0),
                again ? random.nextInt(1, 4) : 0,
                again ? random.nextInt(1, 4) : 1);
    }

    private static Spans spans(RandomGenerator random, int least) {
        return new Spans(random.nextInt(3), random.nextInt(2) == 0 ? least : random.nextInt(least, 30 * 60));
    }

    /** Anywhere near, often just when clocks change or at a full day from the start. */
    private static long second(Scene scene, Happening event, RandomGenerator random) {
        long change = scene.around().getEpochSecond();
        return switch (random.nextInt(3)) {
            case 0 -> change + random.nextInt(-4, 5) * 1_800L + random.nextInt(-1, 2);
            case 1 ->
                event.start() * 60
                        - scene.zone().getRules().getOffset(scene.around()).getTotalSeconds()
                        + event.length().days() * 86_400L * random.nextInt(2)
                        + event.length().minutes() * 60L * random.nextInt(2)
                        + random.nextInt(-1, 2) * 3_600L
                        + random.nextInt(-1, 2);
            default -> change + random.nextInt(-8 * 86_400, 8 * 86_400);
        };
    }

    private static EventCalendar calendar(Happening event, Clocks clocks) {
        var again = event.every() == 0
                ? Optional.<Recurrence>empty()
                : Optional.of(Recurrence.of("FREQ=DAILY;INTERVAL=%d;COUNT=%d".formatted(event.every(), event.times())));
        return new EventCalendar(
                LocalDateTime.ofEpochSecond(event.start() * 60, 0, ZoneOffset.UTC),
                length(event.length()),
                clocks,
                new Stages(length(event.preview()), length(event.endingSoon()), length(event.review())),
                again);
    }

    private static Length length(Spans spans) {
        return new Length(spans.days(), Duration.ofMinutes(spans.minutes()));
    }
}
