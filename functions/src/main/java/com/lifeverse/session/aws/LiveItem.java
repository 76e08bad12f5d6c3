package com.lifeverse.session.aws;

import com.lifeverse.session.Client;
import com.lifeverse.session.IdempotencyMark;
import com.lifeverse.session.Platform;
import com.lifeverse.session.Session;
import com.lifeverse.session.live.CommandId;
import com.lifeverse.session.live.LivePlayer;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The live item's form in the table, and the only place that knows its attribute names. A name costs its bytes in every write,
 * and a write of more than 1,024 bytes costs a second unit, so they are short:
 *
 * <pre>
 * playerId  partition key
 * n         notices: how many messages have arrived
 * c         the command that last changed the sessions
 * ttl       epoch seconds after which the broom may take the item
 * out       what the last write tells (at most until the next one)
 * s         the sessions, a map by session id; each a map:
 *   f family      g generation       b began at (epoch milliseconds)
 *   r renewed at  l lease ends at    p platform
 *   a area: the region, if given     v client version
 *   w true if the sign-in made the player, else absent
 *   k idempotency mark: hash of the key, then hash of the body, 22 characters each; absent without a key
 * </pre>
 */
final class LiveItem {
    static final String PLAYER = "playerId";
    static final String NOTICES = "n";
    static final String COMMAND = "c";
    static final String TTL = "ttl";
    static final String SESSIONS = "s";
    static final String FAMILY = "f";
    static final String GENERATION = "g";
    static final String BEGAN = "b";
    static final String RENEWED = "r";
    static final String LEASE = "l";
    static final String PLATFORM = "p";
    static final String AREA = "a";
    static final String VERSION = "v";
    static final String NEW = "w";
    static final String MARK = "k";
    private static final int HASH = 22;

    private LiveItem() {}

    static LivePlayer read(Map<String, AttributeValue> values) {
        var item = new Attributes(values);
        var sessions = item.map(SESSIONS).entrySet().stream()
                .map(entry ->
                        session(entry.getKey(), new Attributes(entry.getValue().m())))
                .toList();
        return new LivePlayer(item.text(PLAYER), sessions, item.number(NOTICES), new CommandId(item.text(COMMAND)));
    }

    private static Session session(String id, Attributes map) {
        return new Session(
                id,
                map.text(FAMILY),
                map.number(GENERATION),
                new Client(Platform.of(map.text(PLATFORM)), map.text(VERSION), map.optionalText(AREA)),
                map.time(BEGAN),
                map.time(RENEWED),
                map.time(LEASE),
                map.has(NEW),
                map.optionalText(MARK).map(LiveItem::mark));
    }

    /** The map of sessions with this one in it. */
    static AttributeValue sessions(Session session) {
        var map = new TreeMap<String, AttributeValue>();
        map.put(FAMILY, AttributeValue.fromS(session.family()));
        map.put(GENERATION, number(session.generation()));
        map.put(BEGAN, time(session.startedAt()));
        map.put(RENEWED, time(session.renewedAt()));
        map.put(LEASE, time(session.renewAt()));
        map.put(PLATFORM, AttributeValue.fromS(session.client().platform().text()));
        map.put(VERSION, AttributeValue.fromS(session.client().version()));
        session.client().region().ifPresent(region -> map.put(AREA, AttributeValue.fromS(region)));
        session.mark().ifPresent(mark -> map.put(MARK, AttributeValue.fromS(mark.key() + mark.body())));
        if (session.newPlayer()) {
            map.put(NEW, AttributeValue.fromBool(true));
        }
        return AttributeValue.fromM(Map.of(session.id(), AttributeValue.fromM(map)));
    }

    static AttributeValue time(Instant time) {
        return number(time.toEpochMilli());
    }

    static AttributeValue sweep(Instant time) {
        return number(time.getEpochSecond());
    }

    static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }

    private static IdempotencyMark mark(String text) {
        return new IdempotencyMark(text.substring(0, HASH), text.substring(HASH));
    }
}
