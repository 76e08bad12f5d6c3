package com.lifeverse.local.table.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The checker finds what it is there to find. */
@Tag("adapters")
class HistoryTest {
    private static final List<Integer> NOTHING = List.of();

    @Test
    void operationsOneAfterAnotherAreFine() {
        var history = new History(
                List.of(
                        new Operation(1, 1, 2, Map.of("x", NOTHING), Set.of("x", "y")),
                        new Operation(2, 3, 4, Map.of("x", List.of(1), "y", List.of(1)), Set.of("x")),
                        new Operation(3, 5, 6, Map.of("x", List.of(1, 2)), Set.of())),
                Map.of("x", List.of(1, 2), "y", List.of(1)));
        assertThat(history.violation()).isEmpty();
    }

    @Test
    void operationsAtOneTimeMayComeInAnyOrder() {
        var history = new History(
                List.of(
                        new Operation(1, 1, 10, Map.of(), Set.of("x")),
                        new Operation(2, 2, 9, Map.of("x", List.of(1)), Set.of("y")),
                        new Operation(3, 3, 8, Map.of("x", NOTHING, "y", NOTHING), Set.of())),
                Map.of("x", List.of(1), "y", List.of(2)));
        assertThat(history.violation()).isEmpty();
    }

    @Test
    void anUpdateThatIsLostIsFound() {
        var both = List.of(
                new Operation(1, 1, 10, Map.of("x", NOTHING), Set.of("x")),
                new Operation(2, 2, 9, Map.of("x", NOTHING), Set.of("x")));
        assertThat(new History(both, Map.of("x", List.of(1))).violation())
                .hasValueSatisfying(found -> assertThat(found).startsWith("Lost update"));
        assertThat(new History(both, Map.of("x", List.of(1, 2))).violation())
                .hasValueSatisfying(found -> assertThat(found).startsWith("Cycle"));
    }

    @Test
    void writeSkewIsFound() {
        var history = new History(
                List.of(
                        new Operation(1, 1, 10, Map.of("x", NOTHING, "y", NOTHING), Set.of("x")),
                        new Operation(2, 2, 9, Map.of("x", NOTHING, "y", NOTHING), Set.of("y"))),
                Map.of("x", List.of(1), "y", List.of(2)));
        assertThat(history.violation())
                .hasValueSatisfying(found -> assertThat(found).startsWith("Cycle"));
    }

    @Test
    void readSkewIsFound() {
        var history = new History(
                List.of(
                        new Operation(1, 1, 10, Map.of(), Set.of("x", "y")),
                        new Operation(2, 2, 9, Map.of("x", NOTHING, "y", List.of(1)), Set.of())),
                Map.of("x", List.of(1), "y", List.of(1)));
        assertThat(history.violation())
                .hasValueSatisfying(found -> assertThat(found).startsWith("Cycle"));
    }

    @Test
    void twoReadersThatSeeTwoWritesInDifferentOrderAreFound() {
        var history = new History(
                List.of(
                        new Operation(1, 1, 20, Map.of(), Set.of("x")),
                        new Operation(2, 2, 19, Map.of(), Set.of("y")),
                        new Operation(3, 3, 18, Map.of("x", List.of(1), "y", NOTHING), Set.of()),
                        new Operation(4, 4, 17, Map.of("x", NOTHING, "y", List.of(2)), Set.of())),
                Map.of("x", List.of(1), "y", List.of(2)));
        assertThat(history.violation())
                .hasValueSatisfying(found -> assertThat(found).startsWith("Cycle"));
    }

    @Test
    void aReadOfThePastIsFound() {
        var history = new History(
                List.of(
                        new Operation(1, 1, 2, Map.of(), Set.of("x")),
                        new Operation(2, 3, 4, Map.of("x", NOTHING), Set.of())),
                Map.of("x", List.of(1)));
        assertThat(history.violation())
                .hasValueSatisfying(found -> assertThat(found).startsWith("Cycle"));
    }

    @Test
    void aWriteThatWasRefusedOrMadeTwiceIsFound() {
        var refused = new History(List.of(), Map.of("x", List.of(1)));
        assertThat(refused.violation())
                .hasValueSatisfying(found -> assertThat(found).startsWith("Refused or doubled write"));
        var doubled = new History(List.of(new Operation(1, 1, 2, Map.of(), Set.of("x"))), Map.of("x", List.of(1, 1)));
        assertThat(doubled.violation())
                .hasValueSatisfying(found -> assertThat(found).startsWith("Refused or doubled write"));
    }

    @Test
    void aReadOfWhatNeverWasIsFound() {
        var history = new History(
                List.of(
                        new Operation(1, 1, 4, Map.of(), Set.of("x")),
                        new Operation(2, 2, 3, Map.of("x", List.of(7)), Set.of())),
                Map.of("x", List.of(1)));
        assertThat(history.violation())
                .hasValueSatisfying(found -> assertThat(found).startsWith("Impossible read"));
    }
}
