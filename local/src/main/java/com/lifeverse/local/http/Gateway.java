package com.lifeverse.local.http;

import com.lifeverse.local.http.api.Access;
import com.lifeverse.local.http.api.Apis;
import com.lifeverse.local.http.api.Match;
import com.lifeverse.local.http.api.ProxyAnswer;
import com.lifeverse.local.http.api.ProxyEvent;
import com.lifeverse.local.http.auth.IamAuthorizer;
import com.lifeverse.local.http.auth.Verdict;
import com.lifeverse.local.http.message.Request;
import com.lifeverse.local.http.message.Response;
import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Callers;
import com.lifeverse.local.kernel.Functions;
import com.lifeverse.platform.runtime.IdSource;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * API Gateway for HTTP APIs. {@link #call} answers in process, {@link #listen} on a loopback port; both give the same
 * answers. A failure of any kind becomes an answer of the gateway's own, which never says what went wrong inside; that
 * goes to the failure sink.
 */
public final class Gateway {
    private static final int BODY_LIMIT = 10 * 1024 * 1024;
    private static final int HEAD_LIMIT = 10_240;
    private static final String PRINCIPAL = "apigateway.amazonaws.com";

    private final Agenda agenda;
    private final IdSource ids;
    private final Apis apis;
    private final Functions functions;
    private final Callers callers;
    private final IamAuthorizer iam;
    private final LocalPaths localPaths;
    private final Consumer<Throwable> failures;

    /**
     * A gateway to {@code functions}.
     *
     * @param apis what the template declares
     * @param localPaths what is answered below {@code /_local/}
     * @param failures is told why the gateway answered 500 or 503
     */
    public Gateway(
            Agenda agenda,
            IdSource ids,
            Apis apis,
            Functions functions,
            Callers callers,
            IamAuthorizer iam,
            LocalPaths localPaths,
            Consumer<Throwable> failures) {
        this.agenda = agenda;
        this.ids = ids;
        this.apis = apis;
        this.functions = functions;
        this.callers = callers;
        this.iam = iam;
        this.localPaths = localPaths;
        this.failures = failures;
    }

    /** Opens the gateway to this machine, and to no other, on {@code port}; 0 takes a free one. */
    public Listener listen(int port) {
        return Listener.open(this::call, port, BODY_LIMIT);
    }

    /** Answers a request. Never throws. */
    public Response call(Request request) {
        try {
            return request.path().startsWith(LocalPaths.PREFIX) ? localPaths.handle(request) : answer(request);
        } catch (RuntimeException e) {
            failures.accept(e);
            return Response.message(500, "Internal Server Error");
        }
    }

    private Response answer(Request request) {
        var requestId = requestId();
        return respond(request, requestId).with("apigw-requestid", requestId);
    }

    private Response respond(Request request, String requestId) {
        if (request.headSize() > HEAD_LIMIT) {
            return Response.message(431, "Request Header Fields Too Large");
        }
        if (request.body().size() > BODY_LIMIT) {
            return Response.message(413, "Request Entity Too Large");
        }
        var match = apis.reachedBy(request).flatMap(api -> api.match(request));
        if (match.isEmpty()) {
            return Response.message(404, "Not Found");
        }
        if (!match.get().stage().admits(match.get().route())) {
            return Response.message(429, "Too Many Requests");
        }
        return switch (authorize(match.get(), request)) {
            case Verdict.Refused(var response) -> response;
            case Verdict.Granted(var authorizer) ->
                integrate(
                        match.get(),
                        ProxyEvent.of(match.get(), request, requestId, traceId(), agenda.instant(), authorizer));
        };
    }

    private Verdict authorize(Match match, Request request) {
        return switch (match.route().access()) {
            case Access.Open() -> Verdict.open();
            case Access.Jwt(var authorizer, var scopes) -> authorizer.authorize(request, scopes);
            case Access.Iam() -> iam.authorize(request, match.requestArn(request.method()));
        };
    }

    private Response integrate(Match match, String event) {
        try {
            var answer = invoke(match, event);
            return answer.functionError().isPresent()
                    ? Response.message(500, "Internal Server Error")
                    : ProxyAnswer.parse(answer.payload())
                            .orElseGet(() -> Response.message(500, "Internal Server Error"));
        } catch (TimeoutException e) {
            return Response.message(503, "Service Unavailable");
        } catch (AwsServiceException e) {
            failures.accept(e);
            return e.statusCode() == 429
                    ? Response.message(503, "Service Unavailable")
                    : Response.message(500, "Internal Server Error");
        }
    }

    /** In virtual time nobody waits, so there the integration's time is never up. */
    private Functions.Answer invoke(Match match, String event) throws TimeoutException {
        var integration = match.route().integration();
        var caller = callers.service(PRINCIPAL, match.routeArn());
        if (agenda.isVirtual()) {
            return functions.invoke(caller, integration.functionArn(), event);
        }
        var answer = CompletableFuture.supplyAsync(
                () -> functions.invoke(caller, integration.functionArn(), event),
                task -> Thread.ofVirtual().name("integration").start(task));
        try {
            return answer.get(integration.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException thrown ? thrown : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a function ran", e);
        }
    }

    /** Sixteen characters, as AWS's are. */
    private String requestId() {
        var id = ids.next();
        var bytes = ByteBuffer.allocate(16)
                .putLong(id.getLeastSignificantBits())
                .putLong(id.getMostSignificantBits())
                .array();
        return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, 11));
    }

    private String traceId() {
        var id = ids.next();
        return "Root=1-%08x-%08x%016x"
                .formatted(
                        agenda.instant().getEpochSecond(),
                        (int) id.getMostSignificantBits(),
                        id.getLeastSignificantBits());
    }
}
