package com.lifeverse.liveops.desk;

import static com.lifeverse.liveops.support.Drafts.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.lifeverse.liveops.lint.Finding;
import com.lifeverse.liveops.lint.Finding.Severity;
import com.lifeverse.liveops.lint.Tenure;
import com.lifeverse.liveops.support.Drafts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class PublicationTest {
    private static final Revision FEAST = numbered(Drafts.feast("2027-03-01T18:00", "ann"));
    private static final Definition APPROVED = new Definition(
            "feast",
            2,
            1,
            new TreeSet<>(),
            new TreeSet<>(List.of(1)),
            Optional.empty(),
            Optional.empty(),
            new TreeSet<>(),
            Optional.empty());
    private static final Catalogue EMPTY = new Catalogue(0, List.of());

    @Test
    void whatIsKnownBeforeIsWhatItIsRefusedFor() {
        var full = terms((_, _, _) -> List.of(new Finding(Severity.ERROR, "timeline-too-large", "/event", "full")));
        var before = Publication.of(APPROVED, FEAST, List.of(), EMPTY, full, NOW);

        assertThat(before.errors()).extracting(Finding::code).containsExactly("timeline-too-large");
        assertThat(DeskRules.publish(APPROVED, Optional.of(FEAST), List.of(), EMPTY, full, "cid", NOW))
                .isEqualTo(new Ruling.Conflicting(before.errors()));
    }

    @Test
    void twoRoomsMustBothHaveNothingAgainstIt() {
        Room one = (_, _, _) -> List.of(new Finding(Severity.ERROR, "one", "", "one"));
        Room two = (_, _, _) -> List.of(new Finding(Severity.ERROR, "two", "", "two"));

        var findings = Publication.of(APPROVED, FEAST, List.of(), EMPTY, terms(one.and(two)), NOW)
                .findings();

        assertThat(findings).extracting(Finding::code).containsExactly("one", "two");
    }

    @Test
    void whatPlayersHadLastIsHeldAgainstItUntilItIsSettledAlsoWhereTheEventWasWithdrawn() {
        var rewarded = Drafts.of(
                "feast",
                "2026-12-31T12:00",
                "xp",
                "ann",
                "progress: { trigger: matches }\nrewards: [{ tier: 1, at: 1, grant: { item: coins, amount: 5 } }]");
        var wanted = numbered(Drafts.feast("2026-12-31T12:00", "ann"));
        var had = List.of(new Tenure(rewarded.event(), NOW));
        var terms = new Terms(Room.ENOUGH, Duration.ofMinutes(15));

        assertThat(Publication.of(APPROVED, wanted, had, EMPTY, terms, NOW).errors())
                .extracting(Finding::code, Finding::pointer)
                .containsExactly(
                        tuple("running", "/progress/trigger"),
                        tuple("running", "/progress/scope"),
                        tuple("running", "/rewards"));
        assertThat(Publication.of(APPROVED, wanted, had, EMPTY, terms, NOW.plus(Duration.ofMinutes(15)))
                        .errors())
                .isEmpty();
    }

    private static Terms terms(Room room) {
        return new Terms(room, Duration.ZERO);
    }

    private static Revision numbered(Revision draft) {
        return new Revision(1, draft.author(), draft.at(), draft.event(), draft.document());
    }
}
