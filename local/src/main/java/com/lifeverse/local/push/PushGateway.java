package com.lifeverse.local.push;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.http.api.RouteKey;
import com.lifeverse.local.http.api.Stage;
import com.lifeverse.local.http.message.Request;
import com.lifeverse.local.http.message.Response;
import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Callers;
import com.lifeverse.local.kernel.Functions;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.push.PushApi.PushRoute;
import com.lifeverse.platform.runtime.IdSource;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;

/**
 * API Gateway for WebSocket APIs, whatever the connections are made of. Connections live as long as this object: on AWS too
 * they can be lost without a word, and {@code $disconnect} is best effort. Limits are AWS's: ten idle minutes, two hours
 * (docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html).
 */
public final class PushGateway {
    /** "Going away", which AWS closes with when either time is up. */
    private static final int GOING_AWAY = 1001;

    private static final Duration IDLE = Duration.ofMinutes(10);
    private static final Duration LONGEST = Duration.ofHours(2);
    private static final String PRINCIPAL = "apigateway.amazonaws.com";

    private final Agenda agenda;
    private final IdSource ids;
    private final PushApis apis;
    private final Functions functions;
    private final Callers callers;
    private final Consumer<Throwable> failures;
    private final Map<String, Connection> open = new ConcurrentHashMap<>();

    /**
     * A gateway to {@code functions}.
     *
     * @param failures is told why a route's function could not be called
     */
    public PushGateway(
            Agenda agenda,
            IdSource ids,
            PushApis apis,
            Functions functions,
            Callers callers,
            Consumer<Throwable> failures) {
        this.agenda = agenda;
        this.ids = ids;
        this.apis = apis;
        this.functions = functions;
        this.callers = callers;
        this.failures = failures;
    }

    /**
     * A client wants to connect; the path names the stage. As on AWS the connection is there only when the function behind
     * {@code $connect} has said yes, so that function cannot send to it yet.
     */
    public Opening open(Request handshake, Peer peer) {
        var path = RouteKey.decode(handshake.path());
        var api = apis.reachedBy(handshake.headers().first("host").orElse(""));
        var stage = api.flatMap(found -> found.stage(path.getFirst())).filter(_ -> path.size() == 1);
        if (api.isEmpty() || stage.isEmpty()) {
            return new Opening.Refused(Response.message(403, "Forbidden"));
        }
        return open(new Connection(RequestId.of(ids), api.get(), stage.get(), handshake, agenda.instant(), peer));
    }

    private Opening open(Connection connection) {
        var route = connection.api().route(PushApi.CONNECT);
        if (route.isPresent()) {
            var status = statusOf(connection, route.get(), PushEvent.connect(connection, ids, agenda.instant()));
            if (status < 200 || status > 299) {
                return new Opening.Refused(
                        Response.message(status, status < 500 ? "Forbidden" : "Internal server error"));
            }
        }
        open.put(connection.id(), connection);
        agenda.at(connection.since().plus(LONGEST), "longest connection", () -> end(connection, "Going away"));
        watch(connection);
        return new Opening.Opened(connection);
    }

    /** A client has sent something; {@code binary} is base64. What no route takes is answered by the gateway itself. */
    public void message(Connection connection, String body, boolean binary) {
        if (!open.containsKey(connection.id())) {
            return;
        }
        active(connection);
        var route = connection.api().routeOf(binary ? "" : body);
        if (route.isEmpty()) {
            refuse(connection, "Forbidden");
        } else if (!admits(connection.stage(), route.get())) {
            refuse(connection, "Too Many Requests");
        } else {
            var event = PushEvent.message(connection, route.get().key(), body, binary, ids, agenda.instant());
            if (statusOf(connection, route.get(), event) >= 500) {
                refuse(connection, "Internal server error");
            }
        }
    }

    /** A client has shown that it is there. */
    public void active(Connection connection) {
        connection.active(agenda.instant());
    }

    /** A connection is over, whoever ended it. */
    public void closed(Connection connection, int status, String reason) {
        if (open.remove(connection.id(), connection)) {
            connection
                    .api()
                    .route(PushApi.DISCONNECT)
                    .ifPresent(route -> agenda.soon(
                            "disconnect",
                            () -> statusOf(
                                    connection,
                                    route,
                                    PushEvent.disconnect(connection, status, reason, ids, agenda.instant()))));
        }
    }

    /** A connection breaks and nobody is told, as happens on AWS too; its client finds out when it sends. */
    public void lose(String connectionId) {
        open.remove(connectionId);
    }

    /** {@code @connections} of one stage, in the name of a caller. */
    public ApiGatewayManagementApiClient client(String apiId, String stage, Caller caller) {
        return new ConnectionsClient(this, apiId, stage, caller);
    }

    /** As {@link #client(String, String, Caller)}, of the API that a host name is for. */
    public Optional<ApiGatewayManagementApiClient> clientAt(String host, String stage, Caller caller) {
        return apis.reachedBy(host).map(api -> client(api.id(), stage, caller));
    }

    Optional<Connection> find(String apiId, String stage, String connectionId) {
        return Optional.ofNullable(open.get(connectionId))
                .filter(connection -> connection.api().id().equals(apiId))
                .filter(connection -> connection.stage().name().equals(stage));
    }

    void send(Connection connection, String text) {
        active(connection);
        connection.peer().text(text);
    }

    /** Ends a connection from this side. */
    void end(Connection connection, String reason) {
        if (open.containsKey(connection.id())) {
            connection.peer().close(GOING_AWAY, reason);
            closed(connection, GOING_AWAY, reason);
        }
    }

    private void watch(Connection connection) {
        var due = connection.lastActive().plus(IDLE);
        agenda.at(due, "idle connection", () -> {
            if (connection.lastActive().plus(IDLE).isAfter(agenda.instant())) {
                if (open.containsKey(connection.id())) {
                    watch(connection);
                }
            } else {
                end(connection, "Going away");
            }
        });
    }

    private static boolean admits(Stage stage, PushRoute route) {
        return stage.admits(route.key());
    }

    private void refuse(Connection connection, String message) {
        ObjectNode text = Json.object()
                .put("message", message)
                .put("connectionId", connection.id())
                .put("requestId", RequestId.of(ids));
        send(connection, text.toString());
    }

    /** What the route's function said; a function that fails is the gateway's error. */
    private int statusOf(Connection connection, PushRoute route, ObjectNode event) {
        try {
            var caller = callers.service(PRINCIPAL, PushApi.routeArn(connection.api(), connection.stage(), route));
            var answer = functions.invoke(caller, route.integration().functionArn(), event.toString());
            return answer.functionError().isPresent()
                    ? 502
                    : Json.parse(answer.payload())
                            .map(said -> said.path("statusCode").asInt(502))
                            .orElse(502);
        } catch (AwsServiceException e) {
            failures.accept(e);
            return 500;
        }
    }
}
