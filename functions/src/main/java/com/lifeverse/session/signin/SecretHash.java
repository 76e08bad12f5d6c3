package com.lifeverse.session.signin;

import com.lifeverse.session.Sha256;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;

/**
 * What is kept of a device's secret: salted SHA-256. The secret is made by a machine and long, so guessing needs no slowing
 * down by a password hash.
 *
 * @param salt random, one an identity
 * @param hash 64 hexadecimal digits
 */
public record SecretHash(String salt, String hash) {
    public static SecretHash of(String secret, UUID salt) {
        return new SecretHash(salt.toString(), HexFormat.of().formatHex(Sha256.of(salt.toString(), secret)));
    }

    /** True if it is the secret; takes the same time wherever they differ. */
    public boolean matches(String secret) {
        return MessageDigest.isEqual(HexFormat.of().parseHex(hash), Sha256.of(salt, secret));
    }
}
