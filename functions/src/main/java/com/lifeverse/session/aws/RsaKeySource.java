package com.lifeverse.session.aws;

import com.lifeverse.session.key.KeySource;
import com.lifeverse.session.key.RefreshSecret;
import com.lifeverse.session.key.SigningKey;
import com.lifeverse.session.key.SigningKey.State;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.security.SecureRandom;
import java.time.Instant;

/** RSA keys of 2048 bits, named by their thumbprint. */
public final class RsaKeySource implements KeySource {
    private static final int BITS = 2048;
    private static final int SECRET_BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    @Override
    public SigningKey signingKey(Instant now) {
        try {
            var key = new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .secureRandom(random)
                    .generate();
            return new SigningKey(key.getKeyID(), State.NEXT, now, key.toJSONString());
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java platform makes RSA keys", e);
        }
    }

    @Override
    public RefreshSecret refreshSecret() {
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new RefreshSecret(secret);
    }
}
