package com.lifeverse.session.lambda;

import com.lifeverse.platform.runtime.IdSource;
import com.lifeverse.platform.support.InMemoryObjects;
import com.lifeverse.platform.support.Surroundings;
import com.lifeverse.session.support.Fixtures;
import com.lifeverse.session.support.InMemorySecrets;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Secrets and objects in memory, and a table that is scripted. */
final class SessionSurroundings extends Surroundings {
    final InMemorySecrets secrets = new InMemorySecrets();
    final InMemoryObjects objects = new InMemoryObjects();
    final ScriptedTable table = new ScriptedTable();

    SessionSurroundings() {
        super(Fixtures.NOW);
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of(
                "LIVE_TABLE", "live",
                "HISTORY_TABLE", "history",
                "PLAYERS_TABLE", "players",
                "QUEUE_TABLE", "queue",
                "SIGNING_SECRET", "keys",
                "ISSUER", "https://issuer.example",
                "IDENTITY_PROVIDERS", "[]",
                "ISSUER_BUCKET", "issuer",
                "AUDIENCE", "lifeverse");
    }

    @Override
    protected IdSource ids() {
        return Fixtures.ids(7)::get;
    }

    @Override
    public DynamoDbClient dynamoDb() {
        return table;
    }

    @Override
    public S3Client s3() {
        return objects;
    }

    @Override
    public SecretsManagerClient secretsManager() {
        return secrets;
    }
}
