package com.lifeverse.session.group.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class SeatingTest {
    private static final Seating EVEN = Seating.even(10, 4);

    @Test
    void seatsAreDividedEvenlyAndAllOfThem() {
        assertThat(IntStream.range(0, 4).map(section -> EVEN.of(section).seats()))
                .containsExactly(3, 3, 2, 2);
    }

    @Test
    void whatASectionGivesUpIsTheOthersAndNoSeatIsLost() {
        var from = section(1, new Allotment(1, 1));
        var moved = EVEN.moved(from, 2);

        assertThat(moved.of(1)).isEqualTo(new Allotment(1, 1));
        assertThat(moved.of(2)).isEqualTo(new Allotment(4, 0));
        assertThat(total(moved)).isEqualTo(10);
    }

    @Test
    void whatWasGivenUpCountsUntilItIsMovedAndIsTakenByNobodyMeanwhile() {
        var gave = section(1, new Allotment(1, 1));

        assertThat(EVEN.owes(gave)).isTrue();
        assertThat(EVEN.offers(gave)).as("seats of the turn before").isFalse();
        assertThat(EVEN.spare(gave)).isZero();
    }

    @Test
    void aSectionWhoseGiftReachedNobodyHasItBack() {
        var gave = section(1, new Allotment(1, 1));
        var back = EVEN.moved(gave, 1);

        assertThat(back.of(1)).isEqualTo(new Allotment(3, 1));
        assertThat(back.offers(gave)).isTrue();
        assertThat(total(back)).isEqualTo(10);
    }

    @Test
    void seatsThatCameMeanwhileGoWithThoseThatAreGivenUp() {
        var richer = EVEN.moved(section(0, new Allotment(1, 1)), 1);
        var gave = section(1, new Allotment(1, 1));

        assertThat(richer.of(1).seats()).isEqualTo(5);
        assertThat(richer.moved(gave, 3).of(3).seats()).isEqualTo(6);
        assertThat(total(richer.moved(gave, 3))).isEqualTo(10);
    }

    @Test
    void aSectionTakesSeatsOfItsPresentTurnOnly() {
        var section = section(1, new Allotment(3, 2));

        assertThat(section.taking(new Allotment(5, 2)).allotment()).isEqualTo(new Allotment(5, 2));
        assertThat(section.taking(new Allotment(5, 1))).isEqualTo(section);
        assertThat(section.taking(new Allotment(5, 3))).isEqualTo(section);
        assertThat(section.taking(new Allotment(2, 2))).isEqualTo(section);
    }

    @Test
    void thoseWithMostToGiveAreAskedFirst() {
        var tally = new Tally(Map.of(0, new Tally.Count(5, 3, 3), 1, new Tally.Count(4, 2, 2)));

        assertThat(EVEN.donors(3, tally)).isEqualTo(List.of(2, 1));
    }

    private static Section section(int number, Allotment allotment) {
        return new Section(number, 3, allotment, List.of());
    }

    private static int total(Seating seating) {
        return IntStream.range(0, seating.sections())
                .map(section -> seating.of(section).seats())
                .sum();
    }
}
