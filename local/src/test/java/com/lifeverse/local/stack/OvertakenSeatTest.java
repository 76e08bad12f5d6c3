package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.Faults;
import com.lifeverse.local.Ground;
import com.lifeverse.local.LocalStack;
import com.lifeverse.local.assembly.template.Assembly;
import com.lifeverse.local.function.Hosting;
import com.lifeverse.local.http.message.Body;
import com.lifeverse.local.http.message.Request;
import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Crossing;
import com.lifeverse.local.kernel.Crossings;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.simulate.client.Calls;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/**
 * Seats whose session ends, or goes on elsewhere, or whose player opts out, between the look at it and their write: that write is held back
 * until all the world has heard of it and found no seat.
 */
@Tag("stack")
@SuppressWarnings("NullAway.Init")
final class OvertakenSeatTest {
    private static final Faults FAULTS = Faults.kept();
    private static final Between BETWEEN = new Between();
    private static LocalStack stack;

    @BeforeAll
    static void start() {
        var agenda = Agenda.virtual(Instant.parse("2026-12-01T12:00:00Z"), FAULTS::add);
        var hosting = new Hosting(BETWEEN, true, Hosting.sharedClasses());
        var ground = new Ground(
                Store.inMemory(), agenda, new SecureRandom(), BETWEEN, hosting, UnaryOperator.identity(), FAULTS);
        stack = LocalStack.on(ground, Assembly.in(Game.assembly()));
        stack.settle();
    }

    @AfterAll
    static void stop() {
        stack.close();
        assertThat(FAULTS.seen()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"party", "lobby", "plaza"})
    void aSessionThatEndsMeanwhileKeepsItsSeatForTheGraceOnly(String template) {
        var ann = signIn("ann-1-" + template);
        var ben = signIn("ben-1-" + template);
        var group = open(ann, template);
        holdingBack(ben, () -> stack.call(Calls.signOut(ben.session, ben.access)));
        join(ben, group);

        assertThat(stateOf(ben, group)).isEqualTo("DISCONNECTED");
        stack.advance(Duration.ofSeconds(135));
        assertThat(stateOf(ben, group)).isIn("DROPPED", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"party", "lobby", "plaza"})
    void aSessionThatGoesOnElsewhereMeanwhileTakesItsSeatAlong(String template) {
        var ann = signIn("ann-2-" + template);
        var ben = signIn("ben-2-" + template);
        var group = open(ann, template);
        holdingBack(ben, () -> handOff(ben, "ios"));
        join(ben, group);

        assertThat(stateOf(ben, group)).isEqualTo("JOINED");
        assertThat(platformOf(ben, group)).isEqualTo("ios");
    }

    @Test
    void whoGoesOnElsewhereMeanwhileIsApartWhereSomebodyOptedOutOfThat() {
        var ann = signIn("ann-3");
        var ben = signIn("ben-3");
        optOut(ann);
        var group = open(ann, "party");
        holdingBack(ben, () -> handOff(ben, "ios"));
        join(ben, group);

        assertThat(stateOf(ben, group)).isEqualTo("DISCONNECTED");
        assertThat(written(ben, group)).as("apart").containsKey("a");
    }

    @Test
    void whoMakesAGroupMeanwhileIsNotThereAnyMoreEither() {
        var ann = signIn("ann-4");
        holdingBack(ann, () -> stack.call(Calls.signOut(ann.session, ann.access)));
        var group = open(ann, "party");

        assertThat(stateOf(ann, group)).isEqualTo("DISCONNECTED");
    }

    @Test
    void whoAcceptsAnInvitationMeanwhileGoesAlongToo() {
        var ann = signIn("ann-5");
        var ben = signIn("ben-5");
        var group = open(ann, "party");
        send(ann, "POST", "/v1/groups/" + group + "/invitations", Map.of(), "{\"playerId\":\"" + ben.player + "\"}");
        stack.settle();
        holdingBack(ben, () -> handOff(ben, "ios"));
        join(ben, group);

        assertThat(platformOf(ben, group)).isEqualTo("ios");
    }

    @Test
    void whoConnectsAgainMeanwhileIsGoneAllTheSame() {
        var ann = signIn("ann-6");
        var ben = signIn("ben-6");
        var group = open(ann, "party");
        join(ben, group);
        var connection = "/v1/groups/" + group + "/members/" + ben.player + "/connection";
        send(ben, "DELETE", connection, Map.of(), "");
        stack.settle();
        holdingBack(ben, () -> stack.call(Calls.signOut(ben.session, ben.access)));
        send(ben, "PUT", connection, Map.of(), "");
        stack.settle();

        assertThat(stateOf(ben, group)).isEqualTo("DISCONNECTED");
    }

    @Test
    void whoOptsOutWhileTheyComeIntoACrowdIsApart() {
        var ann = signIn("ann-7");
        var ben = signIn("ben-7");
        var group = open(ann, "plaza");
        holdingBack(ben, () -> optOut(ben));
        join(ben, group);

        assertThat(stateOf(ben, group)).isEqualTo("DISCONNECTED");
        assertThat(written(ben, group)).as("apart").containsKey("a");
    }

    /** A signed-in player. */
    private record Player(String player, String session, String access) {}

    private static void holdingBack(Player whose, Runnable meanwhile) {
        BETWEEN.before(whose.player, () -> {
            meanwhile.run();
            // Streams, bus and queues: everybody has heard of it.
            stack.advance(Duration.ofSeconds(5));
        });
    }

    private static Player signIn(String device) {
        var answer = Calls.json(stack.call(Calls.signIn(device, Optional.empty())));
        return new Player(
                answer.path("playerId").asText(),
                answer.path("sessionId").asText(),
                answer.path("accessToken").asText());
    }

    private static String open(Player by, String template) {
        var key = Map.of("idempotency-key", "\"" + template + "-of-" + by.player + "\"");
        var body = "{\"template\":\"%s\",\"joinability\":\"OPEN\"}".formatted(template);
        var group = send(by, "POST", "/v1/groups", key, body).path("groupId").asText();
        stack.settle();
        return group;
    }

    private static void join(Player who, String group) {
        var joined = send(who, "POST", "/v1/groups/" + group + "/members", Map.of(), "{}");
        assertThat(joined.path("groupId").asText()).as(joined.toString()).isEqualTo(group);
        stack.settle();
    }

    private static void optOut(Player who) {
        send(who, "PUT", "/v1/preferences", Map.of("if-match", "\"0\""), """
                {"crossPlay":"samePlatformOnly","accessibility":{},"presence":"friends"}""");
    }

    private static void handOff(Player from, String platform) {
        var code = send(from, "POST", "/v1/sessions/" + from.session + "/hand-off-codes", Map.of(), "")
                .path("code")
                .asText();
        var body = """
                {"code":"%s","deviceId":"phone-of-%s","platform":"%s","clientVersion":"1.4.0"}""".formatted(code, from.player, platform);
        var moved = stack.call(Request.of("POST", "/v1/hand-offs", Calls.headers(), Body.of(body)));
        assertThat(moved.status()).as(moved.body().text()).isEqualTo(201);
    }

    private static JsonNode send(Player who, String method, String path, Map<String, String> more, String body) {
        var headers = new TreeMap<>(Calls.bearer(who.access));
        headers.putAll(more);
        if (!body.isEmpty()) {
            headers.put("content-type", "application/json");
        }
        return Calls.json(stack.call(Request.of(method, path, headers, Body.of(body))));
    }

    private static String stateOf(Player who, String group) {
        return written(who, group).getOrDefault("s", AttributeValue.fromS("")).s();
    }

    private static String platformOf(Player who, String group) {
        return written(who, group).getOrDefault("f", AttributeValue.fromS("")).s();
    }

    /** What the table says of a member, for whose session is over reads nothing any more. */
    private static Map<String, AttributeValue> written(Player who, String group) {
        return stack
                .tables()
                .query(request -> request.tableName(stack.ref("GroupsTable"))
                        .keyConditionExpression("pk = :group")
                        .expressionAttributeValues(Map.of(":group", AttributeValue.fromS(group))))
                .items()
                .stream()
                .map(item -> members(item).get(who.player))
                .filter(Objects::nonNull)
                .map(AttributeValue::m)
                .findFirst()
                .orElse(Map.of());
    }

    private static Map<String, AttributeValue> members(Map<String, AttributeValue> item) {
        return item.getOrDefault("m", AttributeValue.fromM(Map.of())).m();
    }

    /** Lets something happen right before a player's seat is written, once. */
    private static final class Between implements Crossings {
        private String player = "";
        private Runnable meanwhile = () -> {};

        void before(String whose, Runnable what) {
            player = whose;
            meanwhile = what;
        }

        @Override
        public <T> T cross(Crossing crossing, Supplier<T> effect) {
            if (!player.isEmpty() && crossing.request() instanceof PutItemRequest put && seats(put)) {
                player = "";
                meanwhile.run();
            }
            return effect.get();
        }

        private boolean seats(PutItemRequest put) {
            return members(put.item()).containsKey(player);
        }
    }
}
