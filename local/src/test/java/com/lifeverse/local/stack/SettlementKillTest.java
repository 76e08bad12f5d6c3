package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.StackOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Kills the process again and again, ten times in the full count, at random and the hard way, while the rewards of an occurrence are settled, and looks at what came of it in
 * the end. {@code -Dlifeverse.players=100000} settles with as many; {@code -Dlifeverse.seed=N} kills at other moments.
 */
@Tag("stack")
final class SettlementKillTest {
    private static final int PLAYERS = Integer.getInteger("lifeverse.players", 700);
    /** Each costs the start of a stack. */
    private static final int KILLS = PLAYERS < 1000 ? 3 : 10;

    private static final int KILLED = 128 + 9;
    private static final Random RANDOM = new Random(Long.getLong("lifeverse.seed", 1));

    @TempDir
    private Path directory;

    @Test
    void aSettlementThatIsKilledAgainAndAgainGoesOnWhereItWasAndGivesEachRewardOnce() throws Exception {
        begin();
        int files = 64 * (int) Math.ceil(PLAYERS * 3 / 4.0 / 64 / 250);
        tell("%,d players are in; their rewards are some %d files", PLAYERS, files);
        int kills = 0;
        int seen = 0;
        boolean through = false;
        while (kills < KILLS && !through) {
            // Somewhere in the next part of what is left.
            int target = seen + RANDOM.nextInt(Math.max(1, 2 * (files - 2 - seen) / (KILLS - kills + 1)));
            long launched = System.nanoTime();
            var told = killed(target);
            through = told < 0;
            kills += through ? 0 : 1;
            double seconds = (System.nanoTime() - launched) / 1e9;
            tell(
                    "killed %d of %d times, when %d of %d files were done; %,.0f players a second since the last time, the stack's start included",
                    kills, KILLS, Math.max(seen, told), files, owed() * Math.max(0, told - seen) / (files * seconds));
            seen = Math.max(seen, told);
        }
        assertThat(kills).as("killed while it was under way").isEqualTo(KILLS);
        long began = System.nanoTime();
        try (var game = Game.start(
                StackOptions.of(Game.assembly()).keptIn(directory).at(Instant.parse("2026-12-01T15:44:00Z")))) {
            seesProgress(game);
            game.stack().advance(Duration.ofHours(1));
            check(game);
            System.out.printf(
                    "measured: %,d players, %d kills, %d of %d files done at the last one; the rest took %,d ms with all grants%n",
                    PLAYERS, kills, seen, files, (System.nanoTime() - began) / 1_000_000);
        }
    }

    private void begin() {
        try (var game =
                Game.start(StackOptions.of(Game.assembly()).keptIn(directory).at(Festival.NOON.plusSeconds(1)))) {
            Festival.publish(game);
            Festival.crowd(game.stack(), PLAYERS);
            game.stack().advance(Duration.ofMinutes(200));
        }
    }

    /** Runs the process until so many files are done, and kills it; how many were, or -1 if it got to the end. */
    private int killed(int target) throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx1g",
                        "-Dlifeverse.home=" + System.getProperty("lifeverse.home", ".."),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DoomedSettlement.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var out = process.inputReader()) {
            int done = 0;
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                if (line.equals("through")) {
                    return -1;
                }
                if (line.startsWith("done ")) {
                    done = Integer.parseInt(line.substring("done ".length()));
                    if (done > target) {
                        break;
                    }
                }
            }
            process.toHandle().destroyForcibly();
            assertThat(process.waitFor()).as("killed, and nothing else").isEqualTo(KILLED);
            return done;
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** What was done before the kills is seen after them. Its rate is not: all of it happens at one moment of the stack's time. */
    private static void seesProgress(Game game) {
        var progress = Festival.settlements(game).path(0).path("progress");
        tell("seen of it: %s", progress);
        assertThat(progress.path("players").asLong()).isEqualTo(owed());
        assertThat(progress.path("settled").asLong()).isPositive().isLessThanOrEqualTo(owed());
    }

    /** How many players are owed something. */
    private static long owed() {
        return IntStream.range(0, PLAYERS)
                .filter(player -> Festival.entitled(player) > 0)
                .count();
    }

    private static void tell(String line, Object... values) {
        System.out.printf(line + "%n", values);
    }

    private static void check(Game game) {
        var settlement = Festival.settlements(game).path(0);
        long entitled = IntStream.range(0, PLAYERS).map(Festival::entitled).sum();
        assertThat(settlement.path("state").asText()).isEqualTo("settled");
        assertThat(settlement.path("players").asLong()).isEqualTo(PLAYERS);
        assertThat(settlement.path("claimed").asLong()).isEqualTo(entitled);
        assertThat(settlement.path("entitled").asLong()).isEqualTo(entitled);
        var participations = Festival.participations(game.stack());
        for (int i = 0; i < PLAYERS; i++) {
            var who = participations
                    .find("feast", Festival.START, Festival.player(i))
                    .orElseThrow();
            assertThat(who.claimed()).as(who.playerId()).hasSize(Festival.entitled(i));
            assertThat(who.revision()).as("writes for %s", who.playerId()).isEqualTo(Festival.entitled(i) == 0 ? 1 : 2);
        }
        var grants = grants(game);
        for (int i = 0; i < PLAYERS; i++) {
            assertThat(grants.getOrDefault(Festival.player(i), 0))
                    .as(Festival.player(i))
                    .isEqualTo(Festival.entitled(i));
        }
    }

    /** How many each player has in the ledger of grants. */
    private static Map<String, Integer> grants(Game game) {
        var grants = new HashMap<String, Integer>();
        game.stack().tables().scanPaginator(scan -> scan.tableName(game.stack().ref("TriggersTable"))).items().stream()
                .filter(item ->
                        item.getOrDefault("sk", AttributeValue.fromS("")).s().startsWith("grant#"))
                .forEach(item -> grants.merge(
                        item.getOrDefault("playerId", AttributeValue.fromS("")).s(), 1, Integer::sum));
        return grants;
    }
}
