package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.StackOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What falls due in a group is written, and so told, though nobody asks; and what can be found follows. */
@Tag("stack")
@SuppressWarnings("NullAway.Init")
final class GroupTimeTest {
    private Game game;
    private Guest ann;
    private Guest ben;

    @BeforeEach
    void start() {
        game = Game.start(StackOptions.of(Game.assembly()).at(Instant.parse("2026-12-01T12:00:00Z")));
        ann = Guest.on(game, "ann");
        ben = Guest.on(game, "ben");
    }

    @AfterEach
    void stop() {
        game.stack().settle();
        assertThat(game.stack().faults().seen()).isEmpty();
        assertThat(game.stack().faults().errors()).isEmpty();
        game.close();
    }

    @Test
    void whatFallsDueIsWrittenWithinTenSeconds() {
        var party = ann.party();
        ann.invite(party, ben);
        game.stack().settle();
        game.stack().advance(Duration.ofSeconds(70));
        assertThat(state(party, ben)).isEqualTo("TIMEOUT");
        ben.join(party);
        ben.disconnect(party);
        game.stack().settle();
        game.stack().advance(Duration.ofSeconds(130));
        assertThat(state(party, ben)).isEqualTo("DROPPED");
        ann.leave(party);
        game.stack().settle();
        game.stack().advance(Duration.ofSeconds(310));
        assertThat(item(party)).containsKey("z");
    }

    @Test
    void aGroupThatNobodyTouchesEndsAtItsGreatestAgeAndNoTimerIsLeft() {
        var party = ann.party();
        game.stack().settle();
        var refreshToken = ann.refreshToken();
        for (int renewal = 0; renewal < 360; renewal++) {
            game.stack().advance(Duration.ofMinutes(4));
            var renewed = game.renew(ann.sessionId(), refreshToken);
            assertThat(renewed.status()).as(renewed.response().body()).isEqualTo(200);
            refreshToken = renewed.text("/refreshToken");
        }
        game.stack().advance(Duration.ofSeconds(30));
        assertThat(stored(party, "z", "r")).isEqualTo("TOO_OLD");
        game.stack().settle();
        assertThat(game.stack().queues().all())
                .allSatisfy(queue -> assertThat(
                                game.stack().queues().counts(queue.arn()).total())
                        .as(queue.name())
                        .isZero());
    }

    @Test
    void anOpenGroupIsFoundAsLongAsItCanBeJoined() {
        var lobby = ann.create("lobby", ",\"seats\":2,\"region\":\"eu-central\",\"searchable\":{\"mode\":\"duel\"}")
                .text("/groupId");
        game.stack().settle();
        var query = "/v1/open-groups?template=lobby&region=eu-central&attributes=mode:duel";
        assertThat(ben.send("GET", query, "").json().at("/groups/0/groupId").asText())
                .isEqualTo(lobby);
        assertThat(ben.send("GET", query + "&backfill=true", "").json().path("groups"))
                .isEmpty();
        assertThat(ben.send("GET", query + "&seats=2", "").json().path("groups"))
                .isEmpty();
        ann.change(lobby, ann.read(lobby).header("etag"), "{\"backfill\":true}");
        game.stack().settle();
        assertThat(ben.send("GET", query + "&backfill=true", "").json().path("groups"))
                .hasSize(1);
        ben.join(lobby);
        game.stack().settle();
        var cleo = Guest.on(game, "cleo");
        assertThat(cleo.send("GET", query, "").json().path("groups")).isEmpty();
        ben.leave(lobby);
        game.stack().settle();
        assertThat(cleo.send("GET", query, "").json().path("groups")).hasSize(1);
        ann.send("DELETE", "/v1/groups/" + lobby, "");
        game.stack().settle();
        assertThat(cleo.send("GET", query, "").json().path("groups")).isEmpty();
    }

    @Test
    void aPartyForFriendsIsFoundByFriendsAsLongAsTheyMayJoinIt() {
        var cleo = Guest.on(game, "cleo");
        ann.send("PUT", "/v1/friends/" + ben.playerId(), "");
        ben.send("PUT", "/v1/friends/" + ann.playerId(), "");
        var party = ann.party(",\"joinability\":\"FRIENDS_OF_LEADER\",\"seats\":2");
        game.stack().settle();
        var query = "/v1/open-groups?template=party&friends=true";
        assertThat(ben.send("GET", query, "").json().at("/groups/0/groupId").asText())
                .isEqualTo(party);
        assertThat(ben.send("GET", query, "").json().toString()).doesNotContain(ann.playerId());
        assertThat(cleo.send("GET", query, "").json().path("groups")).isEmpty();
        assertThat(ben.send("GET", "/v1/open-groups?template=party", "").json().path("groups"))
                .isEmpty();
        assertThat(ben.join(party).status()).isEqualTo(200);
        game.stack().settle();
        assertThat(ben.send("GET", query, "").json().path("groups")).as("full").isEmpty();
    }

    @Test
    void aSearchThatIsNotWithinTheContractIsToldWhatIsWrong() {
        for (var query : new String[] {
            "",
            "?template=LOBBY",
            "?template=loby",
            "?template=lobby&seats=0",
            "?template=lobby&limit=51",
            "?template=lobby&attributes=x",
            "?template=lobby&cursor=made-up"
        }) {
            var answer = ben.send("GET", "/v1/open-groups" + query, "");
            assertThat(answer.status()).as(query).isEqualTo(400);
            assertThat(answer.json().path("violations")).as(query).isNotEmpty();
        }
    }

    private String state(String group, Guest guest) {
        return stored(group, "m", guest.playerId(), "s");
    }

    private String stored(String group, String... path) {
        var value = AttributeValue.fromM(item(group));
        for (var name : path) {
            value = value.m().getOrDefault(name, AttributeValue.fromM(Map.of()));
        }
        return String.valueOf(value.s());
    }

    private Map<String, AttributeValue> item(String group) {
        return game.stack()
                .tables()
                .getItem(get -> get.tableName(game.stack().ref("GroupsTable"))
                        .key(Map.of("pk", AttributeValue.fromS(group), "sk", AttributeValue.fromS("group"))))
                .item();
    }
}
