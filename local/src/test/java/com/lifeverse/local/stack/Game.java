package com.lifeverse.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.lifeverse.local.LocalStack;
import com.lifeverse.local.StackOptions;
import com.lifeverse.platform.runtime.AwsClients;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;
import software.amazon.awssdk.utils.StringInputStream;

/** A stack and its clients, as tests speak of them. */
public final class Game implements AutoCloseable {
    public static final ObjectMapper JSON = new ObjectMapper();

    /** An answer: status, headers, and the body read as JSON. */
    public record Answer(int status, HttpResponse<String> response) {
        public JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException e) {
                throw new AssertionError("Not JSON: " + response.body(), e);
            }
        }

        public String text(String pointer) {
            return json().at(pointer).asText();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    private final LocalStack stack;
    private final HttpClient http = HttpClient.newHttpClient();
    private Consumer<Answer> listener = _ -> {};

    private Game(LocalStack stack) {
        this.stack = stack;
    }

    /** The assembly that {@code ./dev synth} made. */
    public static Path assembly() {
        var assembly = Path.of(System.getProperty("lifeverse.home", "..")).resolve("target/assembly/dev");
        if (!Files.exists(assembly.resolve("manifest.json"))) {
            throw new AssertionError("There is no assembly in " + assembly + "; ./dev synth makes it");
        }
        return assembly;
    }

    public static Game start() {
        return start(StackOptions.of(assembly()));
    }

    public static Game start(StackOptions options) {
        return new Game(LocalStack.start(options));
    }

    /** With something between functions and services, such as a table that is away. */
    static Game start(StackOptions options, UnaryOperator<AwsClients> clients) {
        return new Game(LocalStack.start(options, System.err, clients));
    }

    /** Lets somebody hear every answer from now on. */
    public void listen(Consumer<Answer> toAnswers) {
        listener = toAnswers;
    }

    public LocalStack stack() {
        return stack;
    }

    public Answer send(String method, String path, Map<String, String> headers, String body) {
        var request = HttpRequest.newBuilder(URI.create(stack.baseUrl() + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request.build());
    }

    public Answer post(String path, String body) {
        return send("POST", path, Map.of("content-type", "application/json"), body);
    }

    public Answer get(String path, String token) {
        return send("GET", path, Map.of("authorization", "Bearer " + token), "");
    }

    public Answer delete(String path, String token) {
        return send("DELETE", path, Map.of("authorization", "Bearer " + token), "");
    }

    public Answer send(String method, String path, String token, String body) {
        return send(method, path, Map.of("authorization", "Bearer " + token, "content-type", "application/json"), body);
    }

    /** A token of a person of the staff. */
    public String staff(String role) {
        return staff(role, "sam");
    }

    /** A token of that person of the staff. */
    public String staff(String role, String name) {
        return post("/_local/staff-tokens", "{\"role\":\"%s\",\"name\":\"%s\"}".formatted(role, name))
                .text("/token");
    }

    public Answer signIn(String device) {
        return signIn(device, Map.of());
    }

    public Answer signIn(String device, Map<String, String> headers) {
        var all = new TreeMap<>(headers);
        all.put("content-type", "application/json");
        return send("POST", "/v1/sessions", all, """
            {"credential":{"type":"device","deviceId":"device-of-%1$s","secret":"secret-of-device-of-%1$s"},
             "platform":"switch","clientVersion":"1.4.0"}\
            """.formatted(device));
    }

    public Answer renew(String session, String refreshToken) {
        return post("/v1/sessions/" + session + "/renew", "{\"refreshToken\":\"" + refreshToken + "\"}");
    }

    /** A match that the player has won, told by a game server. */
    public Answer win(String player, String match) {
        return tell("""
            {"type":"match.ended.v1","playerId":"%s","deduplicationId":"%2$s",
             "payload":{"matchId":"%2$s","mode":"duel","outcome":"win","durationSeconds":312}}\
            """.formatted(player, match));
    }

    /** An event told by a game server. */
    public Answer tell(String body) {
        return serve("POST", "/v1/events", Map.of(), body);
    }

    /** What a game server asks, signed with its credentials. */
    public Answer serve(String method, String path, Map<String, String> headers, String body) {
        var address = URI.create(stack.baseUrl() + path);
        var credentials = stack.gameServer("match-server-1");
        var unsigned = SdkHttpRequest.builder().uri(address).method(SdkHttpMethod.fromValue(method));
        headers.forEach(unsigned::putHeader);
        if (!body.isEmpty()) {
            unsigned.putHeader("content-type", "application/json");
        }
        var signed = AwsV4HttpSigner.create()
                .sign(sign -> sign.request(unsigned.build())
                        .payload(() -> new StringInputStream(body))
                        .identity(AwsSessionCredentialsIdentity.create(
                                credentials.accessKeyId(), credentials.secretAccessKey(), credentials.sessionToken()))
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(stack.now(), ZoneOffset.UTC))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "execute-api")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1"));
        var request = HttpRequest.newBuilder(address)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        signed.request().headers().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("host") && !name.equalsIgnoreCase("content-length")) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return send(request.build());
    }

    /** The messages in the inbox, newest first. */
    public JsonNode inbox(String accessToken) {
        return get("/v1/inbox-messages", accessToken).json().path("messages");
    }

    @Override
    public void close() {
        stack.close();
        http.close();
    }

    private Answer send(HttpRequest request) {
        try {
            var response = http.send(request, BodyHandlers.ofString());
            var answer = new Answer(response.statusCode(), response);
            listener.accept(answer);
            return answer;
        } catch (IOException e) {
            throw new AssertionError("No answer to " + request, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }
}
