package com.lifeverse.session.aws;

import com.lifeverse.session.signin.Failures;
import com.lifeverse.session.signin.Identity;
import com.lifeverse.session.signin.SecretHash;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An identity's form in the players table, and its entry in the list that the player's own item holds. */
public final class IdentityItem {
    /** The list's attribute. */
    public static final String LIST = "identities";

    /** How many wrong credentials came in the window. */
    static final String FAILURES = "failures";

    static final String WINDOW = "failedIn";

    private static final String IDENTITY = "identity";

    private IdentityItem() {}

    public static Map<String, AttributeValue> key(String key) {
        return Map.of("pk", AttributeValue.fromS(IDENTITY + "#" + key), "sk", AttributeValue.fromS(IDENTITY));
    }

    public static Map<String, AttributeValue> of(Identity identity) {
        var item = new HashMap<>(key(identity.key()));
        item.put("playerId", AttributeValue.fromS(identity.playerId()));
        item.put("kind", AttributeValue.fromS(identity.kind()));
        identity.secret().ifPresent(secret -> {
            item.put("salt", AttributeValue.fromS(secret.salt()));
            item.put("hash", AttributeValue.fromS(secret.hash()));
        });
        return item;
    }

    public static Identity read(String key, Map<String, AttributeValue> values) {
        var item = new Attributes(values);
        var secret = item.has("hash")
                ? Optional.of(new SecretHash(item.text("salt"), item.text("hash")))
                : Optional.<SecretHash>empty();
        return new Identity(key, item.text("kind"), item.text("playerId"), secret, failures(item));
    }

    private static Failures failures(Attributes item) {
        return item.has(FAILURES) ? new Failures(item.number(WINDOW), item.number(FAILURES)) : Failures.NONE;
    }

    /** The list of a player with this identity only. */
    static AttributeValue list(Identity identity, Instant since) {
        return AttributeValue.fromM(Map.of(identity.id(), entry(identity, since)));
    }

    public static AttributeValue entry(Identity identity, Instant since) {
        return AttributeValue.fromM(Map.of(
                "key", AttributeValue.fromS(identity.key()),
                "kind", AttributeValue.fromS(identity.kind()),
                "since", AttributeValue.fromS(since.toString())));
    }
}
