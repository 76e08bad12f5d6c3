package com.lifeverse.session.notice;

import com.lifeverse.platform.Envelope;
import java.util.List;
import org.junit.jupiter.api.Tag;

@Tag("rules")
final class InMemoryConnectionsTest extends ConnectionsContract {
    private final InMemoryConnections connections = new InMemoryConnections();

    @Override
    protected Connections connections() {
        return connections;
    }

    @Override
    protected List<Envelope> told() {
        return connections.told();
    }
}
