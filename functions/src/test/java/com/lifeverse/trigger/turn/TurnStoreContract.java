package com.lifeverse.trigger.turn;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.trigger.turn.TurnRules.Outcome;
import com.lifeverse.trigger.turn.TurnRules.Wish;
import com.lifeverse.trigger.turn.Turns.Holder;
import com.lifeverse.trigger.turn.Turns.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every place must do where turns are kept; the desk works on it. */
public abstract class TurnStoreContract {
    private static final Instant NOW = Instant.parse("2026-11-20T18:42:09Z");
    private static final Turns TURNS = new Turns(
            List.of(
                    new Holder("a", NOW.plusSeconds(60)),
                    new Holder("d", NOW, true, Optional.of(new Turns.Move("m-1", NOW)))),
            List.of(new Waiting("b", NOW, "t-1"), new Waiting("c", NOW, "")));

    /** A place where nobody has a turn. */
    protected abstract TurnStore store();

    @Test
    void turnsAreFoundAsTheyWereWritten() {
        var store = store();

        assertThat(store.find("k")).isEqualTo(new TurnStore.Found(0, Turns.FREE));
        assertThat(store.replace("k", 0, TURNS, NOW)).isTrue();
        assertThat(store.find("k")).isEqualTo(new TurnStore.Found(1, TURNS));
        assertThat(store.find("other").turns()).isEqualTo(Turns.FREE);
    }

    @Test
    void whatIsBasedOnAnOldVersionChangesNothing() {
        var store = store();
        store.replace("k", 0, TURNS, NOW);

        assertThat(store.replace("k", 0, Turns.FREE, NOW)).isFalse();
        assertThat(store.replace("k", 2, Turns.FREE, NOW)).isFalse();
        assertThat(store.find("k").turns()).isEqualTo(TURNS);
        assertThat(store.replace("k", 1, Turns.FREE, NOW)).isTrue();
    }

    @Test
    void oneAfterTheOtherGoesOnThroughTheDesk() {
        var desk = new TurnDesk(store());

        assertThat(desk.take("k", wish("a"), NOW)).isInstanceOf(Outcome.Yours.class);
        assertThat(desk.take("k", wish("a"), NOW)).isInstanceOf(Outcome.Yours.class);
        assertThat(desk.take("k", wish("b"), NOW)).isInstanceOf(Outcome.Waits.class);
        assertThat(desk.release("k", "a", 1, NOW)).extracting(Waiting::token).containsExactly("token-of-b");
        assertThat(desk.release("k", "a", 1, NOW))
                .as("again, where the first telling was lost")
                .extracting(Waiting::token)
                .containsExactly("token-of-b");
        assertThat(desk.take("k", wish("b"), NOW)).isInstanceOf(Outcome.Yours.class);
        assertThat(desk.release("k", "b", 1, NOW)).isEmpty();
    }

    private static Wish wish(String run) {
        return new Wish(run, 1, true, Duration.ofHours(1), "token-of-" + run);
    }
}
