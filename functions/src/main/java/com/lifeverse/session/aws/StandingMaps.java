package com.lifeverse.session.aws;

import com.lifeverse.session.EndReason;
import com.lifeverse.session.Platform;
import com.lifeverse.session.live.Ban;
import com.lifeverse.session.live.LastEnd;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Ban and last ends in the live item:
 *
 * <pre>
 * y  r reason, s since, u until (epoch seconds; absent if only a person can end it)
 * x  each one text: the reason's letter, the code of the platform or a hyphen, the session's short id; the last one first
 * </pre>
 */
final class StandingMaps {
    private static final String REASON = "r";
    private static final String SINCE = "s";
    private static final String UNTIL = "u";
    private static final String NOBODY = "-";

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

    static List<LastEnd> ends(AttributeValue list) {
        return list.l().stream().map(value -> end(value.s())).toList();
    }

    static AttributeValue of(List<LastEnd> ends) {
        return AttributeValue.fromL(ends.stream().map(StandingMaps::of).toList());
    }

    private static LastEnd end(String text) {
        var platform = text.substring(1, 2);
        return new LastEnd(
                ShortId.session(text.substring(2)),
                reason(text.substring(0, 1)),
                platform.equals(NOBODY) ? Optional.empty() : Optional.of(Platform.ofCode(platform)));
    }

    private static AttributeValue of(LastEnd end) {
        var platform = end.by().map(Platform::code).orElse(NOBODY);
        return AttributeValue.fromS(letter(end.reason()) + platform + ShortId.of(end.sessionId()));
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
            case SIGN_IN_EXPIRED -> "a";
            case REFRESH_TOKEN_REUSED -> "t";
            case KICKED -> "k";
            case BANNED -> "b";
            case ERASED -> "e";
        };
    }
}
