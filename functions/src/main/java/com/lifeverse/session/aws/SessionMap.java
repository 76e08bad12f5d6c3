package com.lifeverse.session.aws;

import com.lifeverse.session.Client;
import com.lifeverse.session.IdempotencyMark;
import com.lifeverse.session.Platform;
import com.lifeverse.session.Session;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The sessions in the live item: a map by {@link ShortId}, each a map. Five of them, each member as long as the contract lets it
 * be, are renewed for one unit.
 *
 * <pre>
 * f family, 16 bytes; g generation; b began at (epoch milliseconds)
 * r renewed at  l lease ends at    p platform, by its code
 * a area: the region, if given     v client version, as one number
 * w true if the sign-in made the player, else absent
 * d device tag, 6 bytes; absent if the client did not say
 * q fence; absent while it is 0
 * k idempotency mark: hash of the key, then hash of the body, 9 bytes each; absent without a key
 * </pre>
 */
final class SessionMap {
    static final String FAMILY = "f";
    static final String GENERATION = "g";
    static final String BEGAN = "b";
    static final String RENEWED = "r";
    static final String LEASE = "l";
    static final String PLATFORM = "p";
    static final String AREA = "a";
    static final String VERSION = "v";
    static final String NEW = "w";
    static final String DEVICE = "d";
    static final String FENCE = "q";
    static final String MARK = "k";

    /** Base64url of 16 bytes: the bits that its last letter has too many of are none. */
    private static final Pattern FAMILY_TEXT = Pattern.compile("[A-Za-z0-9_-]{21}[AQgw]");

    private SessionMap() {}

    static List<Session> read(Map<String, AttributeValue> sessions) {
        return sessions.entrySet().stream()
                .map(entry -> session(
                        ShortId.session(entry.getKey()),
                        new Attributes(entry.getValue().m())))
                .toList();
    }

    static AttributeValue of(Collection<Session> sessions) {
        var map = new TreeMap<String, AttributeValue>();
        sessions.forEach(session -> map.put(ShortId.of(session.id()), AttributeValue.fromM(entry(session))));
        return AttributeValue.fromM(map);
    }

    private static Session session(String id, Attributes map) {
        var client = new Client(
                Platform.ofCode(map.text(PLATFORM)),
                VersionNumber.text(map.number(VERSION)),
                map.optionalText(AREA),
                map.optionalBytes(DEVICE).map(SessionMap::text));
        return new Session(
                id,
                family(map),
                map.number(GENERATION),
                client,
                map.time(BEGAN),
                map.time(RENEWED),
                map.time(LEASE),
                map.has(NEW),
                map.optionalBytes(MARK).map(SessionMap::mark),
                map.has(FENCE) ? map.number(FENCE) : 0);
    }

    private static Map<String, AttributeValue> entry(Session session) {
        var client = session.client();
        var map = new TreeMap<String, AttributeValue>();
        map.put(FAMILY, family(session.family()));
        map.put(GENERATION, LiveItem.number(session.generation()));
        map.put(BEGAN, LiveItem.time(session.startedAt()));
        map.put(RENEWED, LiveItem.time(session.renewedAt()));
        map.put(LEASE, LiveItem.time(session.renewAt()));
        map.put(PLATFORM, AttributeValue.fromS(client.platform().code()));
        map.put(VERSION, LiveItem.number(VersionNumber.of(client.version())));
        client.region().ifPresent(region -> map.put(AREA, AttributeValue.fromS(region)));
        client.device().ifPresent(tag -> map.put(DEVICE, bytes(tag)));
        session.mark().ifPresent(mark -> map.put(MARK, bytes(mark.key() + mark.body())));
        if (session.newPlayer()) {
            map.put(NEW, AttributeValue.fromBool(true));
        }
        if (session.fence() > 0) {
            map.put(FENCE, LiveItem.number(session.fence()));
        }
        return map;
    }

    /** A family as it stands in the item: 16 bytes; what is not of that form stays as it is. */
    static AttributeValue family(String family) {
        return FAMILY_TEXT.matcher(family).matches() ? bytes(family) : AttributeValue.fromS(family);
    }

    private static String family(Attributes map) {
        return map.optionalBytes(FAMILY).map(SessionMap::text).orElseGet(() -> map.text(FAMILY));
    }

    private static IdempotencyMark mark(SdkBytes bytes) {
        var text = text(bytes);
        int half = text.length() / 2;
        return new IdempotencyMark(text.substring(0, half), text.substring(half));
    }

    private static AttributeValue bytes(String base64) {
        return AttributeValue.fromB(
                SdkBytes.fromByteArray(Base64.getUrlDecoder().decode(base64)));
    }

    private static String text(SdkBytes bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.asByteArray());
    }
}
