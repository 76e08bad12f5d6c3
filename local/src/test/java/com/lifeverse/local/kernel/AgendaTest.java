package com.lifeverse.local.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class AgendaTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final List<String> ran = Collections.synchronizedList(new ArrayList<>());
    private final List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());

    @Test
    void virtualTasksRunByDueTimeAndThenByArrival() {
        var agenda = Agenda.virtual(START, failures::add);
        agenda.at(START.plusSeconds(60), "later", () -> ran.add("later at " + agenda.instant()));
        agenda.soon("first", () -> ran.add("first"));
        agenda.soon("second", () -> ran.add("second"));
        agenda.advance(Duration.ofMinutes(2));
        assertThat(ran).containsExactly("first", "second", "later at 2026-01-01T00:01:00Z");
        assertThat(agenda.instant()).isEqualTo(START.plusSeconds(120));
    }

    @Test
    void whatATaskCausesRunsBeforeTimeMovesOn() {
        var agenda = Agenda.virtual(START, failures::add);
        agenda.soon("cause", () -> agenda.at(START.plusSeconds(5), "effect", () -> ran.add("effect")));
        agenda.settle();
        assertThat(ran).isEmpty();
        agenda.advance(Duration.ofSeconds(5));
        assertThat(ran).containsExactly("effect");
    }

    @Test
    void aTaskThatWaitsLetsTheOthersGoOn() {
        var agenda = Agenda.virtual(START, failures::add);
        agenda.soon("slow", () -> {
            ran.add("slow begins");
            agenda.advance(Duration.ofSeconds(10));
            ran.add("slow ends at " + agenda.instant());
        });
        agenda.at(START.plusSeconds(5), "other", () -> ran.add("other at " + agenda.instant()));
        agenda.settle();
        assertThat(ran)
                .containsExactly("slow begins", "other at 2026-01-01T00:00:05Z", "slow ends at 2026-01-01T00:00:10Z");
    }

    @Test
    void theEndOfTheProcessIsNoFailureOfATask() {
        var agenda = Agenda.virtual(START, failures::add);
        agenda.soon("last", () -> {
            throw new Halt();
        });
        assertThatThrownBy(agenda::settle).isInstanceOf(Halt.class);
        assertThat(failures).isEmpty();
    }

    @Test
    void steppedTasksRunByThemselvesAndSeeTheirOwnTime() {
        try (var agenda = Agenda.stepped(START, failures::add)) {
            agenda.at(START.plusSeconds(3600), "hour", () -> ran.add("hour at " + agenda.instant()));
            agenda.at(START.plusSeconds(7200), "two", () -> ran.add("two at " + agenda.instant()));
            agenda.advance(Duration.ofHours(3));
            assertThat(ran).containsExactly("hour at 2026-01-01T01:00:00Z", "two at 2026-01-01T02:00:00Z");
        }
    }

    @Test
    void realTasksAreDoneWhenItHasSettled() {
        try (var agenda = Agenda.real(failures::add)) {
            agenda.soon("outer", () -> agenda.soon("inner", () -> ran.add("inner")));
            agenda.settle();
            assertThat(ran).containsExactly("inner");
        }
    }

    @Test
    void aTaskThatThrowsIsReportedAndTheRestGoesOn() {
        var agenda = Agenda.virtual(START, failures::add);
        agenda.soon("bad", () -> {
            throw new IllegalArgumentException("no");
        });
        agenda.soon("good", () -> ran.add("good"));
        agenda.settle();
        assertThat(ran).containsExactly("good");
        assertThat(failures)
                .singleElement()
                .satisfies(failure ->
                        assertThat(failure).hasMessage("Task failed: bad").hasRootCauseMessage("no"));
    }

    @Test
    void realTimeCannotBeMoved() {
        try (var agenda = Agenda.real(failures::add)) {
            assertThatThrownBy(() -> agenda.advance(Duration.ofSeconds(1))).isInstanceOf(IllegalStateException.class);
        }
    }
}
