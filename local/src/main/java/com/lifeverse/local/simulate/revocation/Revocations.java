package com.lifeverse.local.simulate.revocation;

import com.lifeverse.local.simulate.Scenario;
import com.lifeverse.local.simulate.Stage;
import com.lifeverse.local.simulate.Violation;
import com.lifeverse.local.simulate.client.News;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Players sign out everywhere, are kicked and are banned, while the stack ends in the middle of it; whoever still has their
 * tokens goes on trying them, until long after those are too old.
 */
public final class Revocations implements Scenario {
    private static final int FEWEST = 1;
    private static final int MORE = 2;

    @Override
    public String name() {
        return "revocations";
    }

    @Override
    public String description() {
        return "players revoked while the stack is killed; nothing of theirs is accepted where the item is touched,"
                + " elsewhere not beyond a token's stated life";
    }

    @Override
    public Play begin(Stage stage) {
        var news = new News(stage);
        var staff = stage.staff("operator");
        var players = new ArrayList<Revoked>();
        int count = FEWEST + stage.random().nextInt(MORE);
        for (int i = 1; i <= count; i++) {
            players.add(new Revoked("player-" + i, staff, stage));
        }
        players.forEach(Revoked::begin);
        return new Purge(stage, players, news);
    }

    /** One run: together with the time in which all comes to rest it is longer than any token lives. */
    private record Purge(Stage stage, List<Revoked> players, News news) implements Play {
        private static final Duration TROUBLED = Duration.ofMinutes(8);

        @Override
        public Duration troubled() {
            return TROUBLED;
        }

        @Override
        public void calm() {
            // Who has not been revoked yet, for all that went wrong, is revoked now: they insist.
        }

        @Override
        public void finish() {
            players.forEach(Revoked::tryOldTokens);
        }

        @Override
        public List<Violation> violations() {
            var found = new ArrayList<>(new RevocationRules(stage.exchanges(), news).violations());
            players.stream()
                    .filter(player -> !player.revoked())
                    .forEach(player -> found.add(
                            Violation.inTheEnd("everybody-is-revoked", player.name() + " was never revoked")));
            return found;
        }
    }
}
