package com.lifeverse.local.identity.secrets;

import com.lifeverse.local.assembly.StableName;
import com.lifeverse.local.identity.secrets.Secret.Version;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Cloud;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.platform.runtime.IdSource;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** All secrets. A value, once put, stays until another is put: making the template again does not touch it. */
public final class Secrets {
    private static final int ARN_SUFFIX = 6;

    private final Store store;
    private final InstantSource clock;
    private final IdSource ids;
    private final MVMap<String, String> byArn;

    public Secrets(Store store, InstantSource clock, IdSource ids) {
        this.store = store;
        this.clock = clock;
        this.ids = ids;
        this.byArn = store.texts("secrets");
    }

    /** The service as {@code caller} may use it. */
    public SecretsManagerClient client(Caller caller) {
        return new LocalSecretsManager(this, caller);
    }

    /** The ARN of a secret by name, with the six characters behind it that AWS draws at random. */
    static String arn(String name) {
        return Cloud.arn("secretsmanager", "secret:" + name + "-" + StableName.of("secret " + name, ARN_SUFFIX));
    }

    /** Makes the secret unless it is there; {@code first} is asked for a value only then, and may have none. */
    synchronized String provision(String name, String description, Supplier<Optional<String>> first) {
        var arn = arn(name);
        if (!byArn.containsKey(arn)) {
            var now = clock.instant();
            var empty = new Secret(arn, name, description, now.toEpochMilli(), now.toEpochMilli(), Map.of());
            var made = first.get()
                    .map(value -> empty.with(ids.next().toString(), version(value, List.of(Secret.CURRENT), now), now))
                    .orElse(empty);
            store.write(() -> {
                byArn.put(arn, made.toJson());
            });
        }
        return arn;
    }

    /**
     * Adds a version, or recognises the same one sent again.
     *
     * @param id empty to draw one
     * @throws ResourceExistsException if a version of that id has another value
     */
    synchronized String put(String secretId, Optional<String> id, String text, boolean binary, List<String> stages) {
        var secret = find(secretId);
        var now = clock.instant();
        var version = new Version(text, binary, stages, now.toEpochMilli());
        var versionId = id.orElseGet(() -> ids.next().toString());
        var known = Optional.ofNullable(secret.versions().get(versionId));
        if (known.isPresent()) {
            if (known.orElseThrow().sameValue(version)) {
                return versionId;
            }
            throw alreadyThere(versionId);
        }
        store.write(() -> {
            byArn.put(secret.arn(), secret.with(versionId, version, now).toJson());
        });
        return versionId;
    }

    /** The secret of that ARN, with or without its last characters, or of that name. */
    Secret find(String secretId) {
        var arn = secretId.startsWith("arn:") ? secretId : arn(secretId);
        var json = byArn.get(arn);
        if (json == null) {
            json = byArn.get(arn(arn.substring(arn.indexOf(":secret:") + ":secret:".length())));
        }
        if (json == null) {
            throw missing("Secrets Manager can't find the specified secret.");
        }
        return Secret.fromJson(json);
    }

    static ResourceNotFoundException missing(String message) {
        return ResourceNotFoundException.builder()
                .message(message)
                .statusCode(400)
                .requestId("local")
                .awsErrorDetails(details("ResourceNotFoundException", message))
                .build();
    }

    private static ResourceExistsException alreadyThere(String versionId) {
        var message =
                "You can't use ClientRequestToken %s because that value is already in use for a version of secret."
                        .formatted(versionId);
        return ResourceExistsException.builder()
                .message(message)
                .statusCode(400)
                .requestId("local")
                .awsErrorDetails(details("ResourceExistsException", message))
                .build();
    }

    private static AwsErrorDetails details(String code, String message) {
        return AwsErrorDetails.builder()
                .serviceName("SecretsManager")
                .errorCode(code)
                .errorMessage(message)
                .build();
    }

    private static Version version(String value, List<String> stages, Instant now) {
        return new Version(value, false, stages, now.toEpochMilli());
    }
}
