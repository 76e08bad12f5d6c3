package com.lifeverse.session.aws;

import com.lifeverse.session.EndReason;
import com.lifeverse.session.Platform;
import com.lifeverse.session.live.Ban;
import com.lifeverse.session.live.LastEnd;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Ban and last end in the live item:
 *
 * <pre>
 * y  r reason, s since, u until (epoch seconds; absent if only a person can end it)
 * x  i the session by its short id, absent if it was all of them; r reason, by its letter; p platform, by its code
 * </pre>
 */
final class StandingMaps {
    private static final String REASON = "r";
    private static final String SINCE = "s";
    private static final String UNTIL = "u";
    private static final String SESSION = "i";
    private static final String PLATFORM = "p";

    private StandingMaps() {}

    static Ban ban(Map<String, AttributeValue> values) {
        var map = new Attributes(values);
        return new Ban(
                map.text(REASON),
                Instant.ofEpochSecond(map.number(SINCE)),
                map.has(UNTIL) ? Optional.of(Instant.ofEpochSecond(map.number(UNTIL))) : Optional.empty());
    }

    static AttributeValue of(Ban ban) {
        var map = new TreeMap<String, AttributeValue>();
        map.put(REASON, AttributeValue.fromS(ban.reason()));
        map.put(SINCE, LiveItem.sweep(ban.since()));
        ban.until().ifPresent(until -> map.put(UNTIL, LiveItem.sweep(until)));
        return AttributeValue.fromM(map);
    }

    static LastEnd lastEnd(Map<String, AttributeValue> values) {
        var map = new Attributes(values);
        return new LastEnd(
                map.optionalText(SESSION).map(ShortId::session),
                reason(map.text(REASON)),
                map.optionalText(PLATFORM).map(Platform::ofCode));
    }

    static AttributeValue of(LastEnd last) {
        var map = new TreeMap<String, AttributeValue>();
        last.sessionId().ifPresent(id -> map.put(SESSION, AttributeValue.fromS(ShortId.of(id))));
        map.put(REASON, AttributeValue.fromS(letter(last.reason())));
        last.by().ifPresent(platform -> map.put(PLATFORM, AttributeValue.fromS(platform.code())));
        return AttributeValue.fromM(map);
    }

    private static EndReason reason(String letter) {
        return Arrays.stream(EndReason.values())
                .filter(reason -> letter(reason).equals(letter))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No reason has the letter " + letter));
    }

    private static String letter(EndReason reason) {
        return switch (reason) {
            case REPLACED -> "r";
            case SIGNED_OUT -> "o";
            case SIGNED_OUT_EVERYWHERE -> "w";
            case LEASE_EXPIRED -> "l";
            case REFRESH_TOKEN_REUSED -> "t";
            case KICKED -> "k";
            case BANNED -> "b";
            case ERASED -> "e";
        };
    }
}
