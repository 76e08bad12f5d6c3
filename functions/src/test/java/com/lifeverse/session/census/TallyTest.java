package com.lifeverse.session.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
class TallyTest {
    private static final Cohort SWITCH = new Cohort("eu", "switch", "1.0.0");
    private static final Cohort PHONE = new Cohort("eu", "ios", "1.0.0");

    @Test
    void whoHasThreeSessionsIsOnePlayer() {
        var tally = Tally.EMPTY.online(Set.of(SWITCH, PHONE), 3, 500).online(Set.of(PHONE), 1, 500);

        assertThat(tally.players()).isEqualTo(2);
        assertThat(tally.sessions()).isEqualTo(4);
        assertThat(tally.cohorts()).containsEntry(SWITCH, 1L).containsEntry(PHONE, 2L);
        assertThat(tally.online(Set.of(), 0, 500)).isEqualTo(tally);
    }

    @Test
    void beyondSoManyCohortsTheRestIsOne() {
        var tally = Tally.EMPTY.online(Set.of(SWITCH), 1, 1).online(Set.of(PHONE), 1, 1);

        assertThat(tally.cohorts()).containsEntry(SWITCH, 1L).containsEntry(Cohort.OTHERS, 1L);
    }

    @Test
    void segmentsAddUp() {
        var one = Tally.EMPTY.online(Set.of(SWITCH), 2, 9).page(0.5).written().ended(1);

        assertThat(one.plus(one))
                .isEqualTo(Tally.EMPTY
                        .online(Set.of(SWITCH), 2, 9)
                        .online(Set.of(SWITCH), 2, 9)
                        .page(0.5)
                        .page(0.5)
                        .written()
                        .written()
                        .ended(2));
    }

    @Test
    void writesAreBoundedAtOnceAndKeepTheirOrder() {
        var running = new AtomicInteger();
        var most = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var things = IntStream.range(0, 100)
                    .<Supplier<Integer>>mapToObj(number -> () -> {
                        most.accumulateAndGet(running.incrementAndGet(), Math::max);
                        Thread.onSpinWait();
                        running.decrementAndGet();
                        return number;
                    })
                    .toList();
            assertThat(new AtOnce(threads).all(things, 4))
                    .containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
        }
        assertThat(most.get()).isBetween(1, 4);
    }

    @Test
    void whatOneThrowsIsThrownAsItWas() {
        List<Supplier<Integer>> things = List.of(() -> 1, () -> {
            throw new IllegalStateException("throttled");
        });

        assertThatThrownBy(() -> new AtOnce(Runnable::run).all(things, 2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("throttled");
    }
}
