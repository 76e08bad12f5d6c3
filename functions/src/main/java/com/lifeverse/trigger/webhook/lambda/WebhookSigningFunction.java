package com.lifeverse.trigger.webhook.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.Call;
import com.lifeverse.platform.lambda.Handler;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.trigger.webhook.Signature;
import com.lifeverse.trigger.webhook.aws.DestinationFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * A task of {@code webhook-delivery}: signs a message for one attempt. It reads the destination's secret, and reaches nobody outside;
 * who sends has neither: {@code {destination, id, message}} → {@code {url, headers, body}}.
 */
public final class WebhookSigningFunction extends Handler {
    private final InstantSource clock;
    private final SecretsManagerClient secretsManager;
    private final String stage;
    private final JsonNode secrets;
    private final DestinationFiles destinations = new DestinationFiles();

    public WebhookSigningFunction() {
        this(LambdaRuntime.onAws());
    }

    public WebhookSigningFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "STAGE", "WEBHOOK_SECRETS");
        clock = runtime.clock();
        secretsManager = runtime.aws().secretsManager();
        stage = settings.text("STAGE");
        secrets = read(settings.text("WEBHOOK_SECRETS"));
    }

    @Override
    protected void handle(InputStream input, OutputStream output, Call call) throws IOException {
        var request = Json.mapper().readTree(input);
        var name = request.path("destination").asText();
        var body = Json.write(request.path("message"));
        var answer = Json.object().put("url", url(name).toString()).put("body", body);
        answer.set(
                "headers",
                Json.mapper()
                        .valueToTree(
                                Signature.headers(request.path("id").asText(), clock.instant(), body, keys(name))));
        output.write(Json.mapper().writeValueAsBytes(answer));
    }

    private URI url(String name) {
        return destinations
                .find(name)
                .map(destination -> destination.urls().get(stage))
                .filter(_ -> secrets.has(name))
                .orElseThrow(() -> new IllegalArgumentException("There is no webhook %s on %s".formatted(name, stage)));
    }

    /** The secret's value, and the one before it, by which a receiver that has not changed over yet knows us. */
    private List<String> keys(String name) {
        var arn = secrets.path(name).asText();
        var keys = new ArrayList<String>();
        keys.add(key(arn, "AWSCURRENT"));
        try {
            keys.add(key(arn, "AWSPREVIOUS"));
        } catch (ResourceNotFoundException e) {
            // The first value has none before it.
            return List.copyOf(keys);
        }
        return List.copyOf(keys);
    }

    private String key(String arn, String version) {
        return secretsManager
                .getSecretValue(get -> get.secretId(arn).versionStage(version))
                .secretString();
    }

    private static JsonNode read(String text) {
        try {
            return Json.read(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Setting WEBHOOK_SECRETS is no JSON", e);
        }
    }
}
