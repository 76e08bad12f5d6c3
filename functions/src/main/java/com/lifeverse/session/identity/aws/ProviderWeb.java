package com.lifeverse.session.identity.aws;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Reads a document from a configured address: within two seconds, without following redirects, at most 64 KiB. */
public final class ProviderWeb {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int LONGEST = 64 * 1024;

    private ProviderWeb() {}

    /** What reads it, when it is needed. */
    public static Callable<String> reading(URI address) {
        return () -> {
            try (var client = HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build()) {
                var request =
                        HttpRequest.newBuilder(address).timeout(PATIENCE).GET().build();
                var answer = client.send(request, BodyHandlers.ofInputStream());
                try (var body = answer.body()) {
                    var bytes = body.readNBytes(LONGEST + 1);
                    if (answer.statusCode() != 200 || bytes.length > LONGEST) {
                        throw new IOException("Status " + answer.statusCode() + ", " + bytes.length + " bytes");
                    }
                    return new String(bytes, StandardCharsets.UTF_8);
                }
            }
        };
    }
}
