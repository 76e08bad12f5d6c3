package com.lifeverse.session.social;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.support.Standard;
import com.lifeverse.session.social.Acquaintances.Kind;
import com.lifeverse.session.social.Acquaintances.Written;
import com.lifeverse.session.social.Friends.Outcome;
import com.lifeverse.session.support.Fixtures;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Acquaintances} does, and {@link Friends} with it, and the {@link SocialGraph} of it. */
@SuppressWarnings("NullAway.Init")
public abstract class AcquaintancesContract {
    private static final String ALICE = "ply_a";
    private static final String BOB = "ply_b";
    private static final String CAROL = "ply_c";

    private final Supplier<UUID> ids = Fixtures.ids(11);
    private Acquaintances acquaintances;
    private SocialGraph graph;
    private Friends friends;

    /** Nobody knows anybody. */
    protected abstract Acquaintances acquaintances();

    /** From now on there are these players. */
    protected abstract void join(List<String> players);

    /** The graph over the same data. */
    protected abstract SocialGraph graph();

    @BeforeEach
    void strangers() {
        acquaintances = acquaintances();
        graph = graph();
        join(List.of(ALICE, BOB, CAROL, "ply_d"));
        friends = new Friends(acquaintances, Standard.of(SocialPolicy.class));
    }

    @Test
    void friendshipTakesTwo() {
        assertThat(want(ALICE, BOB)).isEqualTo(Outcome.ASKED);
        assertThat(graph.areFriends(ALICE, BOB)).isFalse();
        assertThat(ids(BOB, Kind.ASKED)).containsExactly(ALICE);

        assertThat(want(BOB, ALICE)).isEqualTo(Outcome.FRIENDS);
        assertThat(graph.areFriends(ALICE, BOB)).isTrue();
        assertThat(graph.areFriends(BOB, ALICE)).isTrue();
        assertThat(ids(BOB, Kind.ASKED)).isEmpty();
        assertThat(ids(ALICE, Kind.FRIENDS)).containsExactly(BOB);
    }

    @Test
    void askingAgainChangesNothing() {
        want(ALICE, BOB);

        assertThat(want(ALICE, BOB)).isEqualTo(Outcome.ASKED);
        assertThat(ids(BOB, Kind.ASKED)).hasSize(1);
        want(BOB, ALICE);
        assertThat(want(ALICE, BOB)).isEqualTo(Outcome.FRIENDS);
    }

    @Test
    void aBlockEndsWhatIsBetweenTheTwoAndIsNotToBeFoundOut() {
        befriend(ALICE, BOB);
        assertThat(friends.block(BOB, ALICE, Fixtures.NOW)).isTrue();

        assertThat(graph.areFriends(ALICE, BOB)).isFalse();
        assertThat(graph.areFriends(BOB, ALICE)).isFalse();
        assertThat(want(ALICE, BOB)).as("as if it waited").isEqualTo(Outcome.ASKED);
        assertThat(ids(BOB, Kind.ASKED)).isEmpty();
        assertThat(want(BOB, ALICE)).isEqualTo(Outcome.BLOCKED_BY_ONESELF);
    }

    @Test
    void aBlockIsSeenFromBothSidesUntilItIsLifted() {
        friends.block(BOB, ALICE, Fixtures.NOW);

        assertThat(graph.anyBlocked(ALICE, List.of(CAROL, BOB))).isTrue();
        assertThat(graph.anyBlocked(BOB, List.of(ALICE))).isTrue();
        assertThat(graph.anyBlocked(CAROL, List.of(ALICE, BOB))).isFalse();
        assertThat(graph.anyBlocked(ALICE, List.of())).isFalse();

        friends.unblock(BOB, ALICE);
        assertThat(graph.anyBlocked(ALICE, List.of(BOB))).isFalse();
    }

    @Test
    void whatWasDecidedBeforeABlockIsNotWrittenAfterIt() {
        friends.block(BOB, ALICE, Fixtures.NOW);

        assertThat(acquaintances.ask(ALICE, BOB, Fixtures.NOW, Fixtures.NOW, List.of()))
                .isEqualTo(Written.OVERTAKEN);
        assertThat(acquaintances.accept(ALICE, BOB, Fixtures.NOW, List.of())).isEqualTo(Written.OVERTAKEN);
        assertThat(acquaintances.relation(ALICE, BOB)).isEqualTo(new Relation(false, false, false, false, true, true));
    }

    @Test
    void nobodyIsMadeAFriendWhoHasNotAsked() {
        assertThat(acquaintances.accept(ALICE, BOB, Fixtures.NOW, List.of())).isEqualTo(Written.OVERTAKEN);
        assertThat(acquaintances.relation(ALICE, BOB)).isEqualTo(Relation.STRANGERS);
    }

    @Test
    void partingEndsItForBothAndTakesBackRequests() {
        befriend(ALICE, BOB);
        friends.part(BOB, ALICE);
        assertThat(acquaintances.relation(ALICE, BOB)).isEqualTo(Relation.STRANGERS);

        want(ALICE, BOB);
        friends.part(ALICE, BOB);
        assertThat(ids(BOB, Kind.ASKED)).isEmpty();
        want(ALICE, BOB);
        friends.part(BOB, ALICE);
        assertThat(ids(BOB, Kind.ASKED)).isEmpty();
    }

    @Test
    void whomThereIsNotIsNotAskedAndNothingIsKept() {
        assertThat(want(ALICE, "ply_nobody")).isEqualTo(Outcome.UNKNOWN);
        assertThat(ids("ply_nobody", Kind.ASKED)).isEmpty();
    }

    @Test
    void friendsOfFriendsAreOneStepAway() {
        befriend(ALICE, BOB);
        befriend(BOB, CAROL);

        assertThat(graph.friendsOfFriends(ALICE, CAROL)).isTrue();
        assertThat(graph.friendsOfFriends(ALICE, BOB)).isTrue();
        assertThat(graph.friendsOfFriends(ALICE, "ply_d")).isFalse();
    }

    @Test
    void aListHasAnEnd() {
        var few = new Friends(
                acquaintances,
                new SocialPolicy(1, 1, 1, Standard.of(SocialPolicy.class).askedLife(), 5));
        assertThat(few.block(ALICE, BOB, Fixtures.NOW)).isTrue();
        assertThat(few.block(ALICE, CAROL, Fixtures.NOW)).isFalse();
        befriend(BOB, CAROL);
        assertThat(few.want(BOB, "ply_d", ids, Fixtures.NOW)).isEqualTo(Outcome.FULL);
    }

    private void befriend(String one, String other) {
        want(one, other);
        assertThat(want(other, one)).isEqualTo(Outcome.FRIENDS);
    }

    private Outcome want(String player, String other) {
        return friends.want(player, other, ids, Fixtures.NOW);
    }

    private List<String> ids(String player, Kind kind) {
        return friends.list(player, kind).stream().map(Acquaintance::playerId).toList();
    }
}
