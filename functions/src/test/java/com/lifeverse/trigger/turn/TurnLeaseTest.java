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
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class TurnLeaseTest {
    private static final Instant NOW = Instant.parse("2026-11-20T18:42:09Z");
    private static final Duration LEASE = Duration.ofHours(2);
    private static final String KEY = "turn_1";

    private final TurnDesk desk = new TurnDesk(new RememberedTurns());
    private final List<String> stopped = new ArrayList<>();

    @Test
    void whatStaffHaveHadGoOnKeepsItsTurnUntilItIsEndedWithItsLease() {
        end(begun(redrive("a", "m1")), Ending.GOES_ON);
        var over = NOW.plus(LEASE);
        assertThat(look(_ -> false, over.minusMillis(1))).isEmpty();
        assertThat(stopped).isEmpty();

        assertThat(desk.redrive(KEY, wish("b"), "m2", over)).isInstanceOf(Outcome.Held.class);
        assertThat(look(_ -> false, over)).isPresent();
        assertThat(stopped).containsExactly("a");
        assertThat(desk.redrive(KEY, wish("b"), "m3", over)).isInstanceOf(Outcome.Yours.class);
    }

    @Test
    void nobodyEndsARunWithALeaseThatStaffHaveRenewedMeanwhile() {
        end(begun(redrive("a", "m1")), Ending.GOES_ON);
        var over = NOW.plus(LEASE);
        look(
                run -> {
                    var again = begun(desk.redrive(KEY, wish(run), "m2", over));
                    desk.end(KEY, again, Ending.GOES_ON, 1, over);
                    return false;
                },
                over);

        assertThat(stopped).isEmpty();
        assertThat(desk.redrive(KEY, wish("b"), "m3", over)).isInstanceOf(Outcome.Held.class);
    }

    @Test
    void whatWasCutOffWhileARunWasHadGoOnIsLookedAtToo() {
        redrive("a", "m1");
        assertThat(look(_ -> true, NOW.plus(TurnMoves.LONGEST).minusMillis(1))).isEmpty();
        assertThat(look(_ -> true, NOW.plus(TurnMoves.LONGEST))).isPresent();
    }

    @Test
    void aRunWhoseEndCannotBeSeenIsEndedWithItsLease() {
        desk.take(KEY, wish("a"), NOW);
        assertThat(look(_ -> false, NOW)).isEmpty();
        desk.leave(KEY, "a", NOW);

        assertThat(look(_ -> false, NOW)).isPresent();
        assertThat(stopped).containsExactly("a");
    }

    @Test
    void whoLeavesARunThatStaffHaveGoOnTakesNothingOfItsLease() {
        var move = begun(redrive("a", "m1"));
        desk.leave(KEY, "a", NOW);
        end(move, Ending.GOES_ON);
        desk.leave(KEY, "a", NOW);

        assertThat(look(_ -> false, NOW)).isEmpty();
        assertThat(stopped).isEmpty();
    }

    private Optional<List<Waiting>> look(Predicate<String> hasEnded, Instant now) {
        return desk.giveBackEnded(KEY, new RememberedEnds(hasEnded, stopped::add), "look", 1, now);
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

    private static Wish wish(String run) {
        return new Wish(run, 1, false, LEASE, "");
    }
}
