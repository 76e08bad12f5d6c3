package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.StackOptions;
import com.lifeverse.local.table.engine.Meter;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What each call consumes of the tables, counted where AWS counts it. */
@Tag("stack")
@SuppressWarnings("NullAway.Init")
final class CostTest {
    private Game game;
    private String live;
    private String players;
    private String triggers;

    private record Cost(double writes, double reads) {}

    @BeforeEach
    void start() {
        // In virtual time, so that what is read again every few seconds is not read in between.
        game = Game.start(StackOptions.of(Game.assembly()).at(Instant.parse("2026-12-01T12:00:00Z")));
        live = game.stack().ref("LiveTable");
        players = game.stack().ref("PlayersTable");
        triggers = game.stack().ref("TriggersTable");
        // Whoever asks first reads the gates and the version of the timeline for all who ask in the next seconds.
        var warm = game.signIn("warm");
        game.renew(warm.text("/sessionId"), warm.text("/refreshToken"));
        game.stack().settle();
    }

    @AfterEach
    void stop() {
        game.close();
    }

    private Cost of(Supplier<Game.Answer> call, int status) {
        var before = total();
        assertThat(call.get().status()).isEqualTo(status);
        var after = total();
        return new Cost(after.writes() - before.writes(), after.reads() - before.reads());
    }

    private Cost total() {
        double writes = 0;
        double reads = 0;
        for (var table : new String[] {live, players, triggers}) {
            Meter.Reading reading = game.stack().consumed(table);
            writes += reading.writeUnits();
            reads += reading.readUnits();
        }
        return new Cost(writes, reads);
    }

    @Test
    void anAnswerOutsideOfProductionShowsWhatItCost() {
        var session = game.signIn("watched");
        var renewed = game.renew(session.text("/sessionId"), session.text("/refreshToken"));
        var read = game.get("/v1/sessions/" + session.text("/sessionId"), session.text("/accessToken"));

        assertThat(renewed.header("lifeverse-cost")).matches("reads=0, writes=1, ms=\\d+");
        assertThat(read.header("lifeverse-cost")).matches("reads=1, writes=0, ms=\\d+");
    }

    @Test
    void renewIsExactlyOneWriteUnitAndNoRead() {
        var player = game.signIn("a");
        game.stack().settle();
        var session = player.text("/sessionId");
        var token = player.text("/refreshToken");
        assertThat(of(() -> game.renew(session, token), 200)).isEqualTo(new Cost(1, 0));
        assertThat(of(() -> game.renew(session, token), 200))
                .as("an honest retry")
                .isEqualTo(new Cost(1, 0));
    }

    @Test
    void signInOfAKnownPlayerIsAtMostTwoWriteUnits() {
        game.signIn("known");
        game.stack().settle();
        var cost = of(() -> game.signIn("known"), 201);
        assertThat(cost.writes()).isLessThanOrEqualTo(2);
    }

    @Test
    void signOutIsOneWriteUnit() {
        var player = game.signIn("leaving");
        game.stack().settle();
        var cost = of(
                () -> game.send(
                        "DELETE",
                        "/v1/sessions/" + player.text("/sessionId"),
                        Map.of("authorization", "Bearer " + player.text("/accessToken")),
                        ""),
                204);
        assertThat(cost.writes()).isEqualTo(1);
    }

    @Test
    void aChangeOfAGroupLooksAtTheSessionOnceAndWritesAtMostFourUnits() {
        var host = Guest.on(game, "host");
        var party = host.party();
        var guest = Guest.on(game, "guest");
        game.stack().settle();

        assertThat(looks(() -> guest.join(party)))
                .as("and behind the write once more")
                .isEqualTo(2);
        for (Supplier<Game.Answer> change : List.<Supplier<Game.Answer>>of(
                () -> guest.connect(party), () -> guest.disconnect(party), () -> guest.leave(party))) {
            assertThat(looks(change)).isEqualTo(1);
        }
    }

    /** Read units that a change of a group takes to look at sessions, once all has come to rest. */
    private double looks(Supplier<Game.Answer> change) {
        var groups = game.stack().ref("GroupsTable");
        var session = game.stack().consumed(live).readUnits();
        var before = game.stack().consumed(groups).writeUnits();
        assertThat(change.get().status()).isBetween(200, 204);
        assertThat(game.stack().consumed(groups).writeUnits() - before).isLessThanOrEqualTo(4);
        game.stack().settle();
        return game.stack().consumed(live).readUnits() - session;
    }

    @Test
    void anEventThatNothingWantsCostsNoWrite() {
        var player = game.signIn("loser").text("/playerId");
        game.stack().settle();
        var cost = of(
                () -> {
                    var answer = game.tell("""
                            {"type":"match.ended.v1","playerId":"%s","deduplicationId":"m",
                             "payload":{"matchId":"m","mode":"duel","outcome":"loss","durationSeconds":9}}""".formatted(player));
                    game.stack().settle();
                    return answer;
                },
                202);
        assertThat(cost).isEqualTo(new Cost(0, 0));
    }

    @Test
    void aProfileIsReadForHalfAUnitAndWrittenOnlyForWhatIsNew() {
        var player = game.signIn("ranked").text("/playerId");
        game.win(player, "m0");
        game.stack().settle();
        // Two at once may take an instance that has yet to look which triggers are in force: the least of a few is what
        // is meant.
        var counted = least(match -> of(() -> ranked(player, "new-" + match), 202));
        var again = least(_ -> of(() -> ranked(player, "new-1"), 202));

        // Half a unit is the state of the trigger that wants wins.
        assertThat(counted)
                .as("the profile and the mark of what it counts, in one write")
                .isEqualTo(new Cost(4, 1));
        assertThat(again).as("a repeat").isEqualTo(new Cost(0, 1));
    }

    private static Cost least(IntFunction<Cost> measured) {
        return IntStream.rangeClosed(1, 3)
                .mapToObj(measured)
                .min(Comparator.comparingDouble(Cost::reads))
                .orElseThrow();
    }

    private Game.Answer ranked(String player, String match) {
        var answer = game.tell("""
                {"type":"match.ended.v1","playerId":"%s","deduplicationId":"%2$s",
                 "payload":{"matchId":"%2$s","mode":"ranked","outcome":"win","durationSeconds":9}}""".formatted(player, match));
        game.stack().settle();
        return answer;
    }
}
