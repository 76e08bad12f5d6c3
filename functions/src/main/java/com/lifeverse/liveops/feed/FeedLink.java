package com.lifeverse.liveops.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A link that opens the calendar without a token, since calendar programs send none: whoever has it may read, until a day. Nothing of
 * it is stored; a new secret ends all links at once.
 *
 * @param reader for whom it was made, such as a team
 * @param until the last day (UTC) on which it opens
 */
public record FeedLink(String reader, LocalDate until) {
    /** What readers are called; long enough for a team. */
    public static final String READERS = "[a-z][a-z0-9-]{1,39}";

    /** The longest that a link opens. */
    public static final int MOST_DAYS = 366;

    private static final String ALGORITHM = "HmacSHA256";

    /** What only somebody with the secret can tell: the HMAC (RFC 2104) of what the link says. */
    public String key(String secret) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
            var said = "live-event-calendar\n" + reader + "\n" + until;
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(said.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    /** True if the key is this link's, and its days are not over. */
    public boolean opensWith(String key, String secret, LocalDate today) {
        boolean ours = MessageDigest.isEqual(key(secret).getBytes(UTF_8), key.getBytes(UTF_8));
        return ours && !today.isAfter(until);
    }
}
