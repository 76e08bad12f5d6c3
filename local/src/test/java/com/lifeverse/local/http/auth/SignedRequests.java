package com.lifeverse.local.http.auth;

import com.lifeverse.local.http.message.Body;
import com.lifeverse.local.http.message.Headers;
import com.lifeverse.local.http.message.Request;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Map;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Requests signed by the AWS SDK's own signer. */
public final class SignedRequests {
    private SignedRequests() {}

    public static Request sign(
            Credentials.Session session, Instant now, String method, String target, String contentType, String body) {
        var unsigned = SdkHttpFullRequest.builder()
                .method(SdkHttpMethod.fromValue(method))
                .uri(URI.create("http://127.0.0.1:8080" + target))
                .putHeader("Content-Type", contentType)
                .build();
        var signed = AwsV4HttpSigner.create()
                .sign(signing -> signing.identity(AwsSessionCredentialsIdentity.create(
                                session.accessKeyId(), session.secretAccessKey(), session.sessionToken()))
                        .request(unsigned)
                        .payload(ContentStreamProvider.fromUtf8String(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "execute-api")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(now, ZoneOffset.UTC)))
                .request();
        var fields = new ArrayList<Headers.Field>();
        signed.headers().forEach((name, values) -> values.forEach(value -> fields.add(new Headers.Field(name, value))));
        var plain = Request.of(method, target, Map.of(), Body.of(body));
        return new Request(method, plain.path(), plain.query(), new Headers(fields), plain.body(), "127.0.0.1");
    }
}
