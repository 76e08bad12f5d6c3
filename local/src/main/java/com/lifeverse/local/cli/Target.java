package com.lifeverse.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The stack that a command talks to. */
final class Target {
    private static final int HIGHEST_PORT = 65_535;
    private static final List<String> LOOPBACK = List.of("127.0.0.1", "localhost", "[::1]");

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "${env:LIFEVERSE_URL:-http://127.0.0.1:8080}",
            description = "The stack's base URL (or LIFEVERSE_URL); default ${DEFAULT-VALUE}.")
    private @Nullable String url;

    /** The stack at that address, whatever the words of the command say. */
    static Target at(String url) {
        var target = new Target();
        target.url = url;
        return target;
    }

    /** Posts JSON to a stack on this machine and returns its answer, which must be a success. */
    JsonNode post(String path, JsonNode body)
            throws IOException, InterruptedException, Exit.Usage, Exit.Finding, Exit.Unreachable {
        var base = base();
        if (!LOOPBACK.contains(base.getHost())) {
            throw new Exit.Usage("%s is not on this machine; this works on a local stack only.".formatted(url));
        }
        var request = HttpRequest.newBuilder(base.resolve(path))
                .header("content-type", "application/json")
                .timeout(Duration.ofSeconds(30))
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
        return send(request);
    }

    /** Posts JSON to a stack, wherever it is, and returns its answer, which must be a success. */
    JsonNode post(String path, String token, JsonNode body)
            throws IOException, InterruptedException, Exit.Usage, Exit.Finding, Exit.Unreachable {
        return send(HttpRequest.newBuilder(base().resolve(path))
                .header("authorization", "Bearer " + token)
                .header("content-type", "application/json")
                .timeout(Duration.ofSeconds(30))
                .POST(BodyPublishers.ofString(body.toString()))
                .build());
    }

    /** Asks a stack, wherever it is, and returns its answer, which must be a success. */
    JsonNode get(String path, String token)
            throws IOException, InterruptedException, Exit.Usage, Exit.Finding, Exit.Unreachable {
        return send(HttpRequest.newBuilder(base().resolve(path))
                .header("authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(30))
                .GET()
                .build());
    }

    /** As {@link #get}, of what may be missing. */
    Optional<JsonNode> find(String path, String token)
            throws IOException, InterruptedException, Exit.Usage, Exit.Finding, Exit.Unreachable {
        var request = HttpRequest.newBuilder(base().resolve(path))
                .header("authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(30))
                .GET()
                .build();
        var response = answer(request);
        return response.statusCode() == 404 ? Optional.empty() : Optional.of(success(request, response));
    }

    /** Asks a stack for a change, and returns its answer, which must be a success. */
    JsonNode change(String method, String path, String token, Map<String, String> headers, JsonNode body)
            throws IOException, InterruptedException, Exit.Usage, Exit.Finding, Exit.Unreachable {
        var request = HttpRequest.newBuilder(base().resolve(path))
                .header("authorization", "Bearer " + token)
                .header("content-type", "application/json")
                .timeout(Duration.ofSeconds(30))
                .method(method, BodyPublishers.ofString(body.toString()));
        headers.forEach(request::header);
        return send(request.build());
    }

    /** The stack's address, without a slash at its end. */
    String address() {
        return String.valueOf(url).replaceFirst("/+$", "");
    }

    /** Whether it is a stack on this machine. */
    boolean isHere() throws Exit.Usage {
        return LOOPBACK.contains(base().getHost());
    }

    private URI base() throws Exit.Usage {
        try {
            var base = new URI(String.valueOf(url));
            if (base.getHost() != null
                    && base.getPort() <= HIGHEST_PORT
                    && List.of("http", "https").contains(base.getScheme())) {
                return base;
            }
            throw new Exit.Usage("'%s' is not the base URL of a stack, such as http://127.0.0.1:8080".formatted(url));
        } catch (URISyntaxException e) {
            throw new Exit.Usage("'%s' is not a URL: %s".formatted(url, e.getReason()));
        }
    }

    private static JsonNode send(HttpRequest request)
            throws IOException, InterruptedException, Exit.Finding, Exit.Unreachable {
        return success(request, answer(request));
    }

    private static HttpResponse<String> answer(HttpRequest request) throws InterruptedException, Exit.Unreachable {
        try (var http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build()) {
            return http.send(request, BodyHandlers.ofString());
        } catch (ConnectException | HttpConnectTimeoutException _) {
            throw new Exit.Unreachable("Nothing answers there; is the stack up? ./dev up starts one.");
        } catch (IOException e) {
            throw new Exit.Unreachable("%s gave no answer: %s".formatted(request.uri(), e.getMessage()));
        }
    }

    private static JsonNode success(HttpRequest request, HttpResponse<String> response)
            throws Exit.Finding, Exit.Unreachable {
        if (response.statusCode() >= 400) {
            throw new Exit.Finding(
                    "%s answered %d: %s".formatted(request.uri(), response.statusCode(), response.body()));
        }
        return Json.parse(response.body())
                .orElseThrow(() -> new Exit.Unreachable("%s answered %d without JSON; is that a stack?"
                        .formatted(request.uri(), response.statusCode())));
    }
}
