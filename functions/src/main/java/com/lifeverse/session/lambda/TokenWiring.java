package com.lifeverse.session.lambda;

import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.aws.RsaAccessTokens;
import com.lifeverse.session.aws.SecretKeyVault;
import com.lifeverse.session.key.CachedKeys;
import com.lifeverse.session.token.SessionTokens;

/** Puts together what makes and reads tokens, from SIGNING_SECRET, ISSUER and AUDIENCE. */
public final class TokenWiring {
    private TokenWiring() {}

    /** For a function that makes or reads tokens. */
    public static SessionTokens tokens(LambdaRuntime runtime, Settings settings, SessionPolicy policy) {
        var vault = new SecretKeyVault(runtime.aws().secretsManager(), settings.text("SIGNING_SECRET"));
        var audience = settings.text("AUDIENCE");
        var access = new RsaAccessTokens(settings.text("ISSUER"), audience);
        return new SessionTokens(new CachedKeys(vault, policy.keyCache()), access, audience, policy);
    }
}
