package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.liveops.participation.Participation;
import com.lifeverse.liveops.participation.Participations.Change;
import com.lifeverse.liveops.participation.aws.DynamoParticipations;
import com.lifeverse.local.LocalStack;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** A live event with two tiers, an hour long, and who takes part in it. */
public final class Festival {
    public static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
    static final LocalDateTime START = LocalDateTime.parse("2026-12-01T14:00");
    public static final String RUN = "feast-20261201T140000";
    static final int FIRST_TIER = 3;
    static final int SECOND_TIER = 10;

    private static final int AT_ONCE = 25;
    private static final String DOCUMENT = """
            {"event":"feast","type":"festival","title":{"en":"Feast"},"labels":["seasonal"],"owner":"liveops-europe",
             "escalation":["liveops-europe"],"runbook":"runbooks/live-event.md","accessibility":"No flashing effects at all.",
             "when":{"start":"2026-12-01T14:00","duration":"PT1H","time":"utc"},
             "phases":{"preview":"PT1H","endingSoon":"PT15M","review":"PT30M"},"overrides":{"xp.multiplier":2},
             "progress":{"trigger":"festival-objective"},
             "rewards":[{"tier":1,"at":3,"grant":{"item":"lantern","amount":1}},{"tier":2,"at":10,"grant":{"item":"dragon-kite","amount":1}}],
             "messages":[{"at":"start","offset":"-PT30M","message":"feast-soon"},{"at":"end","message":"feast-over"}]}""";

    private Festival() {}

    /** Has players have it. */
    public static void publish(Game game) {
        change(game, "author", "ann", "", DOCUMENT, "0");
        change(game, "approver", "bea", "/approval", "{\"revision\":1}", "1");
        change(game, "operator", "cid", "/publication", "{\"revision\":1}", "2");
    }

    /** Has a player take part. */
    static void joins(LocalStack stack, String playerId, long progress) {
        participations(stack).save(new Change(who(playerId, progress), Optional.empty(), 0, List.of(), forgotten()));
    }

    /** Has many take part at once, as one write each would leave them: {@code ply_0…}, with progress from 0 to 11. */
    public static void crowd(LocalStack stack, int players) {
        var table = stack.ref("ParticipationsTable");
        // One is written as functions do; the others are like it.
        joins(stack, player(0), progress(0));
        var pattern = stack.tables().scan(scan -> scan.tableName(table)).items().stream()
                .filter(item -> item.containsKey("progress"))
                .findFirst()
                .orElseThrow();
        for (int from = 1; from < players; from += AT_ONCE) {
            var some = new ArrayList<WriteRequest>();
            for (int i = from; i < Math.min(players, from + AT_ONCE); i++) {
                var item = new TreeMap<>(pattern);
                item.put("pk", text("part#feast#%s#%02x".formatted(START, Participation.bucket(player(i)))));
                item.put("sk", text(player(i)));
                item.put("progress", AttributeValue.fromN(Long.toString(progress(i))));
                some.add(WriteRequest.builder()
                        .putRequest(PutRequest.builder().item(item).build())
                        .build());
            }
            stack.tables().batchWriteItem(write -> write.requestItems(Map.of(table, some)));
        }
    }

    static String player(int number) {
        return "ply_019a9f2e-6c00-7a11-8b22-%012d".formatted(number);
    }

    static long progress(int number) {
        return number % 12;
    }

    /** How many rewards a player of the crowd has a right to. */
    public static int entitled(int number) {
        return (progress(number) >= FIRST_TIER ? 1 : 0) + (progress(number) >= SECOND_TIER ? 1 : 0);
    }

    static DynamoParticipations participations(LocalStack stack) {
        return new DynamoParticipations(stack.tables(), stack.ref("ParticipationsTable"));
    }

    static JsonNode settlements(Game game) {
        return game.get("/v1/live-events/feast/settlements", game.staff("viewer"))
                .json()
                .path("settlements");
    }

    private static Participation who(String playerId, long progress) {
        return new Participation("feast", START, playerId, NOON, ZoneOffset.UTC, 0, progress, NOON, new TreeMap<>(), 1);
    }

    private static Instant forgotten() {
        return NOON.plus(Duration.ofDays(200));
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private static void change(Game game, String role, String name, String path, String body, String version) {
        var headers = new TreeMap<String, String>();
        headers.put("authorization", "Bearer " + game.staff(role, name));
        headers.put("content-type", "application/json");
        headers.put("if-match", "\"" + version + "\"");
        var answer = game.send("PUT", "/v1/live-events/feast" + path, headers, body);
        assertThat(answer.status()).as(answer.response().body()).isIn(200, 201);
    }
}
