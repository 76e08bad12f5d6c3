package com.lifeverse.local.wire;

import com.lifeverse.local.http.message.Body;
import com.lifeverse.local.http.message.Headers;
import com.lifeverse.local.http.message.Percent;
import com.lifeverse.local.http.message.Request;
import com.lifeverse.local.http.message.Response;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.push.PushGateway;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;

/** {@code /STAGE/@connections/ID} on the AWS port, in AWS's REST-JSON protocol. */
final class ConnectionsPort {
    /** What such requests are signed for. */
    static final String SERVICE = "execute-api";

    private static final Pattern PATH = Pattern.compile("/([^/]+)/(?:@|%40)connections/([^/]+)");

    private final PushGateway push;

    ConnectionsPort(PushGateway push) {
        this.push = push;
    }

    static boolean takes(Request request) {
        return PATH.matcher(request.path()).matches();
    }

    Response respond(Request request, Caller caller) {
        var path = PATH.matcher(request.path());
        var host = request.headers().first("host").orElse("");
        var client = path.matches()
                ? push.clientAt(host, path.group(1), caller)
                : Optional.<ApiGatewayManagementApiClient>empty();
        if (client.isEmpty()) {
            return Response.message(404, "Not Found");
        }
        try {
            return answer(request, client.get(), Percent.decode(path.group(2)));
        } catch (AwsServiceException e) {
            return refusal(e);
        }
    }

    private static Response answer(Request request, ApiGatewayManagementApiClient client, String connectionId) {
        return switch (request.method()) {
            case "POST" -> {
                client.postToConnection(post -> post.connectionId(connectionId)
                        .data(SdkBytes.fromByteArray(request.body().bytes())));
                yield Response.json(200, "");
            }
            case "DELETE" -> {
                client.deleteConnection(delete -> delete.connectionId(connectionId));
                yield Response.json(204, "");
            }
            case "GET" -> {
                var found = client.getConnection(get -> get.connectionId(connectionId));
                var json = Json.object().put("connectedAt", found.connectedAt().toString());
                json.putObject("identity")
                        .put("sourceIp", found.identity().sourceIp())
                        .put("userAgent", found.identity().userAgent());
                yield Response.json(
                        200,
                        json.put("lastActiveAt", found.lastActiveAt().toString())
                                .toString());
            }
            default -> Response.message(403, "Missing Authentication Token");
        };
    }

    private static Response refusal(AwsServiceException error) {
        var details = error.awsErrorDetails();
        var code = details == null ? "InternalServerError" : String.valueOf(details.errorCode());
        var status = error.statusCode() == 400 && code.equals("AccessDeniedException") ? 403 : error.statusCode();
        var message = details == null || details.errorMessage() == null ? "" : details.errorMessage();
        return new Response(
                status,
                Headers.of(Map.of("content-type", "application/json", "x-amzn-errortype", code)),
                Body.of(Json.object().put("message", message).toString()));
    }
}
