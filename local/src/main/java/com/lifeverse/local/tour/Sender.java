package com.lifeverse.local.tour;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;
import software.amazon.awssdk.utils.StringInputStream;

/** Sends the tour's calls over real HTTP, signing those of the game server as any AWS client does. */
final class Sender {
    private static final Set<String> SET_BY_THE_CLIENT = Set.of("host", "content-length");

    private final Host host;
    private final HttpClient http = HttpClient.newHttpClient();

    Sender(Host host) {
        this.host = host;
    }

    HttpResponse<String> send(Call call) throws IOException, InterruptedException {
        var address = URI.create(host.baseUrl() + call.path());
        var request = HttpRequest.newBuilder(address)
                .method(
                        call.method(),
                        call.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(call.body()));
        if (call.signed()) {
            sign(call, address).forEach((name, values) -> {
                if (!SET_BY_THE_CLIENT.contains(name.toLowerCase(Locale.ROOT))) {
                    values.forEach(value -> request.header(name, value));
                }
            });
        } else {
            call.headers().forEach(request::header);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private Map<String, List<String>> sign(Call call, URI address) {
        var credentials = host.gameServer("match-server-1");
        var request = SdkHttpRequest.builder().uri(address).method(SdkHttpMethod.fromValue(call.method()));
        call.headers().forEach(request::putHeader);
        return AwsV4HttpSigner.create()
                .sign(sign -> sign.request(request.build())
                        .payload(() -> new StringInputStream(call.body()))
                        .identity(AwsSessionCredentialsIdentity.create(
                                credentials.accessKeyId(), credentials.secretAccessKey(), credentials.sessionToken()))
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(host.now(), ZoneOffset.UTC))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "execute-api")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, host.region()))
                .request()
                .headers();
    }
}
