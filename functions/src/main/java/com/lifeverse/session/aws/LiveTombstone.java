package com.lifeverse.session.aws;

import com.lifeverse.session.live.Ban;
import com.lifeverse.session.live.CommandId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A live item without a session, in which nothing stands but a ban. */
public final class LiveTombstone {
    private static final Duration LONGER = Duration.ofDays(1);

    private LiveTombstone() {}

    /** The item of a player who was never online; the broom takes it when the ban is over. */
    public static Map<String, AttributeValue> of(String playerId, Ban ban, UUID command, Instant now) {
        var item = new TreeMap<>(LiveWrites.key(playerId));
        item.put(LiveItem.SESSIONS, SessionMap.of(List.of()));
        item.put(LiveItem.NOTICES, LiveItem.number(now.getEpochSecond()));
        item.put(LiveItem.COMMAND, AttributeValue.fromS(CommandId.of(command).text()));
        item.put(LiveItem.BAN, StandingMaps.of(ban));
        ban.until().ifPresent(until -> item.put(LiveItem.TTL, LiveItem.sweep(until.plus(LONGER))));
        return item;
    }
}
