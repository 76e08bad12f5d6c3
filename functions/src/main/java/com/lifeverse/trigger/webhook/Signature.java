package com.lifeverse.trigger.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * By what a receiver knows that a message is ours, whole and new: {@code v1} of Standard Webhooks, HMAC-SHA256 over id, time and
 * body. The id is the same at every attempt, so that a receiver can tell a repeat; the time is that of the attempt.
 *
 * @see <a href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">the specification</a>
 */
public final class Signature {
    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    /**
     * The headers of one attempt.
     *
     * @param id without a dot
     * @param secrets each a key in base64, as receivers have it behind {@code whsec_}; more than one while they change over
     */
    public static Map<String, String> headers(String id, Instant now, String body, List<String> secrets) {
        if (id.indexOf('.') >= 0 || secrets.isEmpty()) {
            throw new IllegalArgumentException("A message needs an id without a dot, and a key");
        }
        var time = Long.toString(now.getEpochSecond());
        var signed = (id + "." + time + "." + body).getBytes(UTF_8);
        var headers = new LinkedHashMap<String, String>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", time);
        headers.put(
                "webhook-signature",
                secrets.stream().map(secret -> "v1," + sign(secret, signed)).collect(Collectors.joining(" ")));
        return headers;
    }

    private static String sign(String secret, byte[] signed) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret), ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
