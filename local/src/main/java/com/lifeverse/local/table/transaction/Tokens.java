package com.lifeverse.local.table.transaction;

import com.lifeverse.local.kernel.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;

/** The tokens of the last ten minutes, kept in the store: a retry is recognised after a restart too. */
final class Tokens {
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final InstantSource clock;
    private final MVMap<String, String> digests;
    private final MVMap<String, String> byTime;
    private final ReentrantLock lock = new ReentrantLock();

    Tokens(Store store, InstantSource clock) {
        this.clock = clock;
        this.digests = store.texts("table.tokens");
        this.byTime = store.texts("table.tokens.by-time");
    }

    /** Runs {@code action} while no other request looks at tokens. Taken before any table's lock. */
    <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    /** The digest of the request that first came with {@code token}. */
    Optional<String> digest(String token) {
        trim(clock.instant());
        return Optional.ofNullable(digests.get(token));
    }

    void remember(Token token) {
        digests.put(token.text(), token.digest());
        byTime.put(String.format(Locale.ROOT, "%016d %s", clock.instant().toEpochMilli(), token.text()), token.text());
    }

    private void trim(Instant now) {
        var limit = String.format(Locale.ROOT, "%016d", now.minus(LIFE).toEpochMilli());
        for (var first = byTime.firstKey(); first != null && first.compareTo(limit) <= 0; first = byTime.firstKey()) {
            digests.remove(byTime.remove(first));
        }
    }
}
