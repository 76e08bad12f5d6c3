package com.lifeverse.local.wire;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.lifeverse.local.http.Listener;
import com.lifeverse.local.http.auth.Signatures;
import com.lifeverse.local.http.auth.Signed;
import com.lifeverse.local.http.message.Body;
import com.lifeverse.local.http.message.Headers;
import com.lifeverse.local.http.message.Request;
import com.lifeverse.local.http.message.Response;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Callers;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.push.PushGateway;
import com.lifeverse.local.table.Tables;
import com.lifeverse.local.wire.json.Mismatch;
import com.lifeverse.local.wire.json.RequestReader;
import com.lifeverse.local.wire.json.ResponseWriter;
import com.lifeverse.platform.runtime.IdSource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DescribeEndpointsResponse;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * AWS's endpoint of the stack: DynamoDB, DynamoDB Streams, Step Functions, EventBridge and SQS in AWS's JSON protocols,
 * Scheduler, Lambda and API Gateway's {@code @connections} in its REST-JSON protocol, so that the AWS CLI and any SDK can be
 * pointed at it. Who signs with credentials that the stack issued acts as their role; who signs with any others
 * may do everything, for the port is open to this machine only.
 */
public final class AwsPort {
    private static final String CONTENT_TYPE = "application/x-amz-json-1.0";
    private static final List<String> CONTENT_TYPES =
            List.of(CONTENT_TYPE, "application/x-amz-json-1.1", "application/json");
    private static final String SERVICE = "dynamodb";

    private final Callers callers;
    private final Signatures signatures;
    private final IdSource ids;
    private final ConnectionsPort connections;
    private final Map<String, Operations> services;
    private final Map<String, JsonService> others;
    private final List<RestApi> rest;
    private final Consumer<Throwable> failures;

    /**
     * The port of {@code tables} and of the connections that {@code push} holds.
     *
     * @param others the services that speak for themselves, by what their requests' targets begin with
     * @param rest the services that go by method and path
     * @param callers gives the roles that sessions act as
     * @param failures is told why the port answered 500
     */
    public AwsPort(
            Tables tables,
            PushGateway push,
            Map<String, JsonService> others,
            List<RestApi> rest,
            Callers callers,
            Signatures signatures,
            IdSource ids,
            Consumer<Throwable> failures) {
        this.connections = new ConnectionsPort(push);
        this.others = Map.copyOf(others);
        this.rest = List.copyOf(rest);
        this.callers = callers;
        this.signatures = signatures;
        this.ids = ids;
        this.services = Map.of(
                "DynamoDB_20120810", Operations.of(DynamoDbClient.class, tables::client),
                "DynamoDBStreams_20120810", Operations.of(DynamoDbStreamsClient.class, tables::streamsClient));
        this.failures = failures;
    }

    /** Opens the port to this machine, and to no other, at {@code port}; 0 takes a free one. */
    public Listener listen(int port) {
        return Listener.open(this::call, port, Payload.LIMIT);
    }

    /** Answers a request. Never throws. */
    public Response call(Request request) {
        var response = respond(request);
        var checksum = new CRC32();
        checksum.update(response.body().bytes());
        return response.with("x-amzn-requestid", requestId()).with("x-amz-crc32", Long.toString(checksum.getValue()));
    }

    private Response respond(Request request) {
        var type = contentType(request);
        if (!Payload.isAddressedHere(request)) {
            return new Answer(
                            403,
                            ErrorTypes.document("AccessDeniedException", "This port answers to the loopback host only"))
                    .as(CONTENT_TYPE);
        }
        if (ConnectionsPort.takes(request)) {
            return toConnection(request);
        }
        for (var service : rest) {
            if (service.takes(request)) {
                return toRest(service, request);
            }
        }
        if (request.method().equals("GET")) {
            return text(200, "healthy: dynamodb.us-east-1.amazonaws.com ");
        }
        if (request.body().size() > Payload.LIMIT) {
            return text(413, "");
        }
        boolean isEmpty = request.body().size() == 0;
        if (!request.method().equals("POST") || (!isEmpty && !CONTENT_TYPES.contains(type))) {
            return text(404, "<UnknownOperationException/>\n");
        }
        return answer(request).as(type.startsWith("application/x-amz-json-") ? type : "application/json");
    }

    private Response toRest(RestApi service, Request request) {
        try {
            return service.respond(request, caller(request, service.signedFor()));
        } catch (WireFault e) {
            return service.refusal(e.isUnknown() ? 404 : 403, e.code(), String.valueOf(e.getMessage()));
        } catch (AwsServiceException e) {
            var details = e.awsErrorDetails();
            var code = details == null ? "InternalServerException" : String.valueOf(details.errorCode());
            int status = code.equals("AccessDeniedException") ? 403 : e.statusCode() == 0 ? 400 : e.statusCode();
            return service.refusal(status, code, details == null ? "" : String.valueOf(details.errorMessage()));
        } catch (RuntimeException e) {
            failures.accept(e);
            return service.refusal(500, "InternalServerException", "Internal server error");
        }
    }

    private Answer answer(Request request) {
        try {
            return new Answer(200, perform(request));
        } catch (JsonRefusal e) {
            return new Answer(e.status(), Body.of(e.document()), e.headers());
        } catch (Mismatch e) {
            return new Answer(
                    400,
                    WireFault.capital("SerializationException", e.getMessage()).document());
        } catch (WireFault e) {
            return new Answer(400, e.document());
        } catch (AwsServiceException e) {
            return new Answer(e.statusCode() == 0 ? 400 : e.statusCode(), ErrorTypes.document(e));
        } catch (UnsupportedOperationException e) {
            return new Answer(400, ErrorTypes.document("ValidationException", String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            failures.accept(e);
            return new Answer(500, ErrorTypes.document("InternalServerError", "Internal server error"));
        }
    }

    private Response toConnection(Request request) {
        try {
            return connections.respond(request, caller(request, ConnectionsPort.SERVICE));
        } catch (WireFault e) {
            return new Answer(403, e.document()).as(CONTENT_TYPE);
        } catch (RuntimeException e) {
            failures.accept(e);
            return new Answer(500, ErrorTypes.document("InternalServerError", "Internal server error"))
                    .as(CONTENT_TYPE);
        }
    }

    private static String unheld(String target) {
        return target.substring(target.indexOf('.') + 1) + " is not held locally";
    }

    /** In AWS's order: a body that is no JSON first, an empty one only when everything else is right. */
    private byte[] perform(Request request) {
        var content = Payload.of(request);
        var body = content.length == 0 ? null : RequestReader.parse(content);
        var target = request.headers().first("x-amz-target").orElse("");
        int dot = target.indexOf('.');
        var other = others.get(target.substring(0, Math.max(0, dot)));
        if (other != null) {
            var answer = other.call(
                    target.substring(dot + 1),
                    body == null ? MissingNode.getInstance() : body,
                    caller(request, other.signedFor()));
            return answer.map(Json::text)
                    .orElseThrow(() -> WireFault.of("UnknownOperationException", unheld(target)))
                    .getBytes(StandardCharsets.UTF_8);
        }
        var service = services.get(target.substring(0, Math.max(0, dot)));
        var operation =
                service == null ? null : service.find(target.substring(dot + 1)).orElse(null);
        if (service == null || operation == null) {
            throw WireFault.of("UnknownOperationException", "");
        }
        var caller = caller(request, SERVICE);
        if (body == null) {
            throw Mismatch.unreadable(null);
        }
        return ResponseWriter.write(reachable(service.call(operation, body, caller), request));
    }

    /** Who asks for endpoints may well go there: it is this port, by the name that it was found by, and not AWS. */
    private static SdkPojo reachable(SdkPojo answer, Request request) {
        if (answer instanceof DescribeEndpointsResponse described) {
            var here = request.headers().first("host").orElse("");
            return described.toBuilder()
                    .endpoints(described.endpoints().stream()
                            .map(endpoint -> endpoint.toBuilder().address(here).build())
                            .toList())
                    .build();
        }
        return answer;
    }

    private Caller caller(Request request, String signedFor) {
        return switch (signatures.signer(request, signedFor)) {
            case Signed.BySession(var session) -> callers.role(session.roleArn());
            case Signed.ByStranger() -> Caller.unrestricted();
            case Signed.Unsigned() ->
                throw WireFault.of("MissingAuthenticationTokenException", "Request is missing Authentication Token");
            case Signed.Incomplete(var message) -> throw WireFault.of("IncompleteSignatureException", message);
            case Signed.Expired() ->
                throw WireFault.of("ExpiredTokenException", "The security token included in the request is expired");
            case Signed.Invalid(var message) -> throw WireFault.of("InvalidSignatureException", message);
        };
    }

    private String requestId() {
        return ids.next().toString();
    }

    private static String contentType(Request request) {
        var type = request.headers().first("content-type").orElse("");
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip();
    }

    private static Response text(int status, String text) {
        return new Response(status, Headers.NONE, Body.of(text));
    }

    /** A JSON document with its status, and headers that only some have. */
    private record Answer(int status, Body document, Map<String, String> more) {
        Answer(int status, byte[] document) {
            this(status, Body.of(document), Map.of());
        }

        Response as(String contentType) {
            var response = new Response(status, Headers.of(Map.of("content-type", contentType)), document);
            for (var header : more.entrySet()) {
                response = response.with(header.getKey(), header.getValue());
            }
            return response;
        }
    }
}
