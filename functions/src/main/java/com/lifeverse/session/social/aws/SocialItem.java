package com.lifeverse.session.social.aws;

import com.lifeverse.session.aws.About;
import com.lifeverse.session.aws.Attributes;
import com.lifeverse.session.social.Acquaintance;
import com.lifeverse.session.social.Acquaintances.Kind;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The forms of friends and blocks in the players table; that the item is there says it:
 *
 * <pre>
 * pk ply_A   sk friend#ply_B   at        they are friends; there is one for B too
 * pk ply_A   sk asked#ply_B    at, ttl   B has asked A; about
 * pk ply_A   sk block#ply_B    at        A has blocked B; about
 * </pre>
 */
final class SocialItem {
    static final String PARTITION = "pk";
    static final String SORT = "sk";
    private static final String AT = "at";
    private static final String TTL = "ttl";

    private SocialItem() {}

    static String prefix(Kind kind) {
        return switch (kind) {
            case FRIENDS -> "friend#";
            case ASKED -> "asked#";
            case BLOCKS -> "block#";
        };
    }

    static Map<String, AttributeValue> key(String whose, Kind kind, String who) {
        return Map.of(
                PARTITION, AttributeValue.fromS(whose),
                SORT, AttributeValue.fromS(prefix(kind) + who));
    }

    /** The key of what is there of every player. */
    static Map<String, AttributeValue> profile(String player) {
        return Map.of(PARTITION, AttributeValue.fromS(player), SORT, AttributeValue.fromS("player"));
    }

    static Map<String, AttributeValue> keyOf(Map<String, AttributeValue> values) {
        var item = new Attributes(values);
        return Map.of(
                PARTITION, AttributeValue.fromS(item.text(PARTITION)),
                SORT, AttributeValue.fromS(item.text(SORT)));
    }

    static Map<String, AttributeValue> write(String whose, Kind kind, String who, Instant at) {
        var item = new HashMap<>(key(whose, kind, who));
        item.put(AT, AttributeValue.fromN(Long.toString(at.toEpochMilli())));
        if (kind != Kind.FRIENDS) {
            item.put(About.ATTRIBUTE, AttributeValue.fromS(who));
        }
        return item;
    }

    static Map<String, AttributeValue> swept(Map<String, AttributeValue> item, Instant at) {
        var kept = new HashMap<>(item);
        kept.put(TTL, AttributeValue.fromN(Long.toString(at.getEpochSecond())));
        return kept;
    }

    static Acquaintance read(Map<String, AttributeValue> values, Kind kind) {
        var item = new Attributes(values);
        return new Acquaintance(item.text(SORT).substring(prefix(kind).length()), item.time(AT));
    }
}
