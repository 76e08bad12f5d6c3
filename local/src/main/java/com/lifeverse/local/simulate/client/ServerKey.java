package com.lifeverse.local.simulate.client;

import com.lifeverse.local.LocalStack;
import com.lifeverse.local.http.message.Body;
import com.lifeverse.local.http.message.Request;
import com.lifeverse.local.simulate.Stage;
import com.lifeverse.local.tour.Host;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;
import software.amazon.awssdk.utils.StringInputStream;

/** What a game server signs its events with; a new one every six hours. */
public final class ServerKey {
    private static final Duration LIFE = Duration.ofHours(6);

    private final String server;
    private final Supplier<LocalStack> stack;
    private Host.@Nullable Credentials credentials;
    private Instant until = Instant.MIN;

    public ServerKey(String server, Stage stage) {
        this(server, stage::stack);
    }

    /** As the other, for a server beside the stack that {@code stack} says runs at the moment. */
    public ServerKey(String server, Supplier<LocalStack> stack) {
        this.server = server;
        this.stack = stack;
    }

    /** Tells that event, signed now. */
    public Request telling(String event) {
        var key = current();
        var unsigned = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .protocol("https")
                .host(Calls.HOST)
                .encodedPath(Calls.EVENTS)
                .putHeader("content-type", "application/json")
                .build();
        var signed = AwsV4HttpSigner.create()
                .sign(sign -> sign.request(unsigned)
                        .payload(() -> new StringInputStream(event))
                        .identity(AwsSessionCredentialsIdentity.create(
                                key.accessKeyId(), key.secretAccessKey(), key.sessionToken()))
                        .putProperty(
                                HttpSigner.SIGNING_CLOCK,
                                Clock.fixed(stack.get().now(), ZoneOffset.UTC))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "execute-api")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1"));
        var headers = new LinkedHashMap<String, String>();
        signed.request().headers().forEach((header, values) -> headers.put(header, values.getFirst()));
        return Request.of("POST", Calls.EVENTS, headers, Body.of(event));
    }

    private Host.Credentials current() {
        var now = stack.get().now();
        var known = Optional.ofNullable(credentials).filter(_ -> now.isBefore(until));
        var key = known.orElseGet(() -> stack.get().gameServer(server));
        credentials = key;
        until = known.isPresent() ? until : now.plus(LIFE);
        return key;
    }
}
