package com.lifeverse.session.aws;

import com.lifeverse.session.key.KeyRing;
import com.lifeverse.session.key.KeyVault;
import com.lifeverse.session.key.KeyVault.Write;
import com.lifeverse.trigger.TriggerStates.Stored;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * The key ring in one secret of Secrets Manager. It has no conditional write; but the name of a new version is the caller's to
 * choose, and a name that exists with another content is refused. So each version's name follows from its predecessor's: of
 * two writers who have read the same version only one can write, and the same write again changes nothing.
 */
public final class SecretKeyVault implements KeyVault {
    private final SecretsManagerClient secrets;
    private final String secret;

    /** With the secret's ARN. */
    public SecretKeyVault(SecretsManagerClient secrets, String secret) {
        this.secrets = secrets;
        this.secret = secret;
    }

    @Override
    public Optional<Stored> read() {
        try {
            var value = secrets.getSecretValue(request -> request.secretId(secret));
            return Optional.of(new Stored(KeyRingJson.read(value.secretString()), value.versionId()));
        } catch (ResourceNotFoundException _) {
            // The secret has no value yet; that there is no secret at all, the first write will say.
            return Optional.empty();
        }
    }

    @Override
    public Write write(KeyRing ring, Optional<String> replaces) {
        try {
            secrets.putSecretValue(request -> request.secretId(secret)
                    .clientRequestToken(versionAfter(replaces.orElse("nothing")))
                    .secretString(KeyRingJson.write(ring)));
            return Write.WRITTEN;
        } catch (ResourceExistsException _) {
            return Write.OVERTAKEN;
        }
    }

    private static String versionAfter(String version) {
        return UUID.nameUUIDFromBytes(("after " + version).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
