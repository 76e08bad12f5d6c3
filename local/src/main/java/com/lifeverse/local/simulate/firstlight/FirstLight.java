package com.lifeverse.local.simulate.firstlight;

import com.lifeverse.local.simulate.Scenario;
import com.lifeverse.local.simulate.Stage;
import com.lifeverse.local.simulate.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The slice of first light: players sign in, renew, read and sign out on several devices, thieves try their old tokens,
 * game servers tell of matches, again and in any order. Some runs are a lively evening, some are quiet days, and in some the
 * signing key is replaced meanwhile.
 */
public final class FirstLight implements Scenario {
    private static final int MOST_PLAYERS = 4;
    private static final double DAYS = 0.3;
    private static final double TWIN = 0.3;

    @Override
    public String name() {
        return "first-light";
    }

    @Override
    public String description() {
        return "players, thieves and game servers; no grant lost or doubled, no session resurrected, no news missed";
    }

    @Override
    public Play begin(Stage stage) {
        var pace = stage.chance(DAYS) ? Pace.days(stage) : Pace.evening(stage);
        var roster = new Roster();
        var players = new ArrayList<Player>();
        int count = 2 + stage.random().nextInt(MOST_PLAYERS - 1);
        for (int i = 1; i <= count; i++) {
            players.add(new Player("player-" + i, "device-" + i, pace, roster, stage));
            if (stage.chance(TWIN)) {
                players.add(new Player("twin-" + i, "device-" + i, pace, roster, stage));
            }
        }
        var servers = List.of(new GameServer("server-1", pace, roster, stage));
        players.forEach(Player::begin);
        servers.forEach(GameServer::begin);
        return new Evening(stage, pace.length(), players, servers, new Journal(stage));
    }

    /** One run. */
    private record Evening(
            Stage stage, Duration troubled, List<Player> players, List<GameServer> servers, Journal journal)
            implements Play {
        @Override
        public void calm() {
            players.forEach(Player::calm);
            servers.forEach(GameServer::calm);
        }

        @Override
        public void finish() {
            players.forEach(Player::finish);
        }

        @Override
        public List<Violation> violations() {
            var ledger = Ledger.of(stage.stack());
            var found = new ArrayList<Violation>();
            found.addAll(new SessionRules(stage.exchanges(), journal).violations());
            found.addAll(new TokenRules(stage.exchanges()).violations());
            found.addAll(new NoticeRules(stage.exchanges(), players, ledger).violations());
            found.addAll(new GrantRules(stage.exchanges(), journal, ledger).violations());
            players.forEach(player -> found.addAll(player.surprises()));
            servers.forEach(server -> found.addAll(server.surprises()));
            return found;
        }
    }
}
