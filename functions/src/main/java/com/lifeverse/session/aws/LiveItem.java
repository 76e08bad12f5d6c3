package com.lifeverse.session.aws;

import com.lifeverse.session.live.CommandId;
import com.lifeverse.session.live.LivePlayer;
import com.lifeverse.session.live.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The live item's form in the table, and with {@link SessionMap} and {@link StandingMaps} the only place that knows its
 * attribute names. A name costs its bytes in every write, and a write of more than 1,024 bytes costs a second unit, so they are
 * short:
 *
 * <pre>
 * playerId  partition key
 * n         notices: how many messages have arrived
 * c         the command that last changed the sessions
 * ttl       epoch seconds after which the broom may take the item; absent while a ban without end or an erasure stands in it
 * out       what the last write tells (at most until the next one)
 * s         the sessions, a map by short session id, see {@link SessionMap}
 * e         token epoch; absent while it is 0
 * y         the ban; absent if none was pronounced
 * x         the last ends that the item remembers; absent if there was none
 * z         since when the player is being erased, epoch seconds; absent of all others
 * </pre>
 */
final class LiveItem {
    static final String PLAYER = "playerId";
    static final String NOTICES = "n";
    static final String COMMAND = "c";
    static final String TTL = "ttl";
    static final String SESSIONS = "s";
    static final String EPOCH = "e";
    static final String BAN = "y";
    static final String ENDS = "x";
    static final String ERASING = "z";

    private LiveItem() {}

    static LivePlayer read(Map<String, AttributeValue> values) {
        var item = new Attributes(values);
        return new LivePlayer(
                item.text(PLAYER),
                SessionMap.read(item.map(SESSIONS)),
                item.number(NOTICES),
                new CommandId(item.text(COMMAND)),
                standing(item));
    }

    private static Standing standing(Attributes item) {
        return new Standing(
                item.has(EPOCH) ? item.number(EPOCH) : 0,
                item.has(BAN) ? Optional.of(StandingMaps.ban(item.map(BAN))) : Optional.empty(),
                item.optionalValue(ENDS).map(StandingMaps::ends).orElse(List.of()),
                item.has(ERASING) ? Optional.of(Instant.ofEpochSecond(item.number(ERASING))) : Optional.empty());
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
}
