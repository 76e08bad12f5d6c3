package com.lifeverse.local.push.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.http.api.Integration;
import com.lifeverse.local.http.api.Stage;
import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Callers;
import com.lifeverse.local.kernel.Functions;
import com.lifeverse.local.push.PushApis;
import com.lifeverse.local.push.PushGateway;
import com.lifeverse.platform.runtime.IdSource;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 6455, byte by byte, and the limits that AWS sets. */
@Tag("adapters")
@SuppressWarnings("NullAway.Init")
final class SocketDoorTest implements Callers {
    private final Agenda agenda = Agenda.virtual(Instant.parse("2026-12-01T12:00:00Z"), failure -> {
        throw new AssertionError(failure);
    });
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final PushApis apis = new PushApis();
    private final PushGateway gateway =
            new PushGateway(agenda, IdSource.random(agenda), apis, (_, _, event) -> answer(event), this, failure -> {
                throw new AssertionError(failure);
            });
    private SocketDoor door;
    private Socket client;
    private DataInputStream input;

    @Override
    public Caller role(String roleArn) {
        return Caller.unrestricted();
    }

    @Override
    public Caller service(String principal, String sourceArn) {
        return Caller.unrestricted();
    }

    @Override
    public boolean trusts(String roleArn, String service) {
        return true;
    }

    private Functions.Answer answer(String event) {
        heard.add(event);
        return new Functions.Answer(
                event.contains("FAIL") ? "{\"statusCode\":500}" : "{\"statusCode\":200}", Optional.empty());
    }

    @BeforeEach
    void aDoorWithAClient() throws IOException {
        var api = apis.declare("abc", "$request.body.action");
        api.put(new Stage("live", Map.of(), Optional.empty(), Map.of(), agenda));
        var function = new Integration("arn:aws:lambda:us-east-1:111111111111:function:f", Duration.ofSeconds(29));
        for (var key : List.of("$connect", "$default", "$disconnect")) {
            api.putRoute(key, function);
        }
        door = SocketDoor.open(gateway, 0);
        client = new Socket(InetAddress.getLoopbackAddress(), door.address().getPort());
        client.setSoTimeout(10_000);
        input = new DataInputStream(client.getInputStream());
    }

    @AfterEach
    void shut() throws IOException {
        client.close();
        door.close();
        agenda.close();
    }

    @Test
    void theHandshakeIsAnsweredWithItsKey() throws IOException {
        // The example of RFC 6455, section 1.3.
        assertThat(handshake("")).startsWith("HTTP/1.1 101 ").contains("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    }

    @ParameterizedTest
    @CsvSource({
        "upgrade: websocket,upgrade: h2c,403",
        "connection: Upgrade,connection: close,403",
        "sec-websocket-version: 13,sec-websocket-version: 8,426",
        "sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==,sec-websocket-key: c2hvcnQ=,403",
        "GET /live,POST /live,403",
        "GET /live,GET /dead,403"
    })
    void anyOtherRequestIsRefused(String part, String instead, int status) throws IOException {
        send(request("").replace(part, instead).getBytes(StandardCharsets.US_ASCII));
        assertThat(head()).startsWith("HTTP/1.1 " + status);
    }

    @Test
    void aMessageInPiecesWithAPingBetweenIsOneMessage() throws IOException {
        handshake("");
        frame(0x01, "{\"a\":".getBytes(StandardCharsets.UTF_8));
        frame(0x89, "hi".getBytes(StandardCharsets.UTF_8));
        frame(0x80, "1}".getBytes(StandardCharsets.UTF_8));
        assertThat(opcode()).isEqualTo(0x8A);
        assertThat(payload()).isEqualTo("hi");
        close();
        assertThat(heard).anyMatch(event -> event.contains("\"body\":\"{\\\"a\\\":1}\""));
    }

    @Test
    void aRouteThatFailsIsAnsweredByTheGateway() throws IOException {
        handshake("");
        frame(0x81, "FAIL".getBytes(StandardCharsets.UTF_8));
        assertThat(opcode()).isEqualTo(0x81);
        assertThat(payload()).contains("Internal server error");
    }

    @ParameterizedTest
    @CsvSource({
        "0xC1, a reserved bit",
        "0x83, a kind that is not defined",
        "0x80, nothing to go on with",
        "0x09, a control frame in pieces"
    })
    void aFrameThatIsNotOneEndsTheConnection(String first, String why) throws IOException {
        handshake("");
        frame(Integer.decode(first), new byte[] {'x'});
        assertThat(opcode()).as(why).isEqualTo(0x88);
        assertThat(status()).isEqualTo(1002);
    }

    @Test
    void aFrameWithoutMaskEndsTheConnection() throws IOException {
        handshake("");
        send(new byte[] {(byte) 0x81, 1, 'x'});
        assertThat(opcode()).isEqualTo(0x88);
        assertThat(status()).isEqualTo(1002);
    }

    @Test
    void aLengthInALongerFormThanItNeedsEndsTheConnection() throws IOException {
        handshake("");
        send(new byte[] {(byte) 0x81, (byte) (0x80 | 126), 0, 1, 0, 0, 0, 0, 'x'});
        assertThat(opcode()).isEqualTo(0x88);
        assertThat(status()).isEqualTo(1002);
    }

    @Test
    void aTextThatIsNotUtf8EndsTheConnection() throws IOException {
        handshake("");
        frame(0x81, new byte[] {(byte) 0xC3});
        assertThat(opcode()).isEqualTo(0x88);
        assertThat(status()).isEqualTo(1007);
    }

    @Test
    void aFrameOfMoreThan32KilobytesEndsTheConnection() throws IOException {
        handshake("");
        frame(0x81, new byte[32 * 1024 + 1]);
        assertThat(opcode()).isEqualTo(0x88);
        assertThat(status()).isEqualTo(1009);
    }

    @Test
    void aMessageMayHave128KilobytesAndNoMore() throws IOException {
        handshake("");
        var piece = new byte[32 * 1024];
        Arrays.fill(piece, (byte) 'x');
        frame(0x01, piece);
        frame(0x00, piece);
        frame(0x00, piece);
        frame(0x80, piece);
        frame(0x89, new byte[0]);
        assertThat(opcode()).as("the ping is answered: all is well").isEqualTo(0x8A);
        payload();
        frame(0x01, piece);
        frame(0x00, piece);
        frame(0x00, piece);
        frame(0x00, piece);
        frame(0x80, new byte[] {'x'});
        assertThat(opcode()).isEqualTo(0x88);
        assertThat(status()).isEqualTo(1009);
    }

    @Test
    void aCloseIsAnsweredWithItsStatusAndTheFunctionHearsIt() throws IOException {
        handshake("");
        frame(0x88, ByteBuffer.allocate(2).putShort((short) 4001).array());
        assertThat(opcode()).isEqualTo(0x88);
        assertThat(status()).isEqualTo(4001);
        assertThat(input.read()).isEqualTo(-1);
        agenda.settle();
        assertThat(heard.getLast()).contains("\"eventType\":\"DISCONNECT\"").contains("4001");
    }

    @Test
    void aStatusThatNoClientMaySayIsAnError() throws IOException {
        handshake("");
        frame(0x88, ByteBuffer.allocate(2).putShort((short) 1005).array());
        assertThat(opcode()).isEqualTo(0x88);
        assertThat(status()).isEqualTo(1002);
    }

    @Test
    void twoHoursAreTheLongestHoweverMuchIsSaid() throws IOException {
        handshake("");
        for (int minutes = 0; minutes < 119; minutes += 7) {
            frame(0x89, new byte[0]);
            assertThat(opcode()).isEqualTo(0x8A);
            payload();
            agenda.advance(Duration.ofMinutes(7));
        }
        agenda.advance(Duration.ofMinutes(1));
        assertThat(opcode()).isEqualTo(0x88);
        assertThat(status()).isEqualTo(1001);
    }

    private String handshake(String more) throws IOException {
        send(request(more).getBytes(StandardCharsets.US_ASCII));
        return head();
    }

    private static String request(String more) {
        return "GET /live HTTP/1.1\r\nhost: 127.0.0.1\r\nupgrade: websocket\r\nconnection: Upgrade\r\n"
                + "sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\nsec-websocket-version: 13\r\n" + more + "\r\n";
    }

    private String head() throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            head.write(input.readUnsignedByte());
        }
        return head.toString(StandardCharsets.US_ASCII);
    }

    private void frame(int first, byte[] payload) throws IOException {
        var frame = ByteBuffer.allocate(14 + payload.length);
        frame.put((byte) first);
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        }
        var mask = new byte[] {1, 2, 3, 4};
        frame.put(mask);
        for (int i = 0; i < payload.length; i++) {
            frame.put((byte) (payload[i] ^ mask[i & 3]));
        }
        send(Arrays.copyOf(frame.array(), frame.position()));
    }

    private void close() throws IOException {
        frame(0x88, new byte[0]);
        assertThat(opcode()).isEqualTo(0x88);
    }

    private int opcode() throws IOException {
        return input.readUnsignedByte();
    }

    private String payload() throws IOException {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    private int status() throws IOException {
        return ByteBuffer.wrap(bytes()).getShort();
    }

    private byte[] bytes() throws IOException {
        int length = input.readUnsignedByte();
        return input.readNBytes(length == 126 ? input.readUnsignedShort() : length);
    }

    private void send(byte[] bytes) throws IOException {
        client.getOutputStream().write(bytes);
    }
}
