package com.lifeverse.session.queue.lambda;

import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.session.census.CensusPolicy;
import com.lifeverse.session.census.aws.CensusHeadcounts;
import com.lifeverse.session.census.aws.DynamoRegister;
import com.lifeverse.session.queue.QueuePolicy;
import com.lifeverse.session.queue.Turnstile;
import com.lifeverse.session.queue.aws.DynamoLoginQueue;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Makes the turnstile of a function that has {@code QUEUE_TABLE}, {@code LIVE_TABLE} and {@code PLAYERS_TABLE}. */
public final class QueueWiring {
    private QueueWiring() {}

    public static Turnstile turnstile(DynamoDbClient dynamoDb, Settings settings) {
        var register = new DynamoRegister(dynamoDb, settings.text("LIVE_TABLE"), settings.text("PLAYERS_TABLE"));
        return new Turnstile(
                new DynamoLoginQueue(dynamoDb, settings.text("QUEUE_TABLE")),
                new CensusHeadcounts(
                        register, settings.policy(CensusPolicy.class).segments()),
                settings.policy(QueuePolicy.class));
    }
}
