package com.lifeverse.local.contract;

import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.table.Tables;
import com.lifeverse.local.table.request.Interceptor;
import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.aws.Outbox;
import com.lifeverse.platform.json.Envelopes;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The local stack's own engine, in this process and in virtual time. */
record EngineHere(Tables tables) implements Engine {
    static EngineHere empty() {
        var tables = new Tables(Store.inMemory(), Agenda.virtual(START, failure -> {
            throw new AssertionError(failure);
        }));
        Engine.tables().forEach(tables::create);
        return new EngineHere(tables);
    }

    @Override
    public void onCall(Interceptor looking) {
        tables.onCall(looking);
    }

    @Override
    public DynamoDbClient client() {
        return tables.client(Caller.unrestricted());
    }

    @Override
    public List<Envelope> told(String table) {
        var stream = tables.describe(table).orElseThrow().streamArn().orElseThrow();
        var told = new ArrayList<Envelope>();
        for (var change : tables.after(stream, 0, Integer.MAX_VALUE)) {
            var news = change.event().at("/dynamodb/NewImage/out");
            try {
                Outbox.told(news).stream().map(Envelopes::read).forEach(told::add);
            } catch (Outbox.Unreadable e) {
                throw new AssertionError("A write left news that nobody can read", e);
            }
        }
        return told;
    }
}
