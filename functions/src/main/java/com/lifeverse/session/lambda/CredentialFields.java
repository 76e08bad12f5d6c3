package com.lifeverse.session.lambda;

import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.lambda.Fields;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.session.identity.IdentityPolicy;
import com.lifeverse.session.identity.ProviderTokens;
import com.lifeverse.session.identity.ProviderTokens.Verdict;
import com.lifeverse.session.identity.aws.OidcTokens;
import com.lifeverse.session.identity.aws.ProviderSettings;
import com.lifeverse.session.identity.aws.ProviderWeb;
import com.lifeverse.session.signin.Credential;
import com.lifeverse.session.signin.DeviceCredential;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads how somebody says who they are, and asks the provider's keys where a provider vouches for them. */
public final class CredentialFields {
    private static final Pattern PROVIDER = Pattern.compile("[a-z0-9-]{2,32}");
    private static final Pattern NONCE = Pattern.compile("[\\x21-\\x7E]{8,128}");
    private static final int LONGEST_TOKEN = 6144;

    private final ProviderTokens tokens;

    public CredentialFields(ProviderTokens tokens) {
        this.tokens = tokens;
    }

    /** As the providers are configured for a function that signs in or links. */
    public static CredentialFields configured(Settings settings) {
        var providers = ProviderSettings.read(settings.text("IDENTITY_PROVIDERS"));
        return new CredentialFields(
                new OidcTokens(providers, ProviderWeb::reading, settings.policy(IdentityPolicy.class)));
    }

    /** What a body says, before anything was checked. */
    public sealed interface Claimed {
        record Device(DeviceCredential credential) implements Claimed {}

        record Token(String provider, String idToken, Optional<String> nonce) implements Claimed {
            @Override
            public String toString() {
                return "Token[" + provider + "]";
            }
        }

        /** The name of the device, if it is said. */
        default Optional<String> deviceId() {
            return switch (this) {
                case Device(var credential) -> Optional.of(credential.deviceId());
                case Token _ -> Optional.empty();
            };
        }
    }

    /** Reads the members; use what it returns only once the body has been checked. */
    public static Claimed read(Fields credential) {
        var type = credential.choice("type", List.of("device", "oidc"));
        if (type.equals("oidc")) {
            credential.only("type", "provider", "idToken", "nonce");
            return new Claimed.Token(
                    credential.text("provider", PROVIDER),
                    credential.text("idToken", 16, LONGEST_TOKEN),
                    credential.optionalText("nonce", NONCE));
        }
        credential.only("type", "deviceId", "secret");
        return new Claimed.Device(
                new DeviceCredential(credential.text("deviceId", 8, 128), credential.text("secret", 16, 128)));
    }

    /**
     * The credential, as far as it can be checked without the table.
     *
     * @throws Refused if its provider does not vouch for it
     */
    public Credential proved(Claimed claimed, Instant now) {
        return switch (claimed) {
            case Claimed.Device(var credential) -> credential;
            case Claimed.Token(var provider, var idToken, var nonce) ->
                switch (tokens.verify(provider, idToken, nonce, now)) {
                    case Verdict.Genuine(var identity) -> identity;
                    case Verdict.Rejected(var why) ->
                        throw new Refused(
                                Problem.WRONG_CREDENTIAL, "The ID token does not do: " + why + ". Get a fresh one.");
                    case Verdict.Unreachable() ->
                        throw new Refused(Problem.TEMPORARILY_UNAVAILABLE, "The provider's keys cannot be had now.");
                };
        };
    }
}
