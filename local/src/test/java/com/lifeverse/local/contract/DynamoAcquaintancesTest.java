package com.lifeverse.local.contract;

import com.lifeverse.platform.support.Standard;
import com.lifeverse.session.social.Acquaintances;
import com.lifeverse.session.social.AcquaintancesContract;
import com.lifeverse.session.social.SocialGraph;
import com.lifeverse.session.social.SocialPolicy;
import com.lifeverse.session.social.aws.DynamoAcquaintances;
import com.lifeverse.session.social.aws.DynamoSocialGraph;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@Tag("adapters")
final class DynamoAcquaintancesTest extends AcquaintancesContract {
    private final DynamoDbClient client = Engine.empty().client();

    @Override
    protected Acquaintances acquaintances() {
        return new DynamoAcquaintances(client, "players");
    }

    @Override
    protected void join(List<String> players) {
        for (var player : players) {
            client.putItem(put -> put.tableName("players")
                    .item(Map.of("pk", AttributeValue.fromS(player), "sk", AttributeValue.fromS("player"))));
        }
    }

    @Override
    protected SocialGraph graph() {
        return new DynamoSocialGraph(client, "players", Standard.of(SocialPolicy.class));
    }
}
