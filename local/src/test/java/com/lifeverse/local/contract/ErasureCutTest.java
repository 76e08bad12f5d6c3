package com.lifeverse.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.lifeverse.local.table.request.Interceptor;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.runtime.IdSource;
import com.lifeverse.platform.support.InMemoryObjects;
import com.lifeverse.platform.support.Standard;
import com.lifeverse.platform.support.Surroundings;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.rights.AskForData;
import com.lifeverse.session.rights.DataRequest;
import com.lifeverse.session.rights.DataRequest.Kind;
import com.lifeverse.session.rights.DataRequest.Progress.Erased;
import com.lifeverse.session.rights.RightsPolicy;
import com.lifeverse.session.rights.aws.DynamoDataRequests;
import com.lifeverse.session.rights.lambda.DataErasureFunction;
import com.lifeverse.session.signin.FreshIds;
import com.lifeverse.session.signin.Identity;
import com.lifeverse.session.signin.SignIn;
import com.lifeverse.session.signin.SignInOutcome.SignedIn;
import com.lifeverse.session.social.Friends;
import com.lifeverse.session.social.SocialPolicy;
import com.lifeverse.session.social.aws.DynamoAcquaintances;
import com.lifeverse.session.support.DynamoSessionTables;
import com.lifeverse.session.support.Fixtures;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;

/** An erasure that is cut at any call to a table, before it is made or after, and whose task is then made again. */
@Tag("contracts")
final class ErasureCutTest {
    private static final List<String> TABLES = List.of("live", "players", "history", "notices", "groups");

    @Test
    void whereverItIsCutItCompletesAndItsReceiptIsTheSame() {
        var uncut = new Play(Integer.MAX_VALUE, false);
        var receipt = uncut.erased();
        assertThat(receipt.closed()).isTrue();
        assertThat(receipt.found()).extracting(found -> found.what()).contains("friend", "block-elsewhere", "presence");
        int calls = uncut.calls;
        assertThat(calls).isGreaterThan(40);
        for (int cut = 1; cut <= calls; cut++) {
            for (boolean done : new boolean[] {false, true}) {
                var play = new Play(cut, done);
                var as = "cut %s call %d".formatted(done ? "after" : "before", cut);
                assertThat(play.erased().found()).as(as).isEqualTo(receipt.found());
                assertThat(play.left()).as(as).isEmpty();
                assertThat(play.told()).as(as).isEqualTo(1);
            }
        }
    }

    /** One player's life and erasure on an engine of its own. */
    private static final class Play extends Surroundings implements Interceptor {
        private final Engine engine = Engine.empty();
        private final DynamoDbClient tables = engine.client();
        private final S3Client objects = new InMemoryObjects();
        private final Supplier<UUID> ids = Fixtures.ids(23);
        private final DynamoDataRequests requests = new DynamoDataRequests(tables, "rights");
        private final DataErasureFunction function;
        private final int cut;
        private final boolean afterwards;
        private final String playerId;
        private int calls;

        Play(int cut, boolean afterwards) {
            super(Fixtures.NOW);
            this.cut = cut;
            this.afterwards = afterwards;
            playerId = live();
            function = new DataErasureFunction(runtime());
            engine.onCall(this);
            run();
            engine.onCall(Interceptor.NONE);
        }

        private String live() {
            var tablesOf = new DynamoSessionTables(tables);
            var signIn = new SignIn(tablesOf.players(), tablesOf.live(), Standard.of(SessionPolicy.class));
            var signedIn = (SignedIn) signIn.handle(Fixtures.signIn(), FreshIds.from(ids), Fixtures.NOW);
            var player = signedIn.playerId();
            tablesOf.identities().link(new Identity("studio#1", "studio", player, Optional.empty()), Fixtures.NOW);
            var friends = new Friends(new DynamoAcquaintances(tables, "players"), Standard.of(SocialPolicy.class));
            put("players", "ply_friend", "player", Map.of());
            friends.want(player, "ply_friend", ids, Fixtures.NOW);
            friends.want("ply_friend", player, ids, Fixtures.NOW);
            friends.block("ply_enemy", player, Fixtures.NOW);
            put("notices", player, "session#ses_1", Map.of("c", text("connection-1")));
            put("notices", "connection#connection-1", "connection", Map.of("p", text(player)));
            put("notices", player, "presence", Map.of());
            var event = "{\"payload\":{\"sessionId\":\"ses_1\"},\"playerId\":\"" + player + "\"}";
            put("history", player, "2026#1", Map.of("event", text(event)));
            put("history", "ses_1", "2026#1", Map.of("event", text(event)));
            new AskForData(
                            requests,
                            tablesOf.live(),
                            tablesOf.players(),
                            Standard.of(SessionPolicy.class),
                            Standard.of(RightsPolicy.class))
                    .forPlayer(player, Kind.ERASURE, "sam", ids, Fixtures.NOW);
            return player;
        }

        /** The tasks in the order of the workflow. */
        private void run() {
            task("begin", 1, Json.mapper().createArrayNode());
            var found = Json.mapper().createArrayNode();
            for (int pass = 1; pass <= 3; pass++) {
                found.addAll((ArrayNode) task("count", pass, found).path("found"));
                boolean done = false;
                while (!done) {
                    done = task("erase", pass, found).path("done").asBoolean();
                }
                if (pass == 2) {
                    task("finish", pass, found);
                }
            }
            task("close", 3, found);
        }

        private JsonNode task(String action, int pass, ArrayNode found) {
            var input = Json.object()
                    .put("action", action)
                    .put("playerId", playerId)
                    .put("pass", pass);
            input.set("found", found);
            try {
                return invoke(function, input);
            } catch (ApiCallTimeoutException cutOff) {
                return invoke(function, input);
            }
        }

        @Override
        public void before(String operation, Collection<String> named) {
            calls++;
            if (calls == cut && !afterwards) {
                throw ApiCallTimeoutException.create(1_000);
            }
        }

        @Override
        public void after(String operation, Collection<String> named) {
            if (calls == cut && afterwards) {
                throw ApiCallTimeoutException.create(1_000);
            }
        }

        Erased erased() {
            return requests.find(DataRequest.ownerOf(playerId), Kind.ERASURE)
                    .map(DataRequest::progress)
                    .map(Erased.class::cast)
                    .orElseThrow();
        }

        /** What still names the player. */
        List<String> left() {
            return Stream.concat(TABLES.stream(), Stream.of("rights"))
                    .flatMap(table -> tables.scan(scan -> scan.tableName(table)).items().stream())
                    .map(Object::toString)
                    .filter(item -> item.contains(playerId))
                    .toList();
        }

        /** How often it was told. */
        long told() {
            return engine.told("rights").stream()
                    .filter(event -> event.type().equals("player.erased.v1"))
                    .count();
        }

        @Override
        protected Map<String, String> settings() {
            var settings = new TreeMap<String, String>();
            TABLES.forEach(table -> settings.put(table.toUpperCase(Locale.ROOT) + "_TABLE", table));
            settings.put("RIGHTS_TABLE", "rights");
            settings.put("EXPERIMENTS_TABLE", "experiments");
            settings.put("EXPORT_BUCKET", "exports");
            return settings;
        }

        @Override
        protected IdSource ids() {
            return ids::get;
        }

        @Override
        public DynamoDbClient dynamoDb() {
            return tables;
        }

        @Override
        public S3Client s3() {
            return objects;
        }

        private void put(String table, String pk, String sk, Map<String, AttributeValue> more) {
            var item = new TreeMap<>(more);
            item.put("pk", text(pk));
            item.put("sk", text(sk));
            tables.putItem(request -> request.tableName(table).item(item));
        }

        private static AttributeValue text(String value) {
            return AttributeValue.fromS(value);
        }
    }
}
