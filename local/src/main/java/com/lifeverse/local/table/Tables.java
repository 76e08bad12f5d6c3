package com.lifeverse.local.table;

import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.kernel.Streams;
import com.lifeverse.local.table.engine.Catalogue;
import com.lifeverse.local.table.engine.Meter;
import com.lifeverse.local.table.parse.ParsedExpressions;
import com.lifeverse.local.table.request.Access;
import com.lifeverse.local.table.request.Interceptor;
import com.lifeverse.local.table.schema.TableDefinition;
import com.lifeverse.local.table.sdk.LocalDynamoDb;
import com.lifeverse.local.table.shard.LocalDynamoDbStreams;
import com.lifeverse.local.table.transaction.Transactions;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * All tables of the stack and their streams. Tables that the store holds are there at once, with the data of earlier
 * runs; a write that has returned is durable, and so is its stream record.
 */
public final class Tables implements Streams {
    private final Agenda agenda;
    private final Catalogue catalogue;
    private final Transactions transactions;
    private final ParsedExpressions parsed = new ParsedExpressions();
    private volatile Interceptor interceptor = Interceptor.NONE;

    public Tables(Store store, Agenda agenda) {
        this.agenda = agenda;
        this.catalogue = new Catalogue(store, agenda);
        this.transactions = new Transactions(store, agenda);
    }

    /** DynamoDB as {@code caller} sees it. */
    public DynamoDbClient client(Caller caller) {
        return LocalDynamoDb.of(new Access(catalogue, parsed, caller), transactions, agenda, () -> interceptor);
    }

    /** From now on {@code looking} looks in on every call of every client; {@link Interceptor#NONE} ends that. */
    public void onCall(Interceptor looking) {
        interceptor = looking;
    }

    /** DynamoDB Streams as {@code caller} sees it. */
    public DynamoDbStreamsClient streamsClient(Caller caller) {
        return new LocalDynamoDbStreams(catalogue, agenda, caller);
    }

    /**
     * Makes a table, or finds the one that there is and gives it the stream and time to live asked for now.
     *
     * @param wanted its time of creation counts for nothing: the answer has the right one
     * @throws IllegalArgumentException if there is one with other keys
     */
    public TableDefinition create(TableDefinition wanted) {
        return catalogue.create(wanted).definition();
    }

    /** The table of that name or ARN; empty if there is none. */
    public Optional<TableDefinition> describe(String nameOrArn) {
        return catalogue.find(nameOrArn).map(table -> table.definition());
    }

    /** What the table of that name or ARN has cost since it was opened, refused writes included. */
    public Meter.Reading consumed(String nameOrArn) {
        return catalogue.table(nameOrArn).meter().reading();
    }

    @Override
    public List<Change> after(String streamArn, long sequence, int limit) {
        var table = catalogue.ofStream(streamArn);
        var found = table.changes().after(table.definition().streaming(), sequence, limit, agenda.instant());
        transactions.settle();
        return found;
    }

    @Override
    public long newest(String streamArn) {
        return catalogue.ofStream(streamArn).changes().newest();
    }

    @Override
    public void watch(String streamArn, Runnable wake) {
        catalogue.ofStream(streamArn).changes().watch(wake);
    }
}
