package com.lifeverse.trigger.turn;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.trigger.turn.TurnMoves.Begun;
import com.lifeverse.trigger.turn.TurnMoves.Ending;
import com.lifeverse.trigger.turn.TurnMoves.Outcome;
import com.lifeverse.trigger.turn.TurnRules.Wish;
import com.lifeverse.trigger.turn.Turns.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class TurnMovesTest {
    private static final Instant NOW = Instant.parse("2026-11-20T18:42:09Z");
    private static final Duration LEASE = Duration.ofHours(2);
    private static final String KEY = "turn_1";

    private final TurnDesk desk = new TurnDesk(new RememberedTurns());

    @Test
    void whoIsRefusedWhileAnotherRedrivesTheRunTakesNothingFromThem() {
        var first = begun(redrive("a", "m1"));
        assertThat(redrive("a", "m2")).isInstanceOf(Outcome.Busy.class);
        end(first, Ending.GOES_ON);

        // Too late, and refused, for the run goes on.
        end(begun(redrive("a", "m3")), Ending.REFUSED);
        assertThat(redrive("b", "m4")).isInstanceOf(Outcome.Held.class);
    }

    @Test
    void whoTookTheTurnAndIsRefusedGivesItBack() {
        end(begun(redrive("a", "m1")), Ending.REFUSED);

        assertThat(redrive("b", "m2")).isInstanceOf(Outcome.Yours.class);
    }

    @Test
    void whoEndsAfterTheyWereTakenForCutOffChangesNothing() {
        var slow = begun(redrive("a", "m1"));
        var later = NOW.plus(TurnMoves.LONGEST);
        var next = begun(desk.redrive(KEY, wish("a"), "m2", later));
        desk.end(KEY, slow, Ending.REFUSED, 1, later);
        desk.end(KEY, next, Ending.GOES_ON, 1, later);

        assertThat(desk.redrive(KEY, wish("b"), "m3", later)).isInstanceOf(Outcome.Held.class);
    }

    @Test
    void whatStaffHaveHadGoOnGivesItsTurnBackOnceWhoComesNextSeesThatItHasEnded() {
        end(begun(redrive("a", "m1")), Ending.GOES_ON);
        assertThat(look(_ -> false, NOW)).isEmpty();
        assertThat(redrive("b", "m2")).isInstanceOf(Outcome.Held.class);

        assertThat(look("a"::equals, NOW)).isPresent();
        assertThat(redrive("b", "m3")).isInstanceOf(Outcome.Yours.class);
    }

    @Test
    void nobodyLooksForTheEndOfARunWhoseEndIsWaitedForOrThatStaffAreAt() {
        desk.take(KEY, wish("a"), NOW);
        assertThat(look(_ -> true, NOW)).isEmpty();
        desk.release(KEY, "a", 1, NOW);

        redrive("a", "m1");
        assertThat(look(_ -> true, NOW)).isEmpty();
    }

    @Test
    void aRunThatIsHadGoOnAnewWhileSomebodyLooksKeepsItsTurn() {
        end(begun(redrive("a", "m1")), Ending.GOES_ON);
        var later = NOW.plusSeconds(9);
        look(
                run -> {
                    var again = begun(desk.redrive(KEY, wish(run), "m2", later));
                    desk.end(KEY, again, Ending.GOES_ON, 1, later);
                    return true;
                },
                later);

        assertThat(redrive("b", "m3")).isInstanceOf(Outcome.Held.class);
    }

    @Test
    void whoStartedTheRunAndHearsOfItsFirstEndLaterDoesNotGiveBackWhatItGoesOnWith() {
        desk.take(KEY, wish("a"), NOW);
        var move = begun(redrive("a", "m1"));
        desk.release(KEY, "a", 1, NOW);
        end(move, Ending.GOES_ON);
        desk.release(KEY, "a", 1, NOW);
        assertThat(redrive("b", "m2")).isInstanceOf(Outcome.Held.class);

        end(begun(desk.stop(KEY, "a", "m3", NOW)), Ending.OVER);
        assertThat(redrive("b", "m4")).isInstanceOf(Outcome.Yours.class);
    }

    @Test
    void whatItsStarterGivesBackWhileARedriveIsRefusedIsFree() {
        desk.take(KEY, wish("a"), NOW);
        var move = begun(redrive("a", "m1"));
        desk.release(KEY, "a", 1, NOW);
        end(move, Ending.REFUSED);

        assertThat(redrive("b", "m2")).isInstanceOf(Outcome.Yours.class);
    }

    @Test
    void redrivenRunHasAWholeLeaseAnew() {
        desk.take(KEY, wish("a"), NOW.minus(LEASE).plusSeconds(1));
        end(begun(redrive("a", "m1")), Ending.GOES_ON);

        assertThat(desk.redrive(KEY, wish("b"), "m2", NOW.plus(LEASE).minusSeconds(1)))
                .isInstanceOf(Outcome.Held.class);
    }

    @Test
    void whoeverStopsRedrivesAndEndsInWhateverOrderOnlyOneRunGoesOn() {
        for (int seed = 0; seed < 2_000; seed++) {
            new Play(seed, seed % 2 == 0 ? LEASE : Duration.ZERO).play();
        }
    }

    /** Two runs, those who start them, and staff, each a step at a time, as a service tells whether it can be done. */
    private final class Play {
        private final Random random;
        private final String key;
        private final Duration lease;
        private final List<String> running = new ArrayList<>();
        private final List<Begun> redrives = new ArrayList<>();
        private final List<Begun> stops = new ArrayList<>();
        private final HashMap<Begun, Ending> endings = new HashMap<>();
        private final List<String> toRelease = new ArrayList<>();

        private Play(int seed, Duration lease) {
            random = new Random(seed);
            this.lease = lease;
            key = "turn_" + seed;
        }

        void play() {
            for (var run : List.of("a", "b")) {
                // Each was started once, one after the other, and has failed; who started it may hear of that late.
                desk.take(key, wish(run, lease), NOW);
                toRelease.add(run);
                if (run.equals("a")) {
                    desk.release(key, toRelease.removeFirst(), 1, NOW);
                }
            }
            for (int step = 0; step < 60; step++) {
                step(random.nextBoolean() ? "a" : "b", "m" + step);
                assertThat(running).as(key).hasSizeLessThan(2);
            }
        }

        private void step(String run, String move) {
            switch (random.nextInt(8)) {
                case 0 -> begin(desk.redrive(key, wish(run, lease), move, NOW), redrives);
                case 1 -> begin(desk.stop(key, run, move, NOW), stops);
                case 2 ->
                    redrives.stream()
                            .filter(each -> !endings.containsKey(each))
                            .findFirst()
                            .ifPresent(this::goOn);
                case 3 ->
                    stops.stream()
                            .filter(each -> !endings.containsKey(each))
                            .findFirst()
                            .ifPresent(this::stop);
                case 4 -> end(redrives);
                case 5 -> end(stops);
                case 6 ->
                    desk.giveBackEnded(
                            key, new RememberedEnds(each -> !running.contains(each), running::remove), move, 1, NOW);
                default -> {
                    running.remove(run);
                    if (toRelease.remove(run)) {
                        desk.release(key, run, 1, NOW);
                    }
                }
            }
        }

        private void begin(Outcome outcome, List<Begun> moves) {
            if (outcome instanceof Outcome.Yours yours) {
                moves.add(yours.begun());
            }
        }

        private void goOn(Begun move) {
            boolean goesOn = running.contains(move.run());
            if (!goesOn) {
                running.add(move.run());
            }
            endings.put(move, goesOn ? Ending.REFUSED : Ending.GOES_ON);
        }

        private void stop(Begun move) {
            running.remove(move.run());
            endings.put(move, Ending.OVER);
        }

        private void end(List<Begun> moves) {
            var ended = moves.stream().filter(endings::containsKey).findFirst();
            ended.ifPresent(move -> {
                moves.remove(move);
                desk.end(key, move, Objects.requireNonNull(endings.get(move)), 1, NOW);
            });
        }
    }

    private Outcome redrive(String run, String move) {
        return desk.redrive(KEY, wish(run), move, NOW);
    }

    private void end(Begun begun, Ending ending) {
        desk.end(KEY, begun, ending, 1, NOW);
    }

    private static Begun begun(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Yours.class);
        return ((Outcome.Yours) outcome).begun();
    }

    private Optional<List<Waiting>> look(Predicate<String> hasEnded, Instant now) {
        return desk.giveBackEnded(KEY, new RememberedEnds(hasEnded, _ -> {}), "look", 1, now);
    }

    private static Wish wish(String run) {
        return wish(run, LEASE);
    }

    private static Wish wish(String run, Duration lease) {
        return new Wish(run, 1, false, lease, "");
    }
}
