package com.lifeverse.trigger.webhook.aws;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.trigger.webhook.PublicAddress;
import com.lifeverse.trigger.webhook.Reply;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What somebody does who wants into the network over a webhook, done to real TLS servers: the partner's on 127.0.0.1, and one inside
 * on 127.0.0.2, which must never hear anything.
 */
@Tag("contracts")
class PinnedPostTest {
    private static final String NAME = "hooks.partner.example";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    static Path folder;

    private static SSLContext tls;

    private final List<String> asked = new ArrayList<>();

    @BeforeAll
    static void makeCertificate() throws IOException, InterruptedException, GeneralSecurityException {
        tls = Certificate.of(NAME, folder);
    }

    @Test
    void theMessageArrivesWithItsHeadersAtTheNamesAddress() throws IOException {
        try (var partner = partner(TlsReceiver.answering("HTTP/1.1 204 No Content"))) {
            var reply = to("127.0.0.1").send(url(partner), Map.of("webhook-id", "m-1"), "{\"ä\":1}".getBytes(UTF_8));

            assertThat(reply).isEqualTo(new Reply.Delivered(204));
            assertThat(partner.requests())
                    .singleElement()
                    .satisfies(request -> assertThat(request)
                            .startsWith("POST /in?from=us HTTP/1.1\r\nHost: %s:%d\r\n".formatted(NAME, partner.port()))
                            .contains("\r\nwebhook-id: m-1\r\n", "\r\nContent-Length: 8\r\n")
                            .endsWith("\r\n\r\n" + new String("{\"ä\":1}".getBytes(UTF_8), ISO_8859_1)));
        }
    }

    @Test
    void aNameThatIsInsideIsSentNothing() throws IOException {
        try (var inside = TlsReceiver.at("127.0.0.2", 0, tls, TlsReceiver.answering("HTTP/1.1 200 OK"))) {
            assertThat(send(to("127.0.0.2"), url(inside))).isInstanceOf(Reply.Refused.class);
            assertThat(inside.connections()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.0.0.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.168.0.1",
                "224.0.0.1",
                "::1",
                "fd00:ec2::254",
                "fe80::1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1"
            })
    void withTheRealRuleNoAddressInsideIsSentAnything(String address) throws IOException {
        try (var local = partner(TlsReceiver.answering("HTTP/1.1 200 OK"))) {
            assertThat(send(post(PublicAddress::is, address), url(local))).isInstanceOf(Reply.Refused.class);
            assertThat(local.connections()).isZero();
        }
    }

    @Test
    void oneAddressInsideAmongOthersIsEnoughToSendNothing() throws IOException {
        try (var partner = partner(TlsReceiver.answering("HTTP/1.1 200 OK"))) {
            assertThat(send(to("127.0.0.1", "127.0.0.2"), url(partner))).isInstanceOf(Reply.Refused.class);
            assertThat(partner.connections()).isZero();
        }
    }

    @Test
    void aNameThatTurnsInsideAfterItWasLookedAtLeadsNowhereElse() throws IOException {
        try (var partner = partner(TlsReceiver.answering("HTTP/1.1 200 OK"));
                var inside =
                        TlsReceiver.at("127.0.0.2", partner.port(), tls, TlsReceiver.answering("HTTP/1.1 200 OK"))) {
            // Whoever resolved a second time, to connect, would be led inside.
            var rebinding = new PinnedPost(
                    name -> {
                        asked.add(name);
                        return addresses(asked.size() == 1 ? "127.0.0.1" : "127.0.0.2");
                    },
                    PinnedPostTest::isPartners,
                    tls.getSocketFactory(),
                    PATIENCE);

            assertThat(send(rebinding, url(partner))).isEqualTo(new Reply.Delivered(200));
            assertThat(asked).containsExactly(NAME);
            assertThat(partner.connections()).isEqualTo(1);

            assertThat(send(rebinding, url(partner))).isInstanceOf(Reply.Refused.class);
            assertThat(inside.connections()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"301 Moved", "302 Found", "303 See Other", "307 Temporary Redirect", "308 Permanent Redirect"})
    void aRedirectIsNotFollowed(String status) throws IOException {
        try (var inside = TlsReceiver.at("127.0.0.2", 0, tls, TlsReceiver.answering("HTTP/1.1 200 OK"));
                var partner = partner(TlsReceiver.answering(
                        "HTTP/1.1 %s\r\nLocation: https://127.0.0.2:%d/".formatted(status, inside.port())))) {
            assertThat(send(to("127.0.0.1"), url(partner))).isInstanceOf(Reply.Refused.class);
            assertThat(inside.connections()).isZero();
            assertThat(partner.connections()).isEqualTo(1);
        }
    }

    @Test
    void whoHasNoCertificateOfThatNameIsSentNothing() throws IOException {
        try (var partner = partner(TlsReceiver.answering("HTTP/1.1 200 OK"))) {
            var other = URI.create("https://hooks.other.example:%d/".formatted(partner.port()));

            assertThat(send(to("127.0.0.1"), other))
                    .isInstanceOfSatisfying(
                            Reply.Failed.class,
                            failed -> assertThat(failed.reason()).contains("SSLHandshake"));
            assertThat(partner.requests()).noneMatch(request -> request.startsWith("POST"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://hooks.partner.example/", "https://127.0.0.1/", "https://[::1]/", "https://2130706433/"})
    void whatIsNoNameOverHttpsIsNotEvenResolved(String url) {
        assertThat(send(to("127.0.0.1"), URI.create(url))).isInstanceOf(Reply.Refused.class);
        assertThat(asked).isEmpty();
    }

    @Test
    void headersCannotSmuggleASecondRequestAndBodiesAreBounded() {
        assertThat(to("127.0.0.1")
                        .send(
                                URI.create("https://hooks.partner.example/"),
                                Map.of("a", "b\r\nHost: inside"),
                                new byte[0]))
                .isInstanceOf(Reply.Refused.class);
        assertThat(to("127.0.0.1")
                        .send(URI.create("https://hooks.partner.example/"), Map.of(), new byte[64 * 1024 + 1]))
                .isInstanceOf(Reply.Refused.class);
        assertThat(asked).isEmpty();
    }

    @Test
    void whoAnswersByteByByteForEverIsHungUpOn() throws IOException {
        try (var drip = Executors.newSingleThreadScheduledExecutor();
                var partner = partner((output, input) -> {
                    // Each byte would begin a read's own time anew.
                    var _ = drip.scheduleAtFixedRate(() -> one(output), 100, 100, TimeUnit.MILLISECONDS);
                    input.readAllBytes();
                })) {
            var brief = new PinnedPost(
                    _ -> addresses("127.0.0.1"),
                    PinnedPostTest::isPartners,
                    tls.getSocketFactory(),
                    Duration.ofMillis(1_500));

            assertThat(send(brief, url(partner))).isInstanceOf(Reply.Failed.class);
            drip.shutdownNow();
        }
    }

    @Test
    void whoAnswersWithoutEndIsHungUpOn() throws IOException {
        try (var partner = partner(TlsReceiver.answering("HTTP/1.1 100 Continue\r\nx: " + "y".repeat(100_000)))) {
            assertThat(send(to("127.0.0.1"), url(partner))).isInstanceOf(Reply.Failed.class);
        }
    }

    @Test
    void whoNeverAnswersIsHungUpOn() throws IOException {
        try (var partner = partner((_, input) -> input.readAllBytes())) {
            var brief = new PinnedPost(
                    _ -> addresses("127.0.0.1"),
                    PinnedPostTest::isPartners,
                    tls.getSocketFactory(),
                    Duration.ofMillis(1_500));

            assertThat(send(brief, url(partner))).isInstanceOf(Reply.Failed.class);
        }
    }

    @Test
    void anAnswerThatSaysLaterOrNeverIsToldApart() throws IOException {
        try (var busy = partner(
                        TlsReceiver.answering("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 503 Busy"));
                var gone = partner(TlsReceiver.answering("HTTP/1.1 410 Gone"));
                var none = partner(TlsReceiver.answering("SSH-2.0-OpenSSH_9.9"))) {
            assertThat(send(to("127.0.0.1"), url(busy))).isEqualTo(new Reply.Failed("answered 503"));
            assertThat(send(to("127.0.0.1"), url(gone))).isEqualTo(new Reply.Refused("is gone: 410"));
            assertThat(send(to("127.0.0.1"), url(none))).isInstanceOf(Reply.Failed.class);
        }
    }

    private static void one(OutputStream output) {
        try {
            output.write('x');
            output.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TlsReceiver partner(TlsReceiver.Manner manner) throws IOException {
        return TlsReceiver.at("127.0.0.1", 0, tls, manner);
    }

    /** In these tests it is the only public address. */
    private static boolean isPartners(InetAddress address) {
        return address.getHostAddress().equals("127.0.0.1");
    }

    private PinnedPost to(String... addresses) {
        return post(PinnedPostTest::isPartners, addresses);
    }

    private PinnedPost post(Predicate<InetAddress> reachable, String... addresses) {
        return new PinnedPost(
                name -> {
                    asked.add(name);
                    return addresses(addresses);
                },
                reachable,
                tls.getSocketFactory(),
                PATIENCE);
    }

    private static InetAddress[] addresses(String... all) throws UnknownHostException {
        var found = new ArrayList<InetAddress>();
        for (var each : Arrays.asList(all)) {
            found.add(InetAddress.getByAddress(NAME, InetAddress.getByName(each).getAddress()));
        }
        return found.toArray(InetAddress[]::new);
    }

    private static Reply send(PinnedPost post, URI url) {
        return post.send(url, Map.of("webhook-id", "m-1"), "{}".getBytes(UTF_8));
    }

    private static URI url(TlsReceiver receiver) {
        return URI.create("https://%s:%d/in?from=us".formatted(NAME, receiver.port()));
    }
}
