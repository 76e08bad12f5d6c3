package com.lifeverse.operations.lambda;

import com.lifeverse.platform.runtime.IdSource;
import com.lifeverse.platform.support.Surroundings;
import java.time.Instant;
import java.util.Map;

/** Settings alone. */
final class OperationsSurroundings extends Surroundings {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final Map<String, String> settings;

    OperationsSurroundings(Map<String, String> settings) {
        super(NOW);
        this.settings = Map.copyOf(settings);
    }

    @Override
    protected Map<String, String> settings() {
        return settings;
    }

    @Override
    protected IdSource ids() {
        return () -> IdSource.version7(NOW.toEpochMilli(), 0, 0);
    }
}
