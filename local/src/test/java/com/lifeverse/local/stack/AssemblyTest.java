package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.local.LocalStack;
import com.lifeverse.local.StackOptions;
import com.lifeverse.local.assembly.UnknownResourceTypes;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything comes from the assembly: what is changed there changes here. */
@Tag("stack")
final class AssemblyTest {
    @TempDir
    Path copy;

    @Test
    void anUnknownResourceTypeIsNamedWithItsStack() throws IOException {
        change("dev-events", template -> template.replace("AWS::Events::EventBus", "AWS::Wonder::Machine"));
        assertThatThrownBy(() -> LocalStack.start(StackOptions.of(copy)))
                .isInstanceOf(UnknownResourceTypes.class)
                .hasMessageContaining("AWS::Wonder::Machine")
                .hasMessageContaining("dev-events");
    }

    @Test
    void aMissingGrantFailsOnTheLaptop() throws IOException {
        change("dev-session", template -> template.replace("\"dynamodb:UpdateItem\"", "\"dynamodb:DescribeTable\""));
        try (var game = Game.start(StackOptions.of(copy))) {
            var player = game.signIn("refused");
            var answer = player.status() == 201
                    ? game.renew(player.text("/sessionId"), player.text("/refreshToken"))
                    : player;
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.text("/type")).isEqualTo("/problems/unexpected");
            assertThat(answer.response().body()).doesNotContain("dynamodb");
        }
    }

    @Test
    void nothingListensBeyondLoopback() throws IOException {
        try (var game = Game.start()) {
            var others = NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                    .toList();
            for (var url : List.of(game.stack().baseUrl(), game.stack().awsEndpoint())) {
                int port = URI.create(url).getPort();
                for (InetAddress other : others) {
                    assertThatThrownBy(() -> connect(other, port)).isInstanceOf(ConnectException.class);
                }
                assertThat(listeners(port)).isSubsetOf("0100007F", "0000000000000000FFFF00000100007F");
            }
        }
    }

    private static void connect(InetAddress address, int port) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 2_000);
        }
    }

    /** The local addresses, as the kernel writes them, on which the port is listened to. Only Linux tells. */
    private static List<String> listeners(int port) throws IOException {
        var wanted = ":%04X".formatted(port);
        var found = new ArrayList<String>();
        for (var file : List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"))) {
            if (Files.exists(file)) {
                Files.readAllLines(file).stream()
                        .map(line -> line.trim().split("\\s+"))
                        .filter(fields -> fields.length > 3 && fields[1].endsWith(wanted) && fields[3].equals("0A"))
                        .forEach(fields -> found.add(fields[1].substring(0, fields[1].indexOf(':'))));
            }
        }
        return found;
    }

    private void change(String stack, UnaryOperator<String> change) throws IOException {
        Assemblies.change(copy, stack, change);
    }
}
