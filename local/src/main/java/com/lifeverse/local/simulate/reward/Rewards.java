package com.lifeverse.local.simulate.reward;

import com.lifeverse.local.simulate.Scenario;
import com.lifeverse.local.simulate.Stage;
import com.lifeverse.local.simulate.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Players come to something in a live event, alone or together, and claim what they reach, again and again and just when it is settled, while
 * anything goes wrong: what each has in the ledger of grants is what they had a right to, once.
 */
public final class Rewards implements Scenario {
    private static final int FEWEST = 2;
    private static final int MORE = 2;
    private static final int MATCHES = 4;

    @Override
    public String name() {
        return "rewards";
    }

    @Override
    public String description() {
        return "players join, win and claim while a live event ends and is settled;"
                + " grants are entitlements, none doubled, and each happening counts once";
    }

    @Override
    public Play begin(Stage stage) {
        var contest = Contest.drawn(stage);
        var players = new ArrayList<Contestant>();
        int count = FEWEST + stage.random().nextInt(MORE);
        for (int number = 1; number <= count; number++) {
            players.add(new Contestant("player-" + number, contest, stage));
        }
        var play = new Evening(contest, new Director(contest, stage), players, new Referee(stage), stage);
        play.begin();
        return play;
    }

    /** One run. */
    private record Evening(Contest contest, Director director, List<Contestant> players, Referee referee, Stage stage)
            implements Play {
        private static final Duration TROUBLED = Duration.ofMinutes(22);
        /** Until every function knows what was published. */
        private static final Duration KNOWN = Duration.ofSeconds(45);

        private static final Duration MATCHES_WITHIN = Duration.ofMinutes(6);
        private static final Duration CLAIMS_WITHIN = Duration.ofMinutes(15);

        void begin() {
            director.publish(() -> players.forEach(player -> player.come(() -> play(player))));
        }

        private void play(Contestant player) {
            int matches = stage.random().nextInt(MATCHES + 1);
            for (int number = 1; number <= matches; number++) {
                int match = number;
                stage.outside()
                        .in(
                                untilItCounts().plus(stage.between(Duration.ZERO, MATCHES_WITHIN)),
                                "a match ends",
                                () -> referee.tell(player.playerId(), match));
            }
            player.claim(CLAIMS_WITHIN);
            player.claim(CLAIMS_WITHIN);
        }

        /** Until it has begun, and everybody knows of it. */
        private Duration untilItCounts() {
            var begins = Duration.between(stage.now(), contest.start());
            return begins.compareTo(KNOWN) > 0 ? begins : KNOWN;
        }

        @Override
        public Duration troubled() {
            return TROUBLED;
        }

        @Override
        public void calm() {
            // Nobody begins anything more.
        }

        @Override
        public void finish() {
            // Whoever claims once more when all is settled gets nothing for it.
            players.forEach(player -> player.come(() -> player.claim(Duration.ofMinutes(1))));
        }

        @Override
        public List<Violation> violations() {
            var found = new ArrayList<>(director.surprises());
            players.forEach(player -> found.addAll(player.surprises()));
            var known = players.stream()
                    .map(Contestant::playerId)
                    .filter(id -> !id.isEmpty())
                    .toList();
            found.addAll(new RewardRules(contest, referee, stage).violations(known));
            return found;
        }

        @Override
        public Map<String, Long> counts() {
            return Map.of(
                    "claims taken",
                    players.stream().mapToLong(Contestant::taken).sum(),
                    "contests that end",
                    contest.brief() ? 1L : 0L);
        }
    }
}
