package com.lifeverse.liveops.participation;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.liveops.calendar.Clocks;
import com.lifeverse.liveops.desk.Published;
import com.lifeverse.liveops.desk.Revision;
import com.lifeverse.liveops.event.Audience;
import com.lifeverse.liveops.event.LiveEvent.Admission;
import com.lifeverse.liveops.event.LiveEvent.Progress;
import com.lifeverse.liveops.event.LiveEvent.Reward;
import com.lifeverse.liveops.participation.ParticipationDesk.Entering;
import com.lifeverse.liveops.participation.ParticipationDesk.Happening;
import com.lifeverse.liveops.support.Given;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A player's clocks, in an event of each day by players' own: announced half a day before, in review for an hour. */
@Tag("rules")
final class OwnClocksTest {
    private static final Published DAILY = daily();
    private static final ZoneOffset EAST = ZoneOffset.ofHours(14);
    private static final ZoneOffset WEST = ZoneOffset.ofHours(-12);

    private final RememberedParticipations store = new RememberedParticipations();
    private Instant now = Instant.parse("2026-11-22T11:00:00Z");

    private final ParticipationDesk desk = new ParticipationDesk(
            store,
            store,
            new Viewers() {
                @Override
                public KnownProfile find(String playerId) {
                    return KnownProfile.NOBODY;
                }

                @Override
                public void keep(String playerId, KnownProfile profile) {
                    throw new AssertionError("Nobody tells");
                }
            },
            (pattern, profile) -> new TreeMap<>(pattern).equals(profile),
            new ParticipationPolicy(2, 3, Duration.ofDays(90)),
            () -> now);

    private static Published daily() {
        var once = Given.with(
                Given.calendar("2026-11-20T00:00", "P1D", new Clocks.PlayerLocal()), "PT12H", "PT1H", "PT1H");
        var calendar = Given.again(once, "FREQ=DAILY");
        var event = Given.with(
                Given.with(
                        Given.event("daily", calendar, Audience.ALL, Map.of()),
                        Optional.of(new Progress("objective", false)),
                        List.of(new Reward(1, 2, "lantern", 1)),
                        List.of()),
                Admission.OPEN);
        return new Published(new Revision(1, "ann", Instant.EPOCH, event, Map.of()), Instant.EPOCH, new TreeSet<>());
    }

    private static LocalDateTime day(int day) {
        return LocalDateTime.of(2026, 11, day, 0, 0);
    }

    private static LocalDateTime occurrence(Entering entering) {
        return ((Entering.In) entering).participation().occurrence();
    }

    private Entering enter(ZoneOffset offset) {
        return desk.enter(DAILY, "anna", offset);
    }

    private void act(String id, Instant at) {
        desk.advance(DAILY, new Happening("anna", id, 1, at));
    }

    private long progress() {
        return LongStream.rangeClosed(20, 30).map(day -> progress((int) day)).sum();
    }

    private long progress(int day) {
        return store.find("daily", day(day), "anna")
                .map(Participation::progress)
                .orElse(0L);
    }

    @Test
    void whateverClocksAPlayerSaysWhatHappensOnceCountsInOneOccurrence() {
        assertThat(occurrence(enter(ZoneOffset.UTC))).isEqualTo(day(22));
        assertThat(occurrence(enter(EAST))).isEqualTo(day(22));
        assertThat(occurrence(enter(WEST))).isEqualTo(day(22));

        act("dec_1", now);
        now = now.plusSeconds(3_600);
        enter(EAST);
        act("dec_2", now);

        assertThat(progress(22)).isEqualTo(2);
        assertThat(progress()).isEqualTo(2);
    }

    @Test
    void ofTwoJoinsAtOnceTheOtherGoesByTheClocksOfTheFirst() {
        store.meanwhile.add(() -> assertThat(occurrence(enter(EAST))).isEqualTo(day(23)));

        var entered = (Entering.In) enter(WEST);

        assertThat(entered.participation().offset()).isEqualTo(EAST);
        assertThat(entered.participation().occurrence()).isEqualTo(day(23));
        assertThat(entered.first()).isFalse();
        act("dec_1", now);
        assertThat(progress()).isEqualTo(1);
    }

    @Test
    void clocksHoldUntilTheOccurrenceIsOverByThem() {
        enter(ZoneOffset.UTC);

        now = Instant.parse("2026-11-23T00:30:00Z");
        var next = (Entering.In) enter(EAST);
        assertThat(next.participation().occurrence()).isEqualTo(day(23));
        assertThat(next.participation().offset())
                .as("the day before is in review")
                .isEqualTo(ZoneOffset.UTC);

        now = Instant.parse("2026-11-24T00:59:59Z");
        assertThat(occurrence(enter(WEST))).as("by those of UTC").isEqualTo(day(24));

        now = Instant.parse("2026-11-25T01:00:00Z");
        var free = (Entering.In) enter(EAST);
        assertThat(free.participation().occurrence()).isEqualTo(day(25));
        assertThat(free.participation().offset()).isEqualTo(EAST);
    }

    @Test
    void whatHappenedInTheOccurrenceBeforeCountsInNoneThatIsJoinedByOtherClocks() {
        enter(ZoneOffset.UTC);
        var before = Instant.parse("2026-11-22T15:00:00Z");
        now = before;
        act("dec_1", before);

        now = Instant.parse("2026-11-23T01:00:00Z");
        var next = (Entering.In) enter(EAST);
        assertThat(next.participation().offset()).isEqualTo(EAST);
        assertThat(next.participation().occurrence()).isEqualTo(day(23));
        act("dec_1", before);
        act("dec_2", before);
        act("dec_3", now);

        assertThat(progress(22)).isEqualTo(1);
        assertThat(progress(23)).as("of what happened since").isEqualTo(1);
    }

    @Test
    void byClocksOfWhomItIsNotAnnouncedToThereIsNoSuchEvent() {
        now = Instant.parse("2026-11-19T11:59:59Z");

        assertThat(enter(ZoneOffset.UTC)).isEqualTo(new Entering.Unannounced());
        assertThat(enter(EAST)).isInstanceOf(Entering.In.class);
        assertThat(enter(WEST)).as("they go by those they said").isInstanceOf(Entering.In.class);
        now = now.plusSeconds(1);
        assertThat(desk.enter(DAILY, "bert", ZoneOffset.UTC)).isInstanceOf(Entering.In.class);
    }
}
