package com.lifeverse.trigger;

import static com.lifeverse.trigger.Given.NOW;
import static com.lifeverse.trigger.Given.win;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.support.Standard;
import com.lifeverse.trigger.TriggerState.Seen;
import com.lifeverse.trigger.TriggerStates.Change;
import com.lifeverse.trigger.TriggerStates.Saved;
import com.lifeverse.trigger.TriggerStates.Stored;
import com.lifeverse.trigger.TriggerStates.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of trigger states keeps. A subclass says which one, empty for each test, and what it has told so far. */
public abstract class TriggerStatesContract {
    private static final Subject ANNA = new Subject(Given.ANNA, "first-win-of-the-day");
    private static final Subject BEN = new Subject(Given.BEN, "first-win-of-the-day");
    private static final Envelope FIRED =
            win("m1", NOW).next("evt_told", "trigger.fired.v1", NOW, "trigger", Map.of("trigger", "x"));

    protected abstract TriggerStates states();

    /** What the store's writes have told, in order. */
    protected abstract List<Envelope> told();

    @Test
    void stateThatNobodyWroteIsNew() {
        assertThat(states().read(ANNA)).isEqualTo(Stored.NOTHING);
    }

    @Test
    void writtenStateIsReadBackWhole() {
        var state = new TriggerState(
                NOW.minusSeconds(5),
                List.of(
                        new Seen(Long.MIN_VALUE, Instant.EPOCH, false),
                        new Seen(-1, Instant.parse("2100-01-01T00:00:00Z"), true)));

        assertThat(states().save(change(ANNA, Stored.NOTHING, state, "cmd_1"))).isEqualTo(new Saved.Done());
        assertThat(states().read(ANNA)).isEqualTo(new Stored(1, state));
    }

    @Test
    void stateOfFullMemoryIsReadBackWhole() {
        var full = new TriggerState(
                Instant.EPOCH,
                IntStream.range(0, Standard.of(TriggerPolicy.class).memory())
                        .mapToObj(at -> new Seen(at * 7L, NOW.plusSeconds(at), at % 2 == 0))
                        .toList());
        states().save(change(ANNA, Stored.NOTHING, full, "cmd_1"));

        assertThat(states().read(ANNA).state()).isEqualTo(full);
    }

    @Test
    void everySubjectHasItsOwnState() {
        states().save(change(ANNA, Stored.NOTHING, seen(1), "cmd_1"));

        assertThat(states().read(BEN)).isEqualTo(Stored.NOTHING);
        assertThat(states().read(new Subject(Given.ANNA, "another"))).isEqualTo(Stored.NOTHING);
    }

    @Test
    void writeOnAnOldStateIsOvertakenAndHandsTheCurrentOneBack() {
        states().save(change(ANNA, Stored.NOTHING, seen(1), "cmd_1"));
        states().save(change(ANNA, new Stored(1, seen(1)), seen(2), "cmd_2"));

        assertThat(states().save(change(ANNA, Stored.NOTHING, seen(3), "cmd_3")))
                .isEqualTo(new Saved.Overtaken(new Stored(2, seen(2))));
        assertThat(states().save(change(ANNA, new Stored(1, seen(1)), seen(3), "cmd_3")))
                .isEqualTo(new Saved.Overtaken(new Stored(2, seen(2))));
        assertThat(states().read(ANNA)).isEqualTo(new Stored(2, seen(2)));
    }

    @Test
    void writeWhoseAnswerGotLostIsRecognisedWhenItIsMadeAgain() {
        var first = change(ANNA, Stored.NOTHING, seen(1), "cmd_1");
        var second = change(ANNA, new Stored(1, seen(1)), seen(2), "cmd_2");
        states().save(first);
        assertThat(states().save(first)).isEqualTo(new Saved.Done());
        states().save(second);
        assertThat(states().save(second)).isEqualTo(new Saved.Done());

        assertThat(states().read(ANNA).revision()).isEqualTo(2);
        assertThat(told()).hasSize(2);
    }

    @Test
    void whatAWriteTellsIsToldWithItAndOnlyOnce() {
        states().save(change(ANNA, Stored.NOTHING, seen(1), "cmd_1"));
        var silent = new Change(ANNA, new Stored(1, seen(1)), seen(2), List.of(), "cmd_2", NOW);
        states().save(silent);
        states().save(change(ANNA, Stored.NOTHING, seen(3), "cmd_3"));

        assertThat(told()).containsExactly(FIRED);
    }

    private static TriggerState seen(int happenings) {
        return new TriggerState(
                Instant.EPOCH,
                IntStream.range(0, happenings)
                        .mapToObj(at -> new Seen(at, NOW.plusSeconds(at), true))
                        .toList());
    }

    private static Change change(Subject subject, Stored before, TriggerState after, String command) {
        return new Change(subject, before, after, List.of(FIRED), command, NOW.plus(Duration.ofDays(17)));
    }
}
