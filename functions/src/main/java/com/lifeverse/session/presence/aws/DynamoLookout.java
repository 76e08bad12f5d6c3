package com.lifeverse.session.presence.aws;

import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.aws.BatchReads;
import com.lifeverse.platform.aws.Outbox;
import com.lifeverse.session.Session;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.aws.Attributes;
import com.lifeverse.session.aws.DynamoLivePlayers;
import com.lifeverse.session.live.LivePlayer;
import com.lifeverse.session.preference.PlayerPreferences;
import com.lifeverse.session.preference.Visibility;
import com.lifeverse.session.preference.aws.DynamoPreferences;
import com.lifeverse.session.presence.Lookout;
import com.lifeverse.session.presence.Sight;
import com.lifeverse.session.presence.Statement;
import com.lifeverse.session.social.aws.DynamoBonds;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Presence from three tables: who is online, what they say, and who may see it. Of one who is offline only the first is asked. */
public final class DynamoLookout implements Lookout {
    /** The tables, by name. */
    public record Tables(String live, String notices, String players) {}

    private final DynamoDbClient dynamoDb;
    private final Tables tables;
    private final SessionPolicy policy;
    private final DynamoLivePlayers live;
    private final BatchReads statements;
    private final DynamoPreferences preferences;
    private final DynamoBonds bonds;

    public DynamoLookout(DynamoDbClient dynamoDb, Tables tables, SessionPolicy policy) {
        this.dynamoDb = dynamoDb;
        this.tables = tables;
        this.policy = policy;
        this.live = new DynamoLivePlayers(dynamoDb, tables.live());
        this.statements = new BatchReads(dynamoDb, tables.notices());
        this.preferences = new DynamoPreferences(dynamoDb, tables.players());
        this.bonds = new DynamoBonds(dynamoDb, tables.players());
    }

    @Override
    public void say(String playerId, Statement statement, Instant sweptAt, List<Envelope> news) {
        // Not the whole item: the groups that they are there in are none of a statement's business.
        dynamoDb.updateItem(request -> request.tableName(tables.notices())
                .key(PresenceItem.key(playerId))
                .updateExpression("SET #s = :session, #v = :availability, #w = :words, #ttl = :sweep, #out = :news")
                .expressionAttributeNames(Map.of(
                        "#s", PresenceItem.SESSION,
                        "#v", PresenceItem.AVAILABILITY,
                        "#w", PresenceItem.WORDS,
                        "#ttl", PresenceItem.TTL,
                        "#out", PresenceItem.OUTBOX))
                .expressionAttributeValues(Map.of(
                        ":session", AttributeValue.fromS(statement.sessionId()),
                        ":availability",
                                AttributeValue.fromS(statement.availability().text()),
                        ":words", AttributeValue.fromS(statement.status()),
                        ":sweep", AttributeValue.fromN(Long.toString(sweptAt.getEpochSecond())),
                        ":news", Outbox.telling(news))));
    }

    @Override
    public List<Sight> look(String viewer, List<String> players, Instant now) {
        var sessions = live.read(players).stream()
                .collect(Collectors.toMap(LivePlayer::playerId, player -> alive(player, now)));
        var online = players.stream()
                .filter(player -> !sessions.getOrDefault(player, List.of()).isEmpty())
                .toList();
        var said = said(online);
        var visibility = preferences.visibility(online);
        var bound = bonds.of(viewer, online);
        return players.stream()
                .map(player -> new Sight(
                        player,
                        sessions.getOrDefault(player, List.of()),
                        PresenceItem.statement(said.getOrDefault(player, Map.of())),
                        PresenceItem.grouped(said.getOrDefault(player, Map.of())),
                        player.equals(viewer)
                                ? Visibility.EVERYONE
                                : visibility.getOrDefault(player, PlayerPreferences.NONE.presence()),
                        bound.friends().contains(player),
                        bound.blocked().contains(player)))
                .toList();
    }

    private List<Session> alive(LivePlayer player, Instant now) {
        return player.sessions().stream()
                .filter(session -> !policy.lapsed(session, now))
                .toList();
    }

    private Map<String, Map<String, AttributeValue>> said(List<String> players) {
        var keys = players.stream().map(PresenceItem::key).toList();
        return statements.read(keys, false).stream()
                .collect(Collectors.toMap(item -> new Attributes(item).text(PresenceItem.PARTITION), item -> item));
    }
}
