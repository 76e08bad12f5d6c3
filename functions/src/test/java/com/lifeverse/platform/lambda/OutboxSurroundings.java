package com.lifeverse.platform.lambda;

import com.lifeverse.platform.runtime.IdSource;
import com.lifeverse.platform.support.HeardBus;
import com.lifeverse.platform.support.InMemoryObjects;
import com.lifeverse.platform.support.Surroundings;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.s3.S3Client;

/** A bus and a bucket in memory. */
final class OutboxSurroundings extends Surroundings {
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    final HeardBus bus = new HeardBus();
    final InMemoryObjects objects = new InMemoryObjects();

    OutboxSurroundings() {
        super(NOW);
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("BUS", "lifeverse", "PARKED_BUCKET", "parked");
    }

    @Override
    protected IdSource ids() {
        return () -> IdSource.version7(NOW.toEpochMilli(), 0, 0);
    }

    @Override
    public EventBridgeClient eventBridge() {
        return bus;
    }

    @Override
    public S3Client s3() {
        return objects;
    }
}
