package com.lifeverse.session.group.find;

import static com.lifeverse.session.group.support.Given.ANN;
import static com.lifeverse.session.group.support.Given.BEN;
import static com.lifeverse.session.group.support.Given.GROUP;
import static com.lifeverse.session.group.support.Given.NOW;
import static com.lifeverse.session.group.support.Given.after;
import static com.lifeverse.session.group.support.Given.at;
import static com.lifeverse.session.group.support.Given.entrant;
import static com.lifeverse.session.group.support.Given.invite;
import static com.lifeverse.session.group.support.Given.join;
import static com.lifeverse.session.group.support.Given.needing;
import static com.lifeverse.session.group.support.Given.party;
import static com.lifeverse.session.group.support.Given.samePlatformOnly;
import static com.lifeverse.session.group.support.Given.template;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.session.Platform;
import com.lifeverse.session.group.Entrant;
import com.lifeverse.session.group.Feature;
import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.Joinability;
import com.lifeverse.session.group.LeaderPolicy;
import com.lifeverse.session.group.command.Actor;
import com.lifeverse.session.group.command.GroupCommand;
import com.lifeverse.session.group.command.Patch;
import com.lifeverse.session.group.find.FindGroups.Place;
import com.lifeverse.session.group.support.Given;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every finder does, and what can be found with it. */
public abstract class FinderContract {
    private Finder finder;
    private FindGroups groups;

    /** With no listings. */
    protected abstract Finder finder();

    @BeforeEach
    void open() {
        finder = finder();
        groups = new FindGroups(finder);
    }

    @Test
    void aListingIsReadAsItWasWritten() {
        var group = after(party(3), join(entrant(BEN, Platform.XBOX, needing(Feature.CAPTIONS))), at(1));
        group = set(group, Map.of("mode", Optional.of("duel")));
        var listing = Listing.of(group).orElseThrow();
        finder.list(listing);

        assertThat(finder.shelf("party", Optional.empty(), Finder.shelfOf(group.id()), Optional.empty(), 10))
                .containsExactly(listing);
    }

    @Test
    void anOlderListingNeverReplacesALaterOne() {
        var old = Listing.of(party(3)).orElseThrow();
        var late = Listing.of(after(party(3), join(BEN), at(1))).orElseThrow();
        finder.list(late);
        finder.list(old);
        finder.unlist(old);

        assertThat(found(wanted(entrant("ply_dan")))).containsExactly(late);
        finder.unlist(late);
        finder.unlist(late);
        assertThat(found(wanted(entrant("ply_dan")))).isEmpty();
    }

    @Test
    void aFullOrClosedGroupHasNoListing() {
        assertThat(Listing.of(after(party(2), join(BEN), at(1)))).isEmpty();
        assertThat(Listing.of(after(party(2), new GroupCommand.End(Actor.player(ANN)), at(1))))
                .isEmpty();
    }

    @Test
    void whoWasPutOutDoesNotFindItUntilTheyAreInvited() {
        var without = after(after(party(3), join(BEN), at(1)), new GroupCommand.Remove(Actor.player(ANN), BEN), at(2));
        finder.list(Listing.of(without).orElseThrow());

        assertThat(found(wanted(entrant(BEN)))).isEmpty();
        assertThat(found(wanted(entrant("ply_dan")))).hasSize(1);
        finder.list(Listing.of(after(without, invite(ANN, BEN), at(3))).orElseThrow());
        assertThat(found(wanted(entrant(BEN)))).hasSize(1);
    }

    @Test
    void onlyWhatIsWantedIsFound() {
        finder.list(
                Listing.of(set(party(3), Map.of("mode", Optional.of("duel")))).orElseThrow());
        var dan = entrant("ply_dan");

        assertThat(found(wanted(dan))).hasSize(1);
        assertThat(found(wanted(dan, 2, false, Map.of("mode", "duel")))).hasSize(1);
        assertThat(found(wanted(dan, 3, false, Map.of()))).as("seats").isEmpty();
        assertThat(found(wanted(dan, 1, true, Map.of()))).as("backfill").isEmpty();
        assertThat(found(wanted(dan, 1, false, Map.of("mode", "race")))).isEmpty();
    }

    @Test
    void nobodyIsShownAGroupAcrossPlatformsThatSomebodyDoesNotPlayAcross() {
        var shy = entrant(ANN, Platform.SWITCH, samePlatformOnly());
        finder.list(Listing.of(party(template(3, LeaderPolicy.AUTOMATIC), shy)).orElseThrow());

        assertThat(found(wanted(entrant("ply_dan")))).isEmpty();
        assertThat(found(wanted(entrant("ply_dan", Platform.SWITCH, samePlatformOnly()))))
                .hasSize(1);
        finder.list(Listing.of(party(3)).orElseThrow().at(9));
        assertThat(found(wanted(entrant("ply_dan", Platform.XBOX, samePlatformOnly()))))
                .isEmpty();
    }

    @Test
    void nobodyIsShownAGroupThatCannotDoWhatTheyNeed() {
        finder.list(Listing.of(party(Given.supporting(Set.of()), entrant(ANN))).orElseThrow());

        assertThat(found(wanted(entrant("ply_dan")))).hasSize(1);
        assertThat(found(wanted(entrant("ply_dan", Platform.PC, needing(Feature.CAPTIONS)))))
                .isEmpty();
    }

    @Test
    void aGroupForFriendsIsFoundByFriendsOfItsHostsOnceAndByNobodyElse() {
        var friendly = friendly(after(party(5), join(BEN), at(1)), Joinability.FRIENDS_OF_MEMBERS);
        finder.list(Listing.of(friendly).orElseThrow());

        assertThat(found(wanted(entrant("ply_dan")))).isEmpty();
        assertThat(among(ANN, BEN)).containsExactly(GROUP);
        assertThat(among(BEN)).containsExactly(GROUP);
        assertThat(among("ply_eve")).isEmpty();
    }

    @Test
    void aGroupForFriendsOfItsLeaderMovesWithTheLead() {
        var anns = friendly(after(party(5), join(BEN), at(1)), Joinability.FRIENDS_OF_LEADER);
        var bens = after(anns, new GroupCommand.Lead(Actor.player(ANN), BEN), at(4));
        change(Optional.empty(), Listing.of(anns));
        assertThat(among(ANN)).containsExactly(GROUP);
        assertThat(among(BEN)).isEmpty();

        change(Listing.of(anns), Listing.of(bens));
        assertThat(among(ANN)).isEmpty();
        assertThat(among(BEN)).containsExactly(GROUP);
    }

    @Test
    void aGroupThatOpensToAllIsFoundByAllAndNotTwice() {
        var closed = friendly(party(5), Joinability.FRIENDS_OF_MEMBERS);
        var open = friendly(closed, Joinability.OPEN);
        change(Optional.empty(), Listing.of(closed));
        change(Listing.of(closed), Listing.of(open));

        assertThat(among(ANN)).isEmpty();
        assertThat(found(wanted(entrant("ply_dan")))).hasSize(1);
        change(Listing.of(open), Listing.of(friendly(open, Joinability.CLOSED)));
        assertThat(found(wanted(entrant("ply_dan")))).isEmpty();
    }

    @Test
    void friendsAreAskedAboutPageByPage() {
        var friends = new TreeSet<String>();
        for (int i = 0; i < 60; i++) {
            friends.add("ply_friend_%02d".formatted(i));
        }
        finder.list(Listing.of(friendly(
                        party(template(3, LeaderPolicy.AUTOMATIC), entrant("ply_friend_59")),
                        Joinability.FRIENDS_OF_LEADER,
                        "ply_friend_59"))
                .orElseThrow());
        var found = new ArrayList<String>();
        var place = Optional.of(Place.FIRST);
        int pages = 0;
        while (place.isPresent()) {
            var page = groups.findAmong(
                    wanted(entrant("ply_dan")), friends, place.get().after(), 7, NOW);
            page.listings().forEach(one -> found.add(one.groupId()));
            place = page.next();
            pages++;
        }
        assertThat(found).containsExactly(GROUP);
        assertThat(pages).isEqualTo(3);
    }

    private void change(Optional<Listing> before, Optional<Listing> after) {
        Listing.left(before, after)
                .map(left -> left.at(after.map(Listing::revision).orElse(99L)))
                .ifPresent(finder::unlist);
        after.ifPresent(finder::list);
    }

    private List<String> among(String... friends) {
        return groups
                .findAmong(wanted(entrant("ply_dan")), new TreeSet<>(List.of(friends)), Optional.empty(), 10, NOW)
                .listings()
                .stream()
                .map(Listing::groupId)
                .toList();
    }

    private static Group friendly(Group group, Joinability joinability) {
        return friendly(group, joinability, ANN);
    }

    private static Group friendly(Group group, Joinability joinability, String leader) {
        var patch = new Patch(Optional.of(joinability), Map.of(), Map.of(), Optional.empty());
        return after(group, new GroupCommand.Set(Actor.player(leader), patch), at(3));
    }

    @Test
    void everyGroupIsFoundOncePageByPage() {
        var listing = Listing.of(party(3)).orElseThrow();
        var all = new TreeSet<String>();
        for (int i = 0; i < 60; i++) {
            var id = "grp_%02d".formatted(i);
            all.add(id);
            finder.list(new Listing(
                    id,
                    1,
                    "party",
                    Optional.empty(),
                    2,
                    false,
                    Map.of(),
                    listing.present(),
                    listing.welcome(),
                    listing.supported(),
                    listing.features(),
                    NOW,
                    Optional.empty(),
                    Set.of(),
                    Set.of()));
        }
        var found = new ArrayList<String>();
        var place = Optional.of(Place.FIRST);
        while (place.isPresent()) {
            var page = groups.find(wanted(entrant("ply_dan")), place.get(), 7, NOW);
            page.listings().forEach(one -> found.add(one.groupId()));
            place = page.next();
        }
        assertThat(found).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
    }

    private List<Listing> found(Wanted wanted) {
        return groups.find(wanted, Place.FIRST, 10, NOW).listings();
    }

    private static Wanted wanted(Entrant seeker) {
        return wanted(seeker, 1, false, Map.of());
    }

    private static Wanted wanted(Entrant seeker, int seats, boolean backfill, Map<String, String> attributes) {
        return new Wanted("party", Optional.empty(), seats, backfill, attributes, seeker);
    }

    private static Group set(Group group, Map<String, Optional<String>> searchable) {
        var patch = new Patch(Optional.empty(), Map.of(), searchable, Optional.empty());
        return after(group, new GroupCommand.Set(Actor.player(ANN), patch), at(2));
    }
}
