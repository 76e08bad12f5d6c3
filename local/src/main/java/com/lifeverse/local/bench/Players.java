package com.lifeverse.local.bench;

import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.table.schema.KeyAttribute;
import com.lifeverse.local.table.schema.KeySchema;
import com.lifeverse.local.table.schema.StreamView;
import com.lifeverse.local.table.schema.TableDefinition;
import com.lifeverse.local.table.value.Value;
import java.time.Instant;
import java.util.Optional;

/** The work: renewals of sessions, each a conditional update of one item in a table with stream and time to live. */
final class Players {
    static final String TABLE = "live";
    static final String KEY = "playerId";
    static final String CONDITION = "generation = :known AND sessionId = :session";
    static final String UPDATE = "SET generation = generation + :one, renewedAt = :now, #ttl = :end";
    static final String SESSION = "ses_01JDZ3V9G6W3S0D0T4M8Q2B7XK";
    static final String NOW = "2026-12-01T12:00:00Z";
    static final String HASH = "n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg";
    static final long END = 1_796_212_800;

    private Players() {}

    static String name(int player) {
        return "ply_" + (10_000_000 + player);
    }

    static TableDefinition table() {
        var keys = new KeySchema(new KeyAttribute(KEY, Value.Type.S), Optional.empty());
        return new TableDefinition(
                TABLE, keys, Optional.of(StreamView.NEW_AND_OLD_IMAGES), Optional.of("ttl"), Instant.EPOCH);
    }

    /** A clock that stands still, so that nothing is measured but the tables. */
    static Agenda agenda() {
        return Agenda.virtual(Instant.parse(NOW), failure -> {
            throw new IllegalStateException("A task failed", failure);
        });
    }

    /** Runs {@code fill} as one write: players are there before the first update. */
    static void fill(Store store, Runnable fill) {
        store.write(fill);
    }
}
