package com.lifeverse.session.group.crowd;

import static com.lifeverse.session.group.support.Given.BEN;
import static com.lifeverse.session.group.support.Given.CLEO;
import static com.lifeverse.session.group.support.Given.GROUP;
import static com.lifeverse.session.group.support.Given.at;
import static com.lifeverse.session.group.support.Given.entrant;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.session.group.Member;
import com.lifeverse.session.group.MemberState;
import com.lifeverse.session.group.crowd.Crowds.Outcome;
import com.lifeverse.session.group.crowd.Crowds.Stored;
import com.lifeverse.session.live.CommandId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every keeper of crowds does. */
public abstract class CrowdsContract {
    private final Section first = section(7, 1, new Allotment(3, 0), BEN);
    private Crowds crowds;

    /** With no crowds. */
    protected abstract Crowds crowds();

    @BeforeEach
    void open() {
        crowds = crowds();
    }

    @Test
    void aSectionIsReadAsItWasWritten() {
        assertThat(crowds.section(GROUP, 7)).isEmpty();
        assertThat(write(first, Optional.empty(), 1)).isEqualTo(Outcome.WRITTEN);

        assertThat(crowds.section(GROUP, 7)).hasValue(new Stored(first, command(1)));
    }

    @Test
    void aWriteOnWhatIsNoLongerSoIsOvertaken() {
        write(first, Optional.empty(), 1);
        var second = section(7, 2, new Allotment(3, 0), CLEO);

        assertThat(write(second, Optional.empty(), 2)).isEqualTo(Outcome.OVERTAKEN);
        assertThat(write(second, Optional.of(first), 2)).isEqualTo(Outcome.WRITTEN);
        assertThat(write(section(7, 2, new Allotment(3, 0), BEN), Optional.of(first), 3))
                .isEqualTo(Outcome.OVERTAKEN);
        assertThat(crowds.section(GROUP, 7).map(Stored::section)).hasValue(second);
    }

    @Test
    void aSectionThatHasLentSeatsIsNoLongerWhatItWasThoughNothingHappenedInIt() {
        write(first, Optional.empty(), 1);
        var lending = first.with(new Allotment(1, 1));

        assertThat(write(lending, Optional.of(first), 2)).isEqualTo(Outcome.WRITTEN);
        assertThat(write(section(7, 2, new Allotment(3, 0), CLEO), Optional.of(first), 3))
                .isEqualTo(Outcome.OVERTAKEN);
        assertThat(write(section(7, 2, new Allotment(1, 1), CLEO), Optional.of(lending), 4))
                .isEqualTo(Outcome.WRITTEN);
    }

    @Test
    void aWriteThatComesAgainIsKnown() {
        write(first, Optional.empty(), 1);

        assertThat(write(first, Optional.empty(), 1)).isEqualTo(Outcome.WRITTEN);
    }

    @Test
    void sectionsAreListedInTheOrderOfTheirNumbersAndNothingElseIs() {
        var others = List.of(section(12, 1, new Allotment(3, 0), CLEO), section(100, 1, new Allotment(3, 0), CLEO));
        write(others.getLast(), Optional.empty(), 1);
        write(first, Optional.empty(), 2);
        write(others.getFirst(), Optional.empty(), 3);
        crowds.write(GROUP, Seating.even(10, 4).moved(section(1, 1, new Allotment(1, 1), BEN), 2), at(9));
        crowds.count(GROUP, 7, Tally.Count.of(first), at(9));

        assertThat(crowds.sections(GROUP, 0).stream()
                        .map(stored -> stored.section().number()))
                .containsExactly(7, 12, 100);
        assertThat(crowds.sections(GROUP, 8).stream()
                        .map(stored -> stored.section().number()))
                .containsExactly(12, 100);
        assertThat(crowds.sections("grp_other", 0)).isEmpty();
    }

    @Test
    void seatsAreMovedOneMoveAtATime() {
        assertThat(crowds.seating(GROUP, 10, 4)).isEmpty();
        var gave = section(1, 1, new Allotment(1, 1), BEN);
        var moved = Seating.even(10, 4).moved(gave, 2);
        var again = moved.moved(section(3, 1, new Allotment(0, 1), BEN), 0);

        assertThat(crowds.write(GROUP, moved, at(9))).isTrue();
        assertThat(crowds.write(GROUP, Seating.even(10, 4).moved(gave, 3), at(9)))
                .as("on what is no longer so")
                .isFalse();
        assertThat(crowds.seating(GROUP, 10, 4)).hasValue(moved);
        assertThat(crowds.write(GROUP, again, at(9))).isTrue();
        assertThat(crowds.write(GROUP, again, at(9))).as("twice").isFalse();
        assertThat(crowds.seating(GROUP, 10, 4)).hasValue(again);
    }

    @Test
    void aCountNeverBecomesOlder() {
        assertThat(crowds.tally(GROUP)).isEqualTo(Tally.NONE);
        crowds.count(GROUP, 7, new Tally.Count(5, 3, 2), at(9));
        crowds.count(GROUP, 7, new Tally.Count(4, 9, 9), at(9));
        var tally = crowds.count(GROUP, 2, new Tally.Count(1, 1, 1), at(9));

        assertThat(tally).isEqualTo(new Tally(Map.of(7, new Tally.Count(5, 3, 2), 2, new Tally.Count(1, 1, 1))));
        assertThat(crowds.tally(GROUP)).isEqualTo(tally);
        assertThat(tally.used()).isEqualTo(4);
        assertThat(tally.inside()).isEqualTo(3);
    }

    private Outcome write(Section section, Optional<Section> expected, int command) {
        return crowds.write(
                new Crowds.Write(GROUP, "festival.v1", section, expected, command(command), List.of(), at(99)));
    }

    private static CommandId command(int number) {
        return CommandId.of(new UUID(7, number));
    }

    private static Section section(int number, long revision, Allotment allotment, String player) {
        var member =
                Member.in(MemberState.JOINED, player, at(1)).as(entrant(player)).seatedAt(at(1));
        return new Section(number, revision, allotment, List.of(member));
    }
}
