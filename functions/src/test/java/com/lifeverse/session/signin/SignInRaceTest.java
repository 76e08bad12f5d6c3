package com.lifeverse.session.signin;

import static com.lifeverse.session.support.Fixtures.NOW;
import static com.lifeverse.session.support.Fixtures.POLICY;
import static com.lifeverse.session.support.Fixtures.ids;
import static com.lifeverse.session.support.Fixtures.signIn;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.Envelope;
import com.lifeverse.session.live.LiveChange;
import com.lifeverse.session.live.LivePlayer;
import com.lifeverse.session.live.LiveSessions;
import com.lifeverse.session.live.LiveSessions.ChangeOutcome;
import com.lifeverse.session.live.LiveSessions.EndOutcome;
import com.lifeverse.session.live.LiveSessions.RenewalOutcome;
import com.lifeverse.session.live.LiveSessions.StartOutcome;
import com.lifeverse.session.live.Renewal;
import com.lifeverse.session.live.SessionEnd;
import com.lifeverse.session.live.SessionStart;
import com.lifeverse.session.signin.Players.Creation;
import com.lifeverse.session.signin.SignInOutcome.SignedIn;
import com.lifeverse.session.support.InMemorySessionTables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class SignInRaceTest {
    private static final int RACERS = 16;

    private final InMemorySessionTables tables = new InMemorySessionTables();

    @Test
    void ofSixteenDevicesAtOnceOneStaysAndEachOtherEndsOnce() throws Exception {
        var outcomes = race(seed -> new SignIn(tables, tables, POLICY).handle(signIn(), FreshIds.from(ids(seed)), NOW));

        var playerId = outcomes.getFirst().playerId();
        assertThat(outcomes).extracting(SignedIn::playerId).containsOnly(playerId);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.session().newPlayer())
                .hasSize(1);
        assertThat(tables.read(playerId).orElseThrow().sessions()).hasSize(1);
        assertThat(told("session.started.v1")).hasSize(RACERS).doesNotHaveDuplicates();
        assertThat(told("session.ended.v1")).hasSize(RACERS - 1).doesNotHaveDuplicates();
    }

    @Test
    void sixteenSendersOfOneKeyGetOneSession() throws Exception {
        var outcomes =
                race(seed -> new SignIn(tables, tables, POLICY).handle(signIn("k"), FreshIds.from(ids(seed)), NOW));

        assertThat(new HashSet<>(outcomes)).hasSize(1);
        assertThat(tables.everTold()).hasSize(1);
    }

    @Test
    void aStartWhoseReplyGotLostIsRecognised() {
        new SignIn(tables, tables, POLICY).handle(signIn(), FreshIds.from(ids(1)), NOW);

        var outcome = (SignedIn) new SignIn(tables, new RepliesLost(tables), POLICY)
                .handle(signIn(), FreshIds.from(ids(2)), NOW.plusSeconds(9));

        assertThat(tables.read(outcome.playerId()).orElseThrow().sessions()).containsExactly(outcome.session());
        assertThat(told("session.started.v1")).hasSize(2);
        assertThat(told("session.ended.v1")).hasSize(1);
    }

    @Test
    void aSessionThatWasReplacedBeforeItsSignInWasAnsweredDoesNotComeBack() {
        new SignIn(tables, tables, POLICY).handle(signIn(), FreshIds.from(ids(1)), NOW);
        var overtaken = new ReplacedMeanwhile(tables, 3);

        var outcome = (SignedIn)
                new SignIn(tables, overtaken, POLICY).handle(signIn(), FreshIds.from(ids(2)), NOW.plusSeconds(9));

        assertThat(tables.read(outcome.playerId()).orElseThrow().sessions()).containsExactly(outcome.session());
        assertThat(told("session.started.v1")).hasSize(4).doesNotHaveDuplicates();
        assertThat(told("session.ended.v1")).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void aCreationWhoseReplyGotLostIsRecognised() {
        var players = new CreationLost(tables);

        var outcome = (SignedIn) new SignIn(players, tables, POLICY).handle(signIn(), FreshIds.from(ids(1)), NOW);

        assertThat(outcome.session().newPlayer()).isTrue();
        assertThat(told("session.started.v1")).hasSize(1);
    }

    private List<Object> told(String type) {
        return tables.everTold().stream()
                .filter(event -> event.type().equals(type))
                .map(Envelope::payload)
                .map(payload -> payload.getOrDefault("sessionId", "none"))
                .toList();
    }

    private interface Racer {
        SignInOutcome run(long seed);
    }

    private static List<SignedIn> race(Racer racer) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var racers = LongStream.range(0, RACERS)
                    .<Callable<SignInOutcome>>mapToObj(seed -> () -> racer.run(seed))
                    .toList();
            var outcomes = new ArrayList<SignedIn>();
            for (var outcome : threads.invokeAll(racers)) {
                outcomes.add((SignedIn) outcome.get());
            }
            return outcomes;
        }
    }

    /** Makes each write twice and answers the second, as an SDK does whose first reply got lost. */
    private record RepliesLost(LiveSessions live) implements LiveSessions {
        @Override
        public Optional<LivePlayer> read(String playerId) {
            return live.read(playerId);
        }

        @Override
        public StartOutcome start(SessionStart start) {
            live.start(start);
            return live.start(start);
        }

        @Override
        public ChangeOutcome change(LiveChange change) {
            live.change(change);
            return live.change(change);
        }

        @Override
        public RenewalOutcome renew(Renewal renewal) {
            live.renew(renewal);
            return live.renew(renewal);
        }

        @Override
        public EndOutcome end(SessionEnd end) {
            live.end(end);
            return live.end(end);
        }
    }

    /** The first start is made, its reply gets lost, and before it is sent again another device has signed in. */
    private static final class ReplacedMeanwhile implements LiveSessions {
        private final InMemorySessionTables tables;
        private final long other;
        private boolean first = true;

        ReplacedMeanwhile(InMemorySessionTables tables, long other) {
            this.tables = tables;
            this.other = other;
        }

        @Override
        public Optional<LivePlayer> read(String playerId) {
            return tables.read(playerId);
        }

        @Override
        public StartOutcome start(SessionStart start) {
            if (first) {
                first = false;
                tables.start(start);
                new SignIn(tables, tables, POLICY).handle(signIn(), FreshIds.from(ids(other)), NOW.plusSeconds(10));
            }
            return tables.start(start);
        }

        @Override
        public ChangeOutcome change(LiveChange change) {
            return tables.change(change);
        }

        @Override
        public RenewalOutcome renew(Renewal renewal) {
            return tables.renew(renewal);
        }

        @Override
        public EndOutcome end(SessionEnd end) {
            return tables.end(end);
        }
    }

    /** Creates, and says it was overtaken. */
    private record CreationLost(Players players) implements Players {
        @Override
        public Optional<Identity> identity(String key) {
            return players.identity(key);
        }

        @Override
        public long failed(String key, long window) {
            return players.failed(key, window);
        }

        @Override
        public boolean exists(String playerId) {
            return players.exists(playerId);
        }

        @Override
        public Creation create(NewPlayer player) {
            players.create(player);
            return Creation.OVERTAKEN;
        }
    }
}
