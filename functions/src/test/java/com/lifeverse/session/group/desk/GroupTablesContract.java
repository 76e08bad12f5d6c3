package com.lifeverse.session.group.desk;

import static com.lifeverse.session.group.support.Given.ANN;
import static com.lifeverse.session.group.support.Given.BEN;
import static com.lifeverse.session.group.support.Given.CLEO;
import static com.lifeverse.session.group.support.Given.GROUP;
import static com.lifeverse.session.group.support.Given.after;
import static com.lifeverse.session.group.support.Given.at;
import static com.lifeverse.session.group.support.Given.disconnect;
import static com.lifeverse.session.group.support.Given.entrant;
import static com.lifeverse.session.group.support.Given.invite;
import static com.lifeverse.session.group.support.Given.join;
import static com.lifeverse.session.group.support.Given.party;
import static com.lifeverse.session.support.Fixtures.ids;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.session.Platform;
import com.lifeverse.session.group.Feature;
import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.Hands;
import com.lifeverse.session.group.Happening;
import com.lifeverse.session.group.Happening.What;
import com.lifeverse.session.group.Joinability;
import com.lifeverse.session.group.Traits;
import com.lifeverse.session.group.command.Actor;
import com.lifeverse.session.group.command.Course;
import com.lifeverse.session.group.command.GroupCommand;
import com.lifeverse.session.group.command.Patch;
import com.lifeverse.session.group.desk.Groups.Outcome;
import com.lifeverse.session.group.desk.Groups.Stored;
import com.lifeverse.session.group.desk.Groups.Write;
import com.lifeverse.session.group.support.GroupTables;
import com.lifeverse.session.live.CommandId;
import com.lifeverse.session.preference.CrossPlayWish;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of what the desk keeps does. */
public abstract class GroupTablesContract {
    private GroupTables tables;
    private Write first;

    /** Empty tables. */
    protected abstract GroupTables tables();

    @BeforeEach
    void thereIsAParty() {
        tables = tables();
        first = write(party(8), Optional.empty(), 1);
        tables.groups().write(first);
    }

    @Test
    void aGroupThatNobodyMadeIsAbsent() {
        assertThat(tables.groups().read("grp_none")).isEmpty();
    }

    @Test
    void aGroupIsReadAsItWasWritten() {
        assertThat(tables.groups().read(GROUP)).hasValue(new Stored(first.group(), first.command()));
    }

    @Test
    void everythingAGroupCanHoldIsReadAsItWasWritten() {
        var group = after(first.group(), invite(ANN, CLEO), at(1));
        var fussy = new Traits(new CrossPlayWish.Listed(List.of(Platform.PC, Platform.XBOX)), Set.of(Feature.CAPTIONS));
        group = after(group, join(entrant(BEN, Platform.PC, fussy)), at(2));
        group = after(group, new GroupCommand.Connect(entrant(BEN, Platform.PC, fussy)), at(3));
        group = after(group, disconnect(ANN), at(4));
        group = after(group, new GroupCommand.HandOver(ANN, "ses_of_" + ANN, new Hands(Platform.IOS, 3)), at(4));
        group = after(group, new GroupCommand.HandOver(BEN, "ses_of_" + BEN, new Hands(Platform.PC, 4)), at(4));
        group = after(group, new GroupCommand.Lead(Actor.server("match-server"), BEN), at(5));
        var patch = new Patch(
                Optional.of(Joinability.INVITE_ONLY),
                Map.of("map", Optional.of("harbour")),
                Map.of("mode", Optional.of("duel")),
                Optional.of(true));
        group = after(group, new GroupCommand.Set(Actor.player(BEN), patch), at(6));
        group = after(group, new GroupCommand.SetOwn(BEN, Map.of("class", Optional.of("bard"))), at(7));
        group = after(group, new GroupCommand.Recode(Actor.player(BEN), Optional.of("ABC123")), at(8));
        group = after(group, new GroupCommand.AskReady(Actor.player(BEN)), at(9));
        group = after(group, new GroupCommand.AnswerReady(BEN, true), at(10));
        written(group, first.group());
        var ended = after(group, new GroupCommand.End(Actor.player(BEN)), at(11));
        written(ended, group);
    }

    @Test
    void aWriteTellsItsNews() {
        assertThat(first.news()).isNotEmpty();
        // By way of text: what was read again knows smaller kinds of numbers.
        assertThat(tables.told(GROUP)).hasToString(first.news().toString());
    }

    @Test
    void aGroupIsMadeOnce() {
        assertThat(tables.groups().write(write(party(8), Optional.empty(), 2)))
                .isEqualTo(new Outcome.Overtaken(tables.groups().read(GROUP)));
    }

    @Test
    void aWriteOnAnOlderRevisionIsOvertaken() {
        var ben = after(first.group(), join(BEN), at(1));
        var cleo = after(first.group(), join(CLEO), at(1));
        assertThat(tables.groups().write(write(ben, revision(first.group()), 2)))
                .isEqualTo(new Outcome.Written());

        assertThat(tables.groups().write(write(cleo, revision(first.group()), 3)))
                .isEqualTo(new Outcome.Overtaken(tables.groups().read(GROUP)));
        assertThat(tables.groups().read(GROUP).orElseThrow().group()).isEqualTo(ben);
    }

    @Test
    void aWriteThatIsSentAgainIsRecognised() {
        var ben = write(after(first.group(), join(BEN), at(1)), revision(first.group()), 2);
        tables.groups().write(ben);

        assertThat(tables.groups().write(ben)).isEqualTo(new Outcome.Written());
    }

    @Test
    void aWriteOfAGroupThatIsGoneIsOvertakenByNothing() {
        var other = new Group(
                "grp_gone",
                1,
                first.group().constants(),
                first.group().settings(),
                first.group().leadership(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());

        assertThat(tables.groups().write(write(other, Optional.of(1L), 2)))
                .isEqualTo(new Outcome.Overtaken(Optional.empty()));
    }

    @Test
    void aMembershipIsForgottenUnlessItWasNotedSince() {
        var memberships = tables.memberships();
        memberships.note(BEN, "grp_1", 3, at(100));
        memberships.note(BEN, "grp_2", 5, at(100));
        assertThat(of(BEN)).containsExactly("grp_1", "grp_2");

        memberships.forget(BEN, "grp_1", 4);
        memberships.forget(BEN, "grp_2", 5);
        memberships.forget(BEN, "grp_3", 5);

        assertThat(of(BEN)).containsExactly("grp_2");
        assertThat(of(ANN)).isEmpty();
    }

    @Test
    void aPointerNeverGoesBackToAnEarlierRevision() {
        var memberships = tables.memberships();
        memberships.note(BEN, "grp_1", 7, at(100));
        memberships.note(BEN, "grp_1", 5, at(200));

        memberships.forget(BEN, "grp_1", 6);
        assertThat(of(BEN)).as("who saw no seat before the seventh").containsExactly("grp_1");
        memberships.forget(BEN, "grp_1", 8);
        assertThat(of(BEN)).isEmpty();
    }

    @Test
    void membershipsAreReadPageByPageInTheOrderOfTheGroups() {
        var memberships = tables.memberships();
        List.of("grp_3", "grp_1", "grp_22", "grp_2").forEach(group -> memberships.note(BEN, group, 1, at(100)));

        assertThat(memberships.of(BEN, Optional.empty(), 2)).containsExactly("grp_1", "grp_2");
        assertThat(memberships.of(BEN, Optional.of("grp_2"), 2)).containsExactly("grp_22", "grp_3");
        assertThat(memberships.of(BEN, Optional.of("grp_3"), 2)).isEmpty();
    }

    private List<String> of(String player) {
        return tables.memberships().of(player, Optional.empty(), 10);
    }

    @Test
    void aCodeIsOfOneGroupUntilItsTimeIsOver() {
        var codes = tables.codes();
        assertThat(codes.take("ABC123", "grp_1", at(0), at(60))).isTrue();
        assertThat(codes.take("ABC123", "grp_1", at(1), at(60))).as("again").isTrue();
        assertThat(codes.take("ABC123", "grp_2", at(1), at(60))).isFalse();
        assertThat(codes.find("ABC123", at(60))).hasValue("grp_1");
        assertThat(codes.find("ABC123", at(61))).isEmpty();
        assertThat(codes.find("ABC124", at(1))).isEmpty();
        assertThat(codes.take("ABC123", "grp_2", at(61), at(90))).isTrue();
        assertThat(codes.find("ABC123", at(61))).hasValue("grp_2");
    }

    private void written(Group group, Group before) {
        var expected = tables.groups().read(GROUP).orElseThrow().group().revision();
        assertThat(before.revision()).isGreaterThanOrEqualTo(expected);
        tables.groups().write(write(group, Optional.of(expected), 5 + group.revision()));
        assertThat(tables.groups().read(GROUP).orElseThrow().group()).isEqualTo(group);
    }

    private static Optional<Long> revision(Group group) {
        return Optional.of(group.revision());
    }

    private static Write write(Group group, Optional<Long> expected, long seed) {
        var ids = ids(seed);
        var news = GroupEvents.of(
                new Course(group, List.of(new Happening(What.JOINED, BEN, at(0)))), Optional.of(ANN), ids, at(0));
        return new Write(group, expected, CommandId.of(ids.get()), news, at(3600));
    }
}
