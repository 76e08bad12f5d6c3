package com.lifeverse.trigger;

import static com.lifeverse.trigger.Given.NOW;
import static com.lifeverse.trigger.Given.win;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.support.Standard;
import com.lifeverse.trigger.TriggerStates.Change;
import com.lifeverse.trigger.TriggerStates.Saved;
import com.lifeverse.trigger.TriggerStates.Shadow;
import com.lifeverse.trigger.TriggerStates.Stored;
import com.lifeverse.trigger.TriggerStates.Subject;
import com.lifeverse.trigger.decide.Burst;
import com.lifeverse.trigger.decide.Comparison;
import com.lifeverse.trigger.decide.Comparison.Verdict;
import com.lifeverse.trigger.decide.Firings;
import com.lifeverse.trigger.decide.Held;
import com.lifeverse.trigger.decide.TriggerState;
import com.lifeverse.trigger.decide.TriggerState.Mark;
import com.lifeverse.trigger.decide.TriggerState.Seen;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of trigger states keeps. A subclass says which one, empty for each test, and what it has told so far. */
public abstract class TriggerStatesContract {
    private static final Firings FIRINGS =
            new Firings(Duration.ofDays(31), NOW.truncatedTo(ChronoUnit.DAYS), Instant.parse("2100-01-01T00:00:00Z"));
    private static final Subject ANNA = new Subject(Given.ANNA, "first-win-of-the-day");
    private static final Subject BEN = new Subject(Given.BEN, "first-win-of-the-day");
    private static final Subject OTHER = new Subject(Given.ANNA, "another");
    private static final Envelope FIRED =
            win("m1", NOW).next("evt_told", "trigger.fired.v1", NOW, "trigger", Map.of("trigger", "x"));

    protected abstract TriggerStates states();

    /** What the store's writes have told, in order. */
    protected abstract List<Envelope> told();

    @Test
    void stateThatNobodyWroteIsNew() {
        assertThat(read(ANNA)).isEqualTo(Stored.NOTHING);
    }

    @Test
    void writtenStateIsReadBackWhole() {
        var state = new TriggerState(
                NOW.minusSeconds(5),
                List.of(
                        new Seen(Long.MIN_VALUE, Instant.EPOCH, 0, 0, Mark.OPEN),
                        new Seen(7, Instant.EPOCH, 4, -9, Mark.SPENT),
                        new Seen(8, Instant.EPOCH, 1, 9, Mark.LEFT),
                        new Seen(-1, Instant.parse("2100-01-01T00:00:00Z"), 0, 0, Mark.FIRED)));

        assertThat(save(change(ANNA, Stored.NOTHING, state, "cmd_1"))).isEqualTo(new Saved.Done());
        assertThat(read(ANNA)).isEqualTo(new Stored(1, state));
    }

    @Test
    void stateOfFullMemoryIsReadBackWhole() {
        var full = new TriggerState(
                Instant.EPOCH,
                IntStream.range(0, Standard.of(TriggerPolicy.class).memory())
                        .mapToObj(at ->
                                new Seen(at * 7L, NOW.plusSeconds(at), 0, 0, at % 2 == 0 ? Mark.FIRED : Mark.OPEN))
                        .toList());
        save(change(ANNA, Stored.NOTHING, full, "cmd_1"));

        assertThat(read(ANNA).state()).isEqualTo(full);
    }

    @Test
    void everySubjectHasItsOwnState() {
        save(change(ANNA, Stored.NOTHING, seen(1), "cmd_1"));

        assertThat(read(BEN)).isEqualTo(Stored.NOTHING);
        assertThat(read(new Subject(Given.ANNA, "another"))).isEqualTo(Stored.NOTHING);
    }

    @Test
    void writeOnAnOldStateIsOvertakenAndHandsTheCurrentOneBack() {
        save(change(ANNA, Stored.NOTHING, seen(1), "cmd_1"));
        save(change(ANNA, new Stored(1, seen(1)), seen(2), "cmd_2"));

        assertThat(save(change(ANNA, Stored.NOTHING, seen(3), "cmd_3")))
                .isEqualTo(new Saved.Overtaken(Map.of(ANNA, new Stored(2, seen(2)))));
        assertThat(save(change(ANNA, new Stored(1, seen(1)), seen(3), "cmd_3")))
                .isEqualTo(new Saved.Overtaken(Map.of(ANNA, new Stored(2, seen(2)))));
        assertThat(read(ANNA)).isEqualTo(new Stored(2, seen(2)));
    }

    @Test
    void writeWhoseAnswerGotLostIsRecognisedWhenItIsMadeAgain() {
        var first = change(ANNA, Stored.NOTHING, seen(1), "cmd_1");
        var second = change(ANNA, new Stored(1, seen(1)), seen(2), "cmd_2");
        save(first);
        assertThat(save(first)).isEqualTo(new Saved.Done());
        save(second);
        assertThat(save(second)).isEqualTo(new Saved.Done());

        assertThat(read(ANNA).revision()).isEqualTo(2);
        assertThat(told()).hasSize(2);
    }

    @Test
    void whatAWriteTellsIsToldWithItAndOnlyOnce() {
        save(change(ANNA, Stored.NOTHING, seen(1), "cmd_1"));
        var silent = new Change(ANNA, new Stored(1, seen(1)), seen(2), List.of(), "cmd_2", Optional.empty(), NOW);
        save(silent);
        save(change(ANNA, Stored.NOTHING, seen(3), "cmd_3"));

        assertThat(told()).containsExactly(FIRED);
    }

    @Test
    void statesOfSeveralTriggersAreReadAndWrittenTogether() {
        save(change(ANNA, Stored.NOTHING, seen(1), "cmd_1"));

        assertThat(states().save(List.of(
                        change(ANNA, new Stored(1, seen(1)), seen(2), "cmd_2"),
                        change(OTHER, Stored.NOTHING, seen(3), "cmd_2"))))
                .isEqualTo(new Saved.Done());
        assertThat(states().read(List.of(ANNA, BEN, OTHER)))
                .isEqualTo(Map.of(ANNA, new Stored(2, seen(2)), BEN, Stored.NOTHING, OTHER, new Stored(1, seen(3))));
        assertThat(told()).hasSize(3);
    }

    @Test
    void nothingIsWrittenIfOneOfSeveralIsOvertaken() {
        save(change(ANNA, Stored.NOTHING, seen(1), "cmd_1"));

        assertThat(states().save(List.of(
                        change(OTHER, Stored.NOTHING, seen(3), "cmd_2"),
                        change(ANNA, Stored.NOTHING, seen(2), "cmd_2"))))
                .isEqualTo(new Saved.Overtaken(Map.of(ANNA, new Stored(1, seen(1)))));
        assertThat(read(OTHER)).isEqualTo(Stored.NOTHING);
        assertThat(told()).hasSize(1);
    }

    @Test
    void writeOfSeveralIsRecognisedByAnyOfThemWhenItIsMadeAgain() {
        var together = List.of(
                change(ANNA, Stored.NOTHING, seen(1), "cmd_1"), change(OTHER, Stored.NOTHING, seen(3), "cmd_1"));
        states().save(together);
        save(change(ANNA, new Stored(1, seen(1)), seen(2), "cmd_2"));

        assertThat(states().save(together)).isEqualTo(new Saved.Done());
        assertThat(read(ANNA)).isEqualTo(new Stored(2, seen(2)));
        assertThat(told()).hasSize(3);
    }

    @Test
    void firingThatIsHeldBackIsReadBackWhole() {
        var cause = Given.afterHops(win("m1", NOW.plusMillis(114)), 3);
        var held = new Held("dec_1", "2026-11-20.2", bare(cause), 7, NOW, NOW.plusMillis(250));
        var burst = new Burst(NOW.truncatedTo(ChronoUnit.SECONDS), Instant.parse("2100-01-01T00:00:00Z"));
        var state = new TriggerState(Instant.EPOCH, List.of(), Optional.of(held), FIRINGS, List.of(burst, burst));
        save(change(ANNA, Stored.NOTHING, state, "cmd_1"));

        assertThat(read(ANNA)).isEqualTo(new Stored(1, state));
    }

    @Test
    void shadowsStateIsKeptBesideAndForgottenByAWriteWithoutOne() {
        var held = new Held("dec_1", "2026-11-20", bare(win("m1", NOW)), 1, NOW, NOW);
        var shadow = new Shadow(
                "0a1b2c3d",
                new TriggerState(NOW.truncatedTo(ChronoUnit.SECONDS), seen(3).seen(), Optional.of(held), FIRINGS));
        save(new Change(
                ANNA,
                Stored.NOTHING,
                seen(1),
                List.of(FIRED),
                "cmd_1",
                Optional.empty(),
                NOW.plus(Duration.ofDays(17)),
                Optional.of(shadow),
                List.of(new Comparison(Verdict.ONLY_SHADOW, "evt_1"))));

        assertThat(read(ANNA)).isEqualTo(new Stored(1, seen(1), Optional.of(shadow)));
        assertThat(told()).hasSize(1);
        save(change(ANNA, read(ANNA), seen(2), "cmd_2"));
        assertThat(read(ANNA)).isEqualTo(new Stored(2, seen(2)));
    }

    @Test
    void dueOnesAreFoundFromTheirTimeOnTheLongestDueFirstUntilTheyAreWrittenAgain() {
        save(due(ANNA, Stored.NOTHING, seen(1), NOW.plusMillis(60_001)));
        save(due(OTHER, Stored.NOTHING, seen(1), NOW.plusSeconds(30)));
        save(change(BEN, Stored.NOTHING, seen(1), "cmd_1"));

        assertThat(found(NOW.plusSeconds(29))).isEmpty();
        assertThat(found(NOW.plusSeconds(30))).containsExactly(OTHER);
        assertThat(found(NOW.plusSeconds(60))).containsExactly(OTHER);
        assertThat(found(NOW.plusSeconds(61))).containsExactly(OTHER, ANNA);

        save(change(OTHER, new Stored(1, seen(1)), seen(2), "cmd_2"));
        assertThat(found(NOW.plusSeconds(61))).containsExactly(ANNA);
    }

    private List<Subject> found(Instant now) {
        return IntStream.range(0, TriggerStates.PARTS)
                .boxed()
                .flatMap(part -> states().due(part, now))
                .toList();
    }

    private static Change due(Subject subject, Stored before, TriggerState after, Instant due) {
        return new Change(
                subject, before, after, List.of(), "cmd_due", Optional.of(due), NOW.plus(Duration.ofDays(17)));
    }

    private static Envelope bare(Envelope event) {
        return new Envelope(
                event.id(),
                event.type(),
                event.version(),
                event.time(),
                event.playerId(),
                event.eventGroupId(),
                event.deduplicationId(),
                event.correlationId(),
                event.causation(),
                event.hops(),
                event.producer(),
                event.isReplay(),
                Map.of());
    }

    private Stored read(Subject subject) {
        return Optional.ofNullable(states().read(List.of(subject)).get(subject)).orElseThrow();
    }

    private Saved save(Change change) {
        return states().save(List.of(change));
    }

    private static TriggerState seen(int happenings) {
        return new TriggerState(
                Instant.EPOCH,
                IntStream.range(0, happenings)
                        .mapToObj(at -> new Seen(at, NOW.plusSeconds(at), 0, 0, Mark.FIRED))
                        .toList());
    }

    private static Change change(Subject subject, Stored before, TriggerState after, String command) {
        return new Change(
                subject, before, after, List.of(FIRED), command, Optional.empty(), NOW.plus(Duration.ofDays(17)));
    }
}
