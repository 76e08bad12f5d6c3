package com.lifeverse.local.contract;

import com.lifeverse.platform.support.Standard;
import com.lifeverse.session.social.Acquaintances;
import com.lifeverse.session.social.AcquaintancesContract;
import com.lifeverse.session.social.SocialGraph;
import com.lifeverse.session.social.SocialPolicy;
import com.lifeverse.session.social.aws.DynamoAcquaintances;
import com.lifeverse.session.social.aws.DynamoSocialGraph;
import org.junit.jupiter.api.Tag;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@Tag("adapters")
final class DynamoAcquaintancesTest extends AcquaintancesContract {
    private final DynamoDbClient client = Engine.empty().client();

    @Override
    protected Acquaintances acquaintances() {
        return new DynamoAcquaintances(client, "players");
    }

    @Override
    protected SocialGraph graph() {
        return new DynamoSocialGraph(client, "players", Standard.of(SocialPolicy.class));
    }
}
