package com.lifeverse.local.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.local.function.sample.Answering;
import com.lifeverse.local.function.sample.Echo;
import com.lifeverse.local.function.sample.Hanging;
import com.lifeverse.local.http.message.Response;
import com.lifeverse.local.kernel.Agenda;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("adapters")
final class ListenerTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private final GatewayFixture stack;
    private final Listener listener;

    ListenerTest(@TempDir Path assembly) {
        stack = new GatewayFixture(Agenda.real(failure -> {}), assembly);
        stack.stage("");
        listener = stack.gateway.listen(0);
    }

    @AfterEach
    void close() {
        listener.close();
        stack.close();
    }

    @Test
    void aRequestReachesItsFunctionAndTheAnswerComesBack() throws Exception {
        stack.route("POST /v1/echo", Echo.class, "", "");

        var response = send(request("/v1/echo?q=%C3%A4")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("grüß dich"))
                .build());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type")).contains("application/json");
        assertThat(response.body())
                .contains("\"body\":\"grüß dich\"", "\"rawQueryString\":\"q=%C3%A4\"", "\"q\":\"ä\"")
                .contains("\"sourceIp\":\"127.0.0.1\"");
    }

    @Test
    void severalCookiesAndAnEmptyAnswerTravel() throws Exception {
        stack.route(
                "GET /cookies",
                Answering.class,
                "'ANSWER':'{\\'statusCode\\':204,\\'cookies\\':[\\'a=1\\',\\'b=2\\']}'",
                "");

        var response = send(request("/cookies").build());

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.headers().allValues("set-cookie")).containsExactly("a=1", "b=2");
    }

    @Test
    void headHasTheLengthButNotTheBody() throws Exception {
        stack.route("ANY /text", Answering.class, "'ANSWER':'{\\'statusCode\\':200,\\'body\\':\\'four\\'}'", "");

        var response = send(request("/text").HEAD().build());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-length")).contains("4");
        assertThat(response.body()).isEmpty();
    }

    @Test
    void anOptionsRequestIsRoutedLikeAnyOther() throws Exception {
        stack.route("GET /text", Answering.class, "", "");

        assertThat(send(request("/text")
                                .method("OPTIONS", BodyPublishers.noBody())
                                .build())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anIntegrationThatTakesTooLongIsA503() throws Exception {
        stack.route("GET /hang", Answering.class, "", "");
        stack.route("POST /hang", Hanging.class, "", "");
        stack.connect(
                "POST /hang",
                "arn:aws:lambda:us-east-1:111111111111:function:test-Function"
                        + Integer.toHexString("POST /hang".hashCode()) + ":live",
                "",
                200);

        var response = send(request("/hang")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("wait"))
                .build());

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).isEqualTo("{\"message\":\"Service Unavailable\"}");
    }

    @Test
    void aBodyAboveTenMegabytesIsRefused() throws Exception {
        stack.route("POST /v1/echo", Echo.class, "", "");

        var response = send(request("/v1/echo")
                .POST(BodyPublishers.ofByteArray(new byte[10 * 1024 * 1024 + 1]))
                .build());

        assertThat(response.statusCode()).isEqualTo(413);
    }

    @Test
    void onlyThisMachineReachesIt() throws Exception {
        assertThat(listener.address().getHost()).isEqualTo("127.0.0.1");
        for (var address : otherAddressesOfThisMachine()) {
            assertThatThrownBy(() -> {
                        try (var socket = new Socket()) {
                            socket.connect(new InetSocketAddress(address, listener.port()), 1_000);
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void localPathsAnswerOnlyToNamesAndPagesOfThisMachine() throws Exception {
        stack.localPaths.register(
                "GET /_local/traces/{id}",
                (request, variables) -> Response.json(200, "\"" + variables.get("id") + "\""));

        assertThat(raw("GET /_local/traces/7 HTTP/1.1\r\nHost: localhost:1\r\n"))
                .startsWith("HTTP/1.1 200");
        assertThat(raw("GET /_local/other HTTP/1.1\r\nHost: localhost\r\n")).startsWith("HTTP/1.1 404");
        assertThat(raw("GET /_local/traces/7 HTTP/1.1\r\nHost: rebound.example\r\n"))
                .startsWith("HTTP/1.1 403");
        assertThat(raw("GET /_local/traces/7 HTTP/1.1\r\nHost: 127.0.0.1.rebound.example\r\n"))
                .startsWith("HTTP/1.1 403");
        assertThat(raw("GET /_local/traces/7 HTTP/1.1\r\nHost: localhost\r\nOrigin: https://evil.example\r\n"))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void aTargetThatLooksLikeAHostIsAPathLikeAnyOther() throws Exception {
        stack.route("$default", Echo.class, "", "");

        assertThat(raw("GET //evil.example/x HTTP/1.1\r\nHost: localhost\r\n"))
                .contains("\"rawPath\":\"//evil.example/x\"");
    }

    private HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(URI.create(listener.address() + target));
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private String raw(String head) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), listener.port())) {
            socket.getOutputStream().write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<InetAddress> otherAddressesOfThisMachine() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .toList();
    }
}
