package com.lifeverse.session.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.session.key.KeyRing;
import com.lifeverse.session.key.RefreshSecret;
import com.lifeverse.session.key.SigningKey;
import com.lifeverse.session.key.SigningKey.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * The key ring's form in the secret: {@code {"keys": [{"kid", "state", "since", "jwk"}], "refreshSecret"}}. A secret whose
 * value is an object without {@code keys} holds no ring yet; anything else that is no ring is a fault, and never overwritten.
 */
final class KeyRingJson {
    private KeyRingJson() {}

    static String write(KeyRing ring) {
        var json = Json.object();
        var keys = json.putArray("keys");
        for (var key : ring.keys()) {
            keys.addObject()
                    .put("kid", key.kid())
                    .put("state", key.state().name().toLowerCase(Locale.ROOT))
                    .put("since", key.since().toString())
                    .set("jwk", parse(key.jwk()));
        }
        json.put(
                "refreshSecret",
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(ring.refreshSecret().bytes()));
        return Json.write(json);
    }

    static Optional<KeyRing> read(String text) {
        var json = parse(text);
        if (json.isObject() && !json.has("keys")) {
            return Optional.empty();
        }
        var keys = new ArrayList<SigningKey>();
        for (var key : json.path("keys")) {
            keys.add(new SigningKey(
                    key.path("kid").asText(),
                    State.valueOf(key.path("state").asText().toUpperCase(Locale.ROOT)),
                    Instant.parse(key.path("since").asText(Instant.EPOCH.toString())),
                    key.path("jwk").toString()));
        }
        var secret = Base64.getUrlDecoder().decode(json.path("refreshSecret").asText());
        return Optional.of(new KeyRing(keys, new RefreshSecret(secret)));
    }

    private static JsonNode parse(String text) {
        try {
            return Json.read(text);
        } catch (JsonProcessingException _) {
            // Its message would quote the text, which may be a private key.
            throw new IllegalStateException("The signing secret holds something that is not JSON");
        }
    }
}
