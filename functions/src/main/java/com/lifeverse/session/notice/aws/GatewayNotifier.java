package com.lifeverse.session.notice.aws;

import com.lifeverse.platform.json.Json;
import com.lifeverse.session.notice.Connection;
import com.lifeverse.session.notice.Notice;
import com.lifeverse.session.notice.Notifier;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.GoneException;

/** Sends notices by API Gateway's {@code @connections}, each a JSON text of a few hundred bytes. */
public final class GatewayNotifier implements Notifier {
    private final ApiGatewayManagementApiClient gateway;

    public GatewayNotifier(ApiGatewayManagementApiClient gateway) {
        this.gateway = gateway;
    }

    @Override
    public Sent send(Connection connection, Notice notice) {
        try {
            gateway.postToConnection(
                    post -> post.connectionId(connection.id()).data(SdkBytes.fromUtf8String(text(notice))));
            return Sent.SENT;
        } catch (GoneException gone) {
            return Sent.GONE;
        }
    }

    @Override
    public void drop(String connectionId) {
        try {
            gateway.deleteConnection(delete -> delete.connectionId(connectionId));
        } catch (GoneException gone) {
            // It is as it should be.
        }
    }

    private static String text(Notice notice) {
        var json = Json.object().put("topic", notice.topic());
        notice.about().ifPresent(about -> json.put("about", about));
        notice.revision().ifPresent(revision -> json.put("revision", revision));
        notice.noticeRevision().ifPresent(revision -> json.put("noticeRevision", revision));
        return Json.write(json);
    }
}
