package com.lifeverse.liveops.participation;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.liveops.calendar.Clocks;
import com.lifeverse.liveops.desk.Published;
import com.lifeverse.liveops.desk.Revision;
import com.lifeverse.liveops.event.Audience;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.event.LiveEvent.Admission;
import com.lifeverse.liveops.event.LiveEvent.Progress;
import com.lifeverse.liveops.event.LiveEvent.Reward;
import com.lifeverse.liveops.participation.Goals.Goal;
import com.lifeverse.liveops.participation.ParticipationDesk.Entering;
import com.lifeverse.liveops.participation.ParticipationDesk.Happening;
import com.lifeverse.liveops.participation.ParticipationDesk.Heard;
import com.lifeverse.liveops.participation.ParticipationRules.Claiming;
import com.lifeverse.liveops.participation.ParticipationRules.Reason;
import com.lifeverse.liveops.support.Given;
import com.lifeverse.platform.Envelope;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class ParticipationDeskTest {
    private static final LocalDateTime FRIDAY = LocalDateTime.parse("2027-03-05T18:00");
    private static final Instant START = Instant.parse("2027-03-05T18:00:00Z");
    private static final List<Reward> REWARDS = List.of(new Reward(1, 2, "lantern", 1), new Reward(2, 4, "kite", 1));
    private static final ParticipationPolicy POLICY = new ParticipationPolicy(2, 3, Duration.ofDays(90));

    private final RememberedParticipations store = new RememberedParticipations();
    private final Map<String, KnownProfile> known = new TreeMap<>();
    private Instant now = START;

    private final ParticipationDesk desk = new ParticipationDesk(
            store,
            store,
            new Viewers() {
                @Override
                public KnownProfile find(String playerId) {
                    return known.getOrDefault(playerId, KnownProfile.NOBODY);
                }

                @Override
                public void keep(String playerId, KnownProfile profile) {
                    known.put(playerId, profile);
                }
            },
            (pattern, profile) -> pattern.entrySet().stream()
                    .allMatch(field -> field.getValue().equals(profile.get(field.getKey()))),
            POLICY,
            () -> now);

    private static Published feast(Clocks clocks, boolean together, Admission admission, Audience audience) {
        var calendar = Given.with(Given.calendar("2027-03-05T18:00", "P1D", clocks), "P2D", "PT6H", "P1D");
        var event = Given.with(
                Given.with(
                        Given.event("feast", calendar, audience, Map.of()),
                        Optional.of(new Progress("objective", together)),
                        REWARDS,
                        List.of()),
                admission);
        return new Published(new Revision(1, "ann", START, event, Map.of()), START, new TreeSet<>());
    }

    private static final Published FEAST = feast(new Clocks.Utc(), false, Admission.OPEN, Audience.ALL);
    private static final Published FOREST = feast(new Clocks.Utc(), true, Admission.OPEN, Audience.ALL);
    private static final Published LOCAL = feast(new Clocks.PlayerLocal(), false, Admission.OPEN, Audience.ALL);

    private static LiveEvent event(Published published) {
        return published.revision().event();
    }

    private Heard act(Published published, String playerId, String id) {
        return desk.advance(published, new Happening(playerId, id, 1, now));
    }

    private long progress(String playerId) {
        return store.find("feast", FRIDAY, playerId)
                .map(Participation::progress)
                .orElse(-1L);
    }

    private List<String> told() {
        return store.told.stream().map(Envelope::type).toList();
    }

    @Test
    void whoeverMakesProgressIsInAndEachHappeningCountsOnce() {
        assertThat(act(FEAST, "anna", "dec_1")).isEqualTo(Heard.COUNTED);
        assertThat(act(FEAST, "anna", "dec_1")).isEqualTo(Heard.COUNTED_BEFORE);
        assertThat(act(FEAST, "anna", "dec_2")).isEqualTo(Heard.COUNTED);
        assertThat(act(FEAST, "bert", "dec_3")).isEqualTo(Heard.COUNTED);

        assertThat(progress("anna")).isEqualTo(2);
        assertThat(progress("bert")).isEqualTo(1);
        assertThat(told()).containsExactly(ParticipationEvents.TIER_REACHED);
    }

    @Test
    void nobodyIsInByProgressWhereTheyAreToSaySoOrTheirClocks() {
        var explicit = feast(
                new Clocks.Utc(), false, new Admission(true, true, Optional.empty(), Optional.empty()), Audience.ALL);

        assertThat(act(explicit, "anna", "dec_1")).isEqualTo(Heard.IGNORED);
        assertThat(act(LOCAL, "anna", "dec_1")).isEqualTo(Heard.IGNORED);

        desk.enter(LOCAL, "anna", ZoneOffset.ofHours(1));
        assertThat(act(LOCAL, "anna", "dec_1")).isEqualTo(Heard.COUNTED);
        now = START.plus(Duration.ofHours(23));
        assertThat(act(LOCAL, "anna", "dec_2")).as("ended by their clocks").isEqualTo(Heard.IGNORED);
    }

    @Test
    void whoJoinsAgainIsInAsBefore() {
        var first = (Entering.In) desk.enter(LOCAL, "anna", ZoneOffset.ofHours(1));
        var again = (Entering.In) desk.enter(LOCAL, "anna", ZoneOffset.ofHours(-5));

        assertThat(first.first()).isTrue();
        assertThat(again.first()).isFalse();
        assertThat(again.participation()).isEqualTo(first.participation());
    }

    @Test
    void seatsAndBoardsHoldAsManyAsTheyMay() {
        var small = feast(
                new Clocks.Utc(), false, new Admission(false, true, Optional.of(3), Optional.empty()), Audience.ALL);
        for (var playerId : List.of("anna", "bert", "cleo")) {
            assertThat(act(small, playerId, "dec_1")).isEqualTo(Heard.COUNTED);
        }

        assertThat(desk.enter(small, "dora", ZoneOffset.UTC)).isEqualTo(new Entering.Out(Reason.FULL));
        assertThat(act(small, "dora", "dec_1")).isEqualTo(Heard.IGNORED);
        assertThat(act(small, "anna", "dec_2")).isEqualTo(Heard.COUNTED);
        assertThat(store.board("feast", FRIDAY, 0, 9)).hasSize(2);
        assertThat(store.board("feast", FRIDAY, 1, 9)).hasSize(1);
    }

    @Test
    void onlyTheAudienceComesInAndATagThatHasRunOutIsNoneAnyMore() {
        var newcomers = feast(
                new Clocks.Utc(),
                false,
                Admission.OPEN,
                new Audience(List.of(Map.of("tags", List.of("newcomer"))), List.of(), 100));
        var until = new TreeMap<>(Map.of("newcomer", START.plusSeconds(60)));
        known.put("anna", new KnownProfile(1, Map.of("tags", List.of("newcomer"), "untagged", List.of()), until));

        assertThat(act(newcomers, "bert", "dec_1")).isEqualTo(Heard.IGNORED);
        assertThat(act(newcomers, "anna", "dec_1")).isEqualTo(Heard.COUNTED);
        now = START.plusSeconds(60);
        assertThat(act(newcomers, "anna", "dec_2")).as("whoever is in stays in").isEqualTo(Heard.COUNTED);
        known.put("cleo", new KnownProfile(1, Map.of("tags", List.of("newcomer"), "untagged", List.of()), until));
        assertThat(act(newcomers, "cleo", "dec_3")).isEqualTo(Heard.IGNORED);
    }

    @Test
    void aClaimAsksForTheGrantOnce() {
        act(FEAST, "anna", "dec_1");
        act(FEAST, "anna", "dec_2");

        assertThat(desk.claim(event(FEAST), FRIDAY, "anna", Set.of(1))).containsInstanceOf(Claiming.Claimed.class);
        assertThat(desk.claim(event(FEAST), FRIDAY, "anna", Set.of(1))).contains(new Claiming.Before());
        assertThat(desk.claim(event(FEAST), FRIDAY, "bert", Set.of(1))).isEmpty();
        now = START.plus(Duration.ofDays(3));
        assertThat(desk.settle(event(FEAST), FRIDAY, "anna")).contains(new Claiming.Before());

        assertThat(told()).containsExactly(ParticipationEvents.TIER_REACHED, ParticipationEvents.REWARD_OWED);
        assertThat(store.told.getLast().payload())
                .containsEntry("event", "feast")
                .containsEntry("occurrence", "2027-03-05T18:00")
                .containsEntry("tier", 1)
                .containsEntry("item", "lantern");
    }

    @Test
    void whatAllCameToIsPublishedOnceAndHasATierToldOnce() {
        var keeper = new GoalKeeper(store, POLICY);
        act(FOREST, "anna", "dec_1");
        act(FOREST, "bert", "dec_2");
        act(FOREST, "bert", "dec_2");
        assertThat(desk.claim(event(FOREST), FRIDAY, "anna", Set.of(1))).containsInstanceOf(Claiming.NotReached.class);

        assertThat(keeper.keep(event(FOREST), now)).isEqualTo(1);
        assertThat(keeper.keep(event(FOREST), now)).isZero();

        assertThat(store.published("feast", FRIDAY)).isEqualTo(new Goal(2, now, 1));
        assertThat(told()).containsExactly(ParticipationEvents.TIER_REACHED);
        assertThat(desk.claim(event(FOREST), FRIDAY, "anna", Set.of(1))).containsInstanceOf(Claiming.Claimed.class);
        act(FOREST, "anna", "dec_4");
        assertThat(keeper.keep(event(FOREST), now)).isEqualTo(1);
        assertThat(told())
                .as("the tier that was reached before is not told again")
                .containsExactly(ParticipationEvents.TIER_REACHED, ParticipationEvents.REWARD_OWED);
    }

    @Test
    void onePlayerTakesOneSeatHoweverOftenTheyJoinAtOnce() {
        var small = seats(10);
        for (int number = 1; number < 40; number++) {
            store.meanwhile.add(() -> desk.enter(small, "anna", ZoneOffset.UTC));
        }
        assertThat(desk.enter(small, "anna", ZoneOffset.UTC)).isInstanceOf(Entering.In.class);

        var others = new TreeMap<String, Boolean>();
        for (int number = 0; number < 20; number++) {
            var playerId = "other-" + number;
            others.put(playerId, desk.enter(small, playerId, ZoneOffset.UTC) instanceof Entering.In);
        }
        assertThat(others.values().stream().filter(in -> in)).hasSize(9);
    }

    @Test
    void onePlayerTakesOneSeatHoweverMuchTheyDoAtOnce() {
        var small = seats(2);
        store.meanwhile.add(() -> act(small, "anna", "dec_2"));
        store.meanwhile.add(() -> {});
        act(small, "anna", "dec_1");

        assertThat(progress("anna")).isEqualTo(2);
        assertThat(act(small, "bert", "dec_3")).isEqualTo(Heard.COUNTED);
        assertThat(act(small, "cleo", "dec_4")).isEqualTo(Heard.IGNORED);
    }

    @Test
    void whoIsInByAnotherDeviceWhileAllSeatsAreTakenIsIn() {
        var small = seats(1);
        store.meanwhile.add(
                () -> assertThat(desk.enter(small, "anna", ZoneOffset.UTC)).isEqualTo(new Entering.Out(Reason.FULL)));

        assertThat(desk.enter(small, "anna", ZoneOffset.UTC)).isInstanceOf(Entering.In.class);
        assertThat(desk.enter(small, "anna", ZoneOffset.UTC)).isInstanceOf(Entering.In.class);
    }

    private static Published seats(int most) {
        return feast(
                new Clocks.Utc(), false, new Admission(false, true, Optional.of(most), Optional.empty()), Audience.ALL);
    }
}
