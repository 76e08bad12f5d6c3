package com.lifeverse.liveops.participation;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.liveops.participation.Goals.Goal;
import com.lifeverse.liveops.participation.Participations.Binding;
import com.lifeverse.liveops.participation.Participations.Change;
import com.lifeverse.liveops.participation.Participations.Saved;
import com.lifeverse.liveops.participation.Participations.Seat;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of participations and goals must do. */
public abstract class ParticipationsContract {
    private static final LocalDateTime MONDAY = LocalDateTime.parse("2027-03-01T18:00");
    private static final Instant SIX = Instant.parse("2027-03-01T18:00:00Z");
    private static final Instant LATER = SIX.plusSeconds(86_400);
    private static final String ANNA = "ply_019a9f2e-6c00-7a11-8b22-3c44d5e6f701";

    private static Participation begun(String playerId) {
        return Participation.begun("feast", MONDAY, playerId, SIX, ZoneOffset.ofHours(2), 0, Optional.empty())
                .stored();
    }

    private static Change change(Participation after) {
        return new Change(after, Optional.empty(), 0, List.of(), LATER);
    }

    private static Change counting(Participation after, String mark, long share) {
        return new Change(after, Optional.of(mark), share, List.of(), LATER);
    }

    /** A store with nobody in it. */
    protected abstract Participations participations();

    /** The goals of the store that was made last. */
    protected abstract Goals goals();

    @Test
    void whoBeginsIsFoundAsTheyAre() {
        var store = participations();
        assertThat(store.find("feast", MONDAY, ANNA)).isEmpty();

        assertThat(store.save(change(begun(ANNA)))).isEqualTo(Saved.DONE);

        assertThat(store.find("feast", MONDAY, ANNA)).contains(begun(ANNA));
        assertThat(store.find("feast", MONDAY.plusDays(1), ANNA)).isEmpty();
        assertThat(store.find("fest", MONDAY, ANNA)).isEmpty();
        assertThat(store.save(change(begun(ANNA)))).isEqualTo(Saved.OVERTAKEN);
    }

    @Test
    void whatIsClaimedAndCountedIsKept() {
        var store = participations();
        var first = begun(ANNA);
        var then = first.advanced(3, SIX.plusSeconds(5)).claiming(List.of(1), SIX.plusSeconds(9));
        store.save(change(first));
        store.save(change(first.advanced(3, SIX.plusSeconds(5))));

        assertThat(store.save(change(then))).isEqualTo(Saved.DONE);

        assertThat(store.find("feast", MONDAY, ANNA)).contains(then);
        assertThat(store.save(change(first.advanced(1, SIX)))).isEqualTo(Saved.OVERTAKEN);
    }

    @Test
    void aHappeningCountsOnceForAPlayerAndOccurrence() {
        var store = participations();
        var first = begun(ANNA).advanced(0, SIX);
        store.save(change(begun(ANNA)));

        assertThat(store.save(counting(first, "dec_1", 0))).isEqualTo(Saved.DONE);
        assertThat(store.save(counting(first.advanced(1, SIX), "dec_1", 0))).isEqualTo(Saved.COUNTED);

        assertThat(store.find("feast", MONDAY, ANNA)).contains(first);
        assertThat(store.save(counting(first.advanced(1, SIX), "dec_2", 0))).isEqualTo(Saved.DONE);
        assertThat(store.save(counting(begun("ply_019a9f2e-6c00-7a11-8b22-3c44d5e6f702"), "dec_1", 0)))
                .isEqualTo(Saved.DONE);
    }

    @Test
    void thePagesOfAllBucketsHaveEverybodyOnce() {
        var store = participations();
        var players = new ArrayList<String>();
        for (int number = 0; number < 200; number++) {
            players.add("ply_019a9f2e-6c00-7a11-8b22-%012d".formatted(number));
        }
        players.forEach(playerId -> store.save(change(begun(playerId))));

        var found = new ArrayList<String>();
        for (int bucket = 0; bucket < Participation.BUCKETS; bucket++) {
            var page = store.page("feast", MONDAY, bucket, Optional.empty());
            page.participations().forEach(who -> found.add(who.playerId()));
            while (page.next().isPresent()) {
                page = store.page("feast", MONDAY, bucket, page.next());
                page.participations().forEach(who -> found.add(who.playerId()));
            }
        }

        assertThat(found).containsExactlyInAnyOrderElementsOf(players);
        assertThat(IntStream.range(0, Participation.BUCKETS)
                        .mapToObj(bucket -> store.page("fest", MONDAY, bucket, Optional.empty()))
                        .flatMap(page -> page.participations().stream()))
                .isEmpty();
    }

    @Test
    void theLatestOccurrenceOfAPlayerIsKnown() {
        var store = participations();
        store.save(change(begun(ANNA)));
        var next = Participation.begun("feast", MONDAY.plusDays(7), ANNA, SIX, ZoneOffset.UTC, 0, Optional.empty())
                .stored();
        store.save(change(next));

        assertThat(store.latest("feast", ANNA)).contains(next);
        assertThat(store.latest("fea", ANNA)).isEmpty();
    }

    @Test
    void seatsAreGivenInTheirOrderAsLongAsThereAreAny() {
        var store = participations();

        assertThat(store.seat("feast", MONDAY, 0, 2, LATER)).contains(0L);
        assertThat(store.seat("feast", MONDAY, 0, 2, LATER)).contains(1L);
        assertThat(store.seat("feast", MONDAY, 0, 2, LATER)).isEmpty();
        assertThat(store.seat("feast", MONDAY, 0, 3, LATER)).contains(2L);
        assertThat(store.seat("feast", MONDAY.plusDays(1), 0, 2, LATER)).contains(0L);
        assertThat(store.seat("feast", MONDAY, 1, 2, LATER)).as("another lane").contains(0L);
    }

    @Test
    void aBoardHasWhoHasMostFirstAndOfEqualsWhoHadItEarlier() {
        var store = participations();
        for (var playerId : List.of("a", "b", "c", "d")) {
            store.save(change(begun(playerId)));
        }
        store.save(change(begun("b").advanced(5, SIX.plusSeconds(20))));
        store.save(change(begun("c").advanced(12, SIX.plusSeconds(30))));
        store.save(change(begun("d").advanced(5, SIX.plusSeconds(10))));

        assertThat(store.board("feast", MONDAY, 0, 3))
                .extracting(Participations.Standing::playerId)
                .containsExactly("c", "d", "b");
        assertThat(store.board("feast", MONDAY, 0, 1))
                .containsExactly(new Participations.Standing("c", 12, SIX.plusSeconds(30)));
        assertThat(store.board("feast", MONDAY, 1, 3)).isEmpty();
    }

    @Test
    void allSharesComeToTheSum() {
        var store = participations();
        for (int number = 0; number < 20; number++) {
            var who = begun("ply_" + number);
            store.save(counting(who, "dec_1", 1));
            store.save(counting(who.advanced(3, SIX), "dec_2", 3));
            store.save(counting(who.advanced(3, SIX), "dec_2", 3));
        }

        assertThat(goals().sum("feast", MONDAY)).isEqualTo(80);
        assertThat(goals().sum("feast", MONDAY.plusDays(1))).isZero();
    }

    @Test
    void aTotalIsPublishedByOneAtATime() {
        participations();
        var goals = goals();
        assertThat(goals.published("feast", MONDAY)).isEqualTo(Goal.NOTHING);

        assertThat(goals.publish("feast", MONDAY, new Goal(80, SIX, 1), List.of(), LATER))
                .isTrue();
        assertThat(goals.publish("feast", MONDAY, new Goal(70, SIX, 1), List.of(), LATER))
                .isFalse();
        assertThat(goals.publish("feast", MONDAY, new Goal(90, SIX, 2), List.of(), LATER))
                .isTrue();

        assertThat(goals.published("feast", MONDAY)).isEqualTo(new Goal(90, SIX, 2));
        assertThat(goals.sum("feast", MONDAY)).isZero();
    }

    @Test
    void clocksAreBoundByWhoeverReadThemLast() {
        var store = participations();
        var own = new OwnClocks(ZoneOffset.ofHours(2), MONDAY);
        var next = new OwnClocks(ZoneOffset.ofHours(2), MONDAY.plusDays(1));
        var tuesday = Participation.begun(
                        "feast", MONDAY.plusDays(1), ANNA, SIX, ZoneOffset.ofHours(2), 0, Optional.empty())
                .stored();
        assertThat(store.clocks("feast", ANNA)).isEmpty();

        assertThat(store.save(binding(begun(ANNA), Optional.empty(), own))).isEqualTo(Saved.DONE);

        assertThat(store.clocks("feast", ANNA)).contains(own);
        assertThat(store.clocks("fest", ANNA)).isEmpty();
        assertThat(store.save(binding(tuesday, Optional.empty(), next))).isEqualTo(Saved.OVERTAKEN);
        assertThat(store.save(binding(tuesday, Optional.of(next), next))).isEqualTo(Saved.OVERTAKEN);
        assertThat(store.find("feast", MONDAY.plusDays(1), ANNA)).isEmpty();
        assertThat(store.save(binding(tuesday, Optional.of(own), next))).isEqualTo(Saved.DONE);
        assertThat(store.clocks("feast", ANNA)).contains(next);
    }

    @Test
    void aSeatThatIsGivenBackIsTakenAgainOnceHoweverOftenEitherIsAskedFor() {
        var store = participations();
        store.seat("feast", MONDAY, 0, 2, LATER);
        store.seat("feast", MONDAY, 0, 2, LATER);
        assertThat(store.takeAgain("feast", MONDAY, 0)).isEmpty();

        store.giveBack("feast", MONDAY, 0, new Seat(1, 0), LATER);
        store.giveBack("feast", MONDAY, 0, new Seat(1, 0), LATER);

        assertThat(store.seat("feast", MONDAY, 0, 2, LATER)).isEmpty();
        assertThat(store.takeAgain("feast", MONDAY, 0)).contains(new Seat(1, 1));
        assertThat(store.takeAgain("feast", MONDAY, 0)).isEmpty();
        store.giveBack("feast", MONDAY, 0, new Seat(1, 0), LATER);
        assertThat(store.takeAgain("feast", MONDAY, 0))
                .as("whoever had it before has nothing to give back")
                .isEmpty();
        store.giveBack("feast", MONDAY, 0, new Seat(1, 1), LATER);
        assertThat(store.takeAgain("feast", MONDAY, 0)).contains(new Seat(1, 2));
        assertThat(store.takeAgain("feast", MONDAY.plusDays(1), 0)).isEmpty();
    }

    @Test
    void whoSitsInACountedSeatIsFoundInIt() {
        var store = participations();
        var anna = Participation.begun("feast", MONDAY, ANNA, SIX, ZoneOffset.UTC, 0, Optional.of(new Seat(7, 1)))
                .stored();
        store.save(change(anna));

        assertThat(store.find("feast", MONDAY, ANNA)).contains(anna);
    }

    private static Change binding(Participation after, Optional<OwnClocks> before, OwnClocks clocks) {
        return new Change(after, Optional.empty(), 0, List.of(), LATER, Optional.of(new Binding(before, clocks)));
    }
}
