package com.lifeverse.trigger.turn;

import com.lifeverse.platform.NameBasedId;
import com.lifeverse.trigger.turn.TurnMoves.Outcome.Yours;
import com.lifeverse.trigger.turn.TurnRules.Outcome;
import com.lifeverse.trigger.turn.TurnRules.Wish;
import com.lifeverse.trigger.turn.Turns.Holder;
import com.lifeverse.trigger.turn.Turns.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Where runs ask for their turn and give it back. Whoever is overtaken is judged anew, by what is then so. */
public record TurnDesk(TurnStore store) {
    private static final int ATTEMPTS = 10;
    private static final Duration LONGEST = Duration.ofDays(32);

    /** Under which key turns for this are kept; it tells nothing of the player. */
    public static String key(String name, String of) {
        return NameBasedId.of("turn_", name, of);
    }

    /** Asks whether it is the run's turn; a write, unless nothing is otherwise than before. */
    public Outcome take(String key, Wish wish, Instant now) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var found = store.find(key);
            var outcome = TurnRules.take(found.turns(), wish, now);
            if (outcome.after().equals(found.turns()) || write(key, found, outcome.after(), now)) {
                return outcome;
            }
        }
        throw contended(key);
    }

    /** Staff begin to have a run go on; they end with {@link #end}. A write, unless it is refused. */
    public TurnMoves.Outcome redrive(String key, Wish wish, String move, Instant now) {
        return begin(key, turns -> TurnMoves.redrive(turns, wish, move, now), now);
    }

    /** Staff begin to stop a run; they end with {@link #end}. A write, unless it is refused or has no turn. */
    public TurnMoves.Outcome stop(String key, String run, String move, Instant now) {
        return begin(key, turns -> TurnMoves.stop(turns, run, move, now), now);
    }

    private TurnMoves.Outcome begin(String key, Function<Turns, TurnMoves.Outcome> rule, Instant now) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var found = store.find(key);
            var outcome = rule.apply(found.turns());
            if (outcome.after().equals(found.turns()) || write(key, found, outcome.after(), now)) {
                return outcome;
            }
        }
        throw contended(key);
    }

    /** Staff have done, or not done, what they began. Says who is to look now, of so many that may go on at once. */
    public List<Waiting> end(String key, TurnMoves.Begun begun, TurnMoves.Ending ending, int most, Instant now) {
        return after(key, turns -> TurnMoves.end(turns, begun, ending, now), most, now);
    }

    /**
     * Gives back what runs have that staff have had go on, if those have ended; ends those whose lease is over. A read, and where there are any, a
     * look at each; a write if one has ended, two for each that it ends. Says who is to look now, of so many that may go on at once; empty if none
     * has ended.
     *
     * @param move told from all others by it
     */
    public Optional<List<Waiting>> giveBackEnded(String key, Ends ends, String move, int most, Instant now) {
        var ended = new ArrayList<Holder>();
        boolean anyLapsed = false;
        for (var holder : TurnRules.unwatched(store.find(key).turns(), now)) {
            if (ends.hasEnded(holder.run())) {
                ended.add(holder);
            } else if (holder.isOver(now)) {
                anyLapsed |= lapse(key, holder, ends, move, now);
            }
        }
        return ended.isEmpty() && !anyLapsed
                ? Optional.empty()
                : Optional.of(after(key, turns -> TurnRules.ended(turns, ended, now), most, now));
    }

    private boolean lapse(String key, Holder holder, Ends ends, String move, Instant now) {
        if (!(begin(key, turns -> TurnMoves.lapse(turns, holder, move, now), now) instanceof Yours yours)) {
            return false;
        }
        ends.end(holder.run());
        after(key, turns -> TurnMoves.end(turns, yours.begun(), TurnMoves.Ending.OVER, now), 0, now);
        return true;
    }

    /** Who has waited for the run's end cannot see it, and its lease is over: it is ended by {@link #giveBackEnded}. A write, unless it has no turn. */
    public void leave(String key, String run, Instant now) {
        after(key, turns -> TurnRules.leave(turns, run, now), 0, now);
    }

    /** Gives a turn back, or waits no more. Says who is to look now, of so many that may go on at once. */
    public List<Waiting> release(String key, String run, int most, Instant now) {
        return after(key, turns -> TurnRules.release(turns, run, now), most, now);
    }

    private List<Waiting> after(String key, UnaryOperator<Turns> rule, int most, Instant now) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var found = store.find(key);
            var after = rule.apply(found.turns());
            if (after.equals(found.turns()) || write(key, found, after, now)) {
                return TurnRules.next(after, most);
            }
        }
        throw contended(key);
    }

    private boolean write(String key, TurnStore.Found found, Turns turns, Instant now) {
        return store.replace(key, found.version(), turns, now.plus(LONGEST));
    }

    private static IllegalStateException contended(String key) {
        return new IllegalStateException("Others were always faster at " + key);
    }
}
