package com.lifeverse.local.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.local.http.api.Stage;
import com.lifeverse.local.http.message.Body;
import com.lifeverse.local.http.message.Request;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.push.Opening;
import com.lifeverse.local.push.Peer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.GoneException;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.PayloadTooLargeException;

/** The SDK's own client reaches connections by the AWS port. */
@Tag("adapters")
@SuppressWarnings("NullAway.Init")
final class ConnectionsPortTest implements Peer {
    private final WireWorld world = new WireWorld();
    private final List<String> received = new ArrayList<>();
    private ApiGatewayManagementApiClient client;
    private String connection;

    @Override
    public void text(String message) {
        received.add(message);
    }

    @Override
    public void close(int status, String reason) {
        received.add(status + " " + reason);
    }

    @BeforeEach
    void oneIsConnected() {
        world.pushApis
                .declare("abc", "$request.body.action")
                .put(new Stage("live", Map.of(), Optional.empty(), Map.of(), world.agenda));
        var handshake = Request.of("GET", "/live", Map.of("host", "abc.localhost", "user-agent", "test"), Body.EMPTY);
        var opened = world.push.open(handshake, this);
        assertThat(opened).isInstanceOf(Opening.Opened.class);
        connection = opened instanceof Opening.Opened(var open) ? open.id() : "";
        client = ApiGatewayManagementApiClient.builder()
                .endpointOverride(URI.create(world.listener.address() + "/live"))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("developer", "any")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @AfterEach
    void close() {
        client.close();
        world.close();
    }

    @Test
    void whatIsPostedArrives() {
        client.postToConnection(
                post -> post.connectionId(connection).data(SdkBytes.fromUtf8String("{\"topic\":\"x\"}")));
        assertThat(received).containsExactly("{\"topic\":\"x\"}");
    }

    @Test
    void aConnectionIsDescribed() {
        var found = client.getConnection(get -> get.connectionId(connection));
        assertThat(found.connectedAt()).isEqualTo(world.agenda.instant());
        assertThat(found.identity().userAgent()).isEqualTo("test");
    }

    @Test
    void aConnectionIsEndedAndThenGone() {
        client.deleteConnection(delete -> delete.connectionId(connection));
        assertThat(received).containsExactly("1001 Connection Closed Normally");
        assertThatThrownBy(() -> client.postToConnection(
                        post -> post.connectionId(connection).data(SdkBytes.fromUtf8String("x"))))
                .isInstanceOf(GoneException.class);
    }

    @Test
    void moreThan128KilobytesAreRefused() {
        assertThatThrownBy(() -> client.postToConnection(
                        post -> post.connectionId(connection).data(SdkBytes.fromByteArray(new byte[128 * 1024 + 1]))))
                .isInstanceOf(PayloadTooLargeException.class);
        assertThat(received).isEmpty();
    }

    @Test
    void anotherStageKnowsNoSuchConnection() {
        var elsewhere = world.push.client("abc", "other", Caller.unrestricted());
        assertThatThrownBy(() -> elsewhere.getConnection(get -> get.connectionId(connection)))
                .isInstanceOf(GoneException.class);
    }
}
