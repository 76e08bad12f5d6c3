package com.lifeverse.local.http.resource;

import com.lifeverse.local.assembly.Declaration;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Ids as API Gateway draws them, here made from where a resource is declared: the same from run to run. */
final class Ids {
    private Ids() {}

    static String of(Declaration declaration, int length) {
        try {
            var hash = MessageDigest.getInstance("SHA-256")
                    .digest(declaration.generatedName().getBytes(StandardCharsets.UTF_8));
            return new BigInteger(1, hash).toString(36).substring(0, length);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
