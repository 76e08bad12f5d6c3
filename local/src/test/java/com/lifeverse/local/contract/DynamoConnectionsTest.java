package com.lifeverse.local.contract;

import com.lifeverse.platform.Envelope;
import com.lifeverse.session.notice.Connections;
import com.lifeverse.session.notice.ConnectionsContract;
import com.lifeverse.session.notice.aws.DynamoConnections;
import java.util.List;
import org.junit.jupiter.api.Tag;

@Tag("adapters")
final class DynamoConnectionsTest extends ConnectionsContract {
    private final Engine engine = Engine.empty();

    @Override
    protected Connections connections() {
        return new DynamoConnections(engine.client(), "notices");
    }

    @Override
    protected List<Envelope> told() {
        return engine.told("notices");
    }
}
