package com.lifeverse.session.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.Call;
import com.lifeverse.platform.lambda.Handler;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.aws.IssuerDocuments;
import com.lifeverse.session.aws.RsaKeySource;
import com.lifeverse.session.aws.SecretKeyVault;
import com.lifeverse.session.key.IssuerKeys;
import com.lifeverse.session.key.IssuerKeys.Outcome;
import com.lifeverse.session.key.RotationStep;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Locale;

/**
 * Keeps the issuer's keys. As a custom resource it makes the first key ring at deployment, and never another one; as a task of
 * the rotation it takes a step: {@code {"action": "prepare" | "activate" | "retire"}} → {@code {"kid", "changed"}}.
 */
public final class SigningKeyFunction extends Handler {
    private final LambdaRuntime runtime;
    private final IssuerKeys keys;
    private final CustomResource resource;

    public SigningKeyFunction() {
        this(LambdaRuntime.onAws());
    }

    public SigningKeyFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "SIGNING_SECRET", "ISSUER_BUCKET", "ISSUER");
        var vault = new SecretKeyVault(runtime.aws().secretsManager(), settings.text("SIGNING_SECRET"));
        var documents =
                new IssuerDocuments(runtime.aws().s3(), settings.text("ISSUER_BUCKET"), settings.text("ISSUER"));
        this.runtime = runtime;
        this.keys = new IssuerKeys(vault, new RsaKeySource(), documents, settings.policy(SessionPolicy.class));
        this.resource = new CustomResource();
    }

    @Override
    protected void handle(InputStream input, OutputStream output, Call call) throws IOException {
        var request = Json.mapper().readTree(input);
        var now = Instant.ofEpochMilli(runtime.clock().millis());
        if (request.has("RequestType")) {
            resource.answer(request, call, () -> keys.begin(now));
        } else {
            output.write(Json.mapper().writeValueAsBytes(take(request, now)));
        }
    }

    private ObjectNode take(JsonNode request, Instant now) {
        var action = request.path("action").asText();
        var step = RotationStep.valueOf(action.toUpperCase(Locale.ROOT));
        return switch (keys.take(step, now)) {
            case Outcome.Done(var kid, var changed) ->
                Json.object().put("kid", kid).put("changed", changed);
            case Outcome.TooEarly(var kid, var possibleAt) ->
                throw new IllegalStateException(
                        "Too early to %s: key %s can be changed at %s".formatted(action, kid, possibleAt));
        };
    }
}
