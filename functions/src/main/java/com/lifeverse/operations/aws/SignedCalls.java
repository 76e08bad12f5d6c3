package com.lifeverse.operations.aws;

import com.lifeverse.platform.runtime.LambdaRuntime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * Calls of AWS services that the artifact has no client for: each would be another two megabytes to fetch at every cold start, for
 * what a deployment asks once. They are signed by the SDK's own signer, as the function's role.
 */
final class SignedCalls {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<String, String> environment;
    private final InstantSource clock;

    /** Calls as the function that lives in that, in its region or at its {@code AWS_ENDPOINT_URL}. */
    SignedCalls(LambdaRuntime runtime) {
        this.environment = runtime.environment();
        this.clock = runtime.clock();
    }

    /**
     * Posts.
     *
     * @param service as in {@code lambda}; the call is signed for it
     * @param target path and query
     * @throws UncheckedIOException if no answer comes, or another than 200
     */
    HttpResponse<String> post(String service, String target, Map<String, String> headers, String body) {
        var at = URI.create(environment.getOrDefault(
                        "AWS_ENDPOINT_URL", "https://%s.%s.amazonaws.com".formatted(service, setting("AWS_REGION")))
                + target);
        var unsigned = SdkHttpFullRequest.builder().method(SdkHttpMethod.POST).uri(at);
        headers.forEach(unsigned::putHeader);
        var signed = AwsV4HttpSigner.create()
                .sign(signing -> signing.identity(identity())
                        .request(unsigned.build())
                        .payload(ContentStreamProvider.fromUtf8String(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, setting("AWS_REGION"))
                        .putProperty(
                                HttpSigner.SIGNING_CLOCK,
                                Clock.fixed(Instant.ofEpochMilli(clock.millis()), ZoneOffset.UTC)));
        var request = HttpRequest.newBuilder(at).timeout(PATIENCE).POST(BodyPublishers.ofString(body));
        signed.request().headers().forEach((name, values) -> {
            // The client makes these two itself, the same.
            if (!name.equalsIgnoreCase("host") && !name.equalsIgnoreCase("content-length")) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return send(request.build());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("%s answered %d".formatted(request.uri(), answer.statusCode()));
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while " + request.uri() + " was asked", e);
        }
    }

    private AwsSessionCredentialsIdentity identity() {
        return AwsSessionCredentialsIdentity.create(
                setting("AWS_ACCESS_KEY_ID"), setting("AWS_SECRET_ACCESS_KEY"), setting("AWS_SESSION_TOKEN"));
    }

    private String setting(String name) {
        var value = environment.get(name);
        if (value == null) {
            throw new IllegalStateException("Lambda sets " + name + " for every function, but it is not there");
        }
        return value;
    }
}
