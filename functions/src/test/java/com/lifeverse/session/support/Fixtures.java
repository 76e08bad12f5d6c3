package com.lifeverse.session.support;

import com.lifeverse.platform.runtime.IdSource;
import com.lifeverse.platform.support.Standard;
import com.lifeverse.session.Client;
import com.lifeverse.session.Platform;
import com.lifeverse.session.Session;
import com.lifeverse.session.SessionEvents;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.live.CommandId;
import com.lifeverse.session.live.SessionStart;
import com.lifeverse.session.signin.DeviceCredential;
import com.lifeverse.session.signin.FreshIds;
import com.lifeverse.session.signin.IdempotencyKey;
import com.lifeverse.session.signin.SignInCommand;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/** What the tests of sessions begin with: a fixed time, ids from a seed, a player on a console. */
public final class Fixtures {
    public static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    public static final SessionPolicy POLICY = Standard.of(SessionPolicy.class);
    public static final Client CONSOLE = new Client(Platform.PLAYSTATION, "1.4.2", Optional.of("eu-central"));
    public static final Client PHONE = new Client(Platform.ANDROID, "1.4.2", Optional.empty());
    public static final DeviceCredential CREDENTIAL = new DeviceCredential("device-0001", "a-secret-of-the-device");

    private Fixtures() {}

    /** The same ids for the same seed. */
    public static Supplier<UUID> ids(long seed) {
        var random = new Random(seed);
        return () -> IdSource.version7(NOW.toEpochMilli(), random.nextLong(), random.nextLong());
    }

    public static SignInCommand signIn() {
        return new SignInCommand(CREDENTIAL, CONSOLE, Optional.empty());
    }

    public static SignInCommand signIn(String key) {
        return new SignInCommand(CREDENTIAL, CONSOLE, Optional.of(new IdempotencyKey(key)));
    }

    /** The first session of a player, as a write; player and session are the seed's. */
    public static SessionStart firstStart(long seed) {
        var ids = FreshIds.from(ids(seed));
        return start(ids.playerId(), Optional.empty(), ids, NOW);
    }

    /** A session that follows on what was seen; without that, its player is just made. */
    public static SessionStart start(String playerId, Optional<CommandId> seen, FreshIds ids, Instant now) {
        return start(playerId, seen, ids, seen.isEmpty(), now);
    }

    /** The session of a player who comes back when nothing is left of the last one. */
    public static SessionStart returning(String playerId, FreshIds ids, Instant now) {
        return start(playerId, Optional.empty(), ids, false, now);
    }

    private static SessionStart start(
            String playerId, Optional<CommandId> seen, FreshIds ids, boolean newPlayer, Instant now) {
        var lease = POLICY.leaseFrom(now, ids.sessionId(), 0);
        var session = new Session(
                ids.sessionId(),
                ids.command().text(),
                0,
                CONSOLE,
                now,
                now,
                lease.renewAt(),
                newPlayer,
                Optional.empty());
        var news = List.of(SessionEvents.started(ids.events().get(), playerId, session));
        return new SessionStart(playerId, seen, ids.command(), session, news, POLICY.sweptAt(lease));
    }
}
