package com.lifeverse.local.destination;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** The world that API destinations call. */
@FunctionalInterface
public interface Outside {
    /** How long EventBridge waits for an answer. */
    Duration PATIENCE = Duration.ofSeconds(5);

    /**
     * One request.
     *
     * @param headers by name
     */
    record Call(String method, URI address, Map<String, String> headers, String body) {
        public Call {
            headers = Map.copyOf(headers);
        }
    }

    /** What comes back. */
    record Answer(int status, String body) {}

    /**
     * Makes a request.
     *
     * @throws UncheckedIOException if there is no answer
     */
    Answer call(Call call);

    /** Over the network. Redirects are not followed, as EventBridge does not. */
    static Outside overHttp() {
        return call -> {
            var request = HttpRequest.newBuilder(call.address())
                    .timeout(PATIENCE)
                    .method(call.method(), HttpRequest.BodyPublishers.ofString(call.body()));
            call.headers().forEach(request::setHeader);
            try {
                var answer = Network.CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
                return new Answer(answer.statusCode(), answer.body());
            } catch (IOException e) {
                throw new UncheckedIOException(call.address() + " does not answer", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new UncheckedIOException(new IOException("Interrupted while calling " + call.address(), e));
            }
        };
    }

    /** One client for the process, made when first needed: it brings threads of its own. */
    final class Network {
        private static final HttpClient CLIENT =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build();

        private Network() {}
    }
}
