package com.lifeverse.local.contract;

import com.lifeverse.liveops.participation.aws.DynamoParticipations;
import com.lifeverse.local.container.Endpoint;
import com.lifeverse.local.table.request.Interceptor;
import com.lifeverse.local.table.schema.IndexDefinition;
import com.lifeverse.local.table.schema.KeyAttribute;
import com.lifeverse.local.table.schema.KeySchema;
import com.lifeverse.local.table.schema.Projected;
import com.lifeverse.local.table.schema.StreamView;
import com.lifeverse.local.table.schema.TableDefinition;
import com.lifeverse.local.table.value.Value;
import com.lifeverse.platform.Envelope;
import com.lifeverse.session.aws.About;
import com.lifeverse.trigger.aws.DynamoTriggerStates;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * An empty engine with the functions' tables, as the template declares their keys: the local stack's own, or, where a run was
 * given an endpoint, what is there.
 */
interface Engine {
    Instant START = Instant.parse("2026-12-01T12:00:00Z");

    static Engine empty() {
        return Endpoint.given().<Engine>map(EngineThere::emptied).orElseGet(EngineHere::empty);
    }

    /** The functions' tables. */
    static List<TableDefinition> tables() {
        var told = Optional.of(StreamView.NEW_AND_OLD_IMAGES);
        return List.of(
                table("live", "playerId", Optional.empty(), told),
                players(),
                table("history", "pk", Optional.of("sk"), Optional.empty()),
                table("rights", "pk", Optional.of("sk"), told),
                table("notices", "pk", Optional.of("sk"), told),
                table("groups", "pk", Optional.of("sk"), told),
                table("listings", "pk", Optional.of("sk"), Optional.empty()),
                table("live-events", "pk", Optional.of("sk"), Optional.empty()),
                table("experiments", "pk", Optional.of("sk"), Optional.empty()),
                table("settlements", "pk", Optional.of("sk"), told),
                table("compensations", "pk", Optional.of("sk"), told),
                triggers(told),
                participations(told));
    }

    private static TableDefinition table(String name, String hash, Optional<String> sort, Optional<StreamView> stream) {
        var keys = new KeySchema(
                new KeyAttribute(hash, Value.Type.S), sort.map(key -> new KeyAttribute(key, Value.Type.S)));
        return new TableDefinition(name, keys, stream, Optional.of("ttl"), START);
    }

    private static TableDefinition triggers(Optional<StreamView> told) {
        var part = new KeyAttribute(DynamoTriggerStates.PART, Value.Type.S);
        var due = new KeyAttribute(DynamoTriggerStates.DUE, Value.Type.S);
        var index = new IndexDefinition(
                DynamoTriggerStates.INDEX,
                IndexDefinition.Scope.GLOBAL,
                new KeySchema(part, Optional.of(due)),
                new Projected(Projected.Kind.KEYS_ONLY, List.of()),
                Optional.empty());
        return table("triggers", "playerId", Optional.of("sk"), told)
                .withIndexes(
                        List.of(index),
                        List.of(
                                new KeyAttribute("playerId", Value.Type.S),
                                new KeyAttribute("sk", Value.Type.S),
                                part,
                                due));
    }

    private static TableDefinition participations(Optional<StreamView> told) {
        var board = new KeyAttribute("board", Value.Type.S);
        var score = new KeyAttribute("score", Value.Type.S);
        var index = new IndexDefinition(
                DynamoParticipations.INDEX,
                IndexDefinition.Scope.GLOBAL,
                new KeySchema(board, Optional.of(score)),
                new Projected(Projected.Kind.KEYS_ONLY, List.of()),
                Optional.empty());
        return table("participations", "pk", Optional.of("sk"), told)
                .withIndexes(
                        List.of(index),
                        List.of(
                                new KeyAttribute("pk", Value.Type.S),
                                new KeyAttribute("sk", Value.Type.S),
                                board,
                                score));
    }

    private static TableDefinition players() {
        var about = new KeyAttribute(About.ATTRIBUTE, Value.Type.S);
        var index = new IndexDefinition(
                About.INDEX,
                IndexDefinition.Scope.GLOBAL,
                new KeySchema(about, Optional.empty()),
                new Projected(Projected.Kind.KEYS_ONLY, List.of()),
                Optional.empty());
        return table("players", "pk", Optional.of("sk"), Optional.empty())
                .withIndexes(
                        List.of(index),
                        List.of(new KeyAttribute("pk", Value.Type.S), new KeyAttribute("sk", Value.Type.S), about));
    }

    /** From now on {@code looking} looks in on every call; a test is skipped where nobody can. */
    void onCall(Interceptor looking);

    DynamoDbClient client();

    /** What the writes to a table have told, in the order of its stream. */
    List<Envelope> told(String table);
}
