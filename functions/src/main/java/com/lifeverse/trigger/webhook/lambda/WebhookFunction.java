package com.lifeverse.trigger.webhook.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.Call;
import com.lifeverse.platform.lambda.Handler;
import com.lifeverse.platform.lambda.Log;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.trigger.webhook.PublicAddress;
import com.lifeverse.trigger.webhook.Reply;
import com.lifeverse.trigger.webhook.aws.PinnedPost;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import javax.net.ssl.SSLSocketFactory;

/**
 * A task of {@code webhook-delivery}: sends one signed message, once. It is the only function that reaches addresses which others
 * have chosen, so its role may do nothing: {@code {url, headers, body}} → {@code {outcome: delivered|refused|failed, reason}}.
 */
public final class WebhookFunction extends Handler {
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final PinnedPost post;

    public WebhookFunction() {
        this(LambdaRuntime.onAws());
    }

    /** It reads no setting and calls no service: only that it is made like the others. */
    public WebhookFunction(LambdaRuntime runtime) {
        this(runtime, InetAddress::getAllByName);
    }

    WebhookFunction(@SuppressWarnings("unused") LambdaRuntime runtime, PinnedPost.Resolver resolver) {
        post = new PinnedPost(resolver, PublicAddress::is, (SSLSocketFactory) SSLSocketFactory.getDefault(), PATIENCE);
    }

    @Override
    protected void handle(InputStream input, OutputStream output, Call call) throws IOException {
        var message = Json.mapper().readTree(input);
        var headers = new LinkedHashMap<String, String>();
        message.path("headers")
                .properties()
                .forEach(entry -> headers.put(entry.getKey(), entry.getValue().asText()));
        var url = URI.create(message.path("url").asText());
        var reply = answer(post.send(url, headers, message.path("body").asText().getBytes(UTF_8)));
        Log.info(
                call,
                "webhook-sent",
                Json.object()
                        .put("host", url.getHost())
                        .put("webhook", headers.get("webhook-id"))
                        .put("outcome", reply.path("outcome").asText())
                        .put("reason", reply.path("reason").asText()));
        output.write(Json.mapper().writeValueAsBytes(reply));
    }

    private static ObjectNode answer(Reply reply) {
        return switch (reply) {
            case Reply.Delivered(var status) ->
                Json.object().put("outcome", "delivered").put("reason", "answered " + status);
            case Reply.Refused(var reason) ->
                Json.object().put("outcome", "refused").put("reason", reason);
            case Reply.Failed(var reason) ->
                Json.object().put("outcome", "failed").put("reason", reason);
        };
    }
}
