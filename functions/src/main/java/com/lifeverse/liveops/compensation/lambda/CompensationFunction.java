package com.lifeverse.liveops.compensation.lambda;

import com.lifeverse.liveops.compensation.CompensationDesk;
import com.lifeverse.liveops.compensation.CompensationPolicy;
import com.lifeverse.liveops.compensation.Compensations;
import com.lifeverse.liveops.compensation.aws.DynamoCompensations;
import com.lifeverse.liveops.compensation.aws.StoredLines;
import com.lifeverse.liveops.event.aws.Vocabulary;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.lambda.HttpFunction;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.platform.lambda.HttpResponse;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.lambda.StaffCaller;
import com.lifeverse.platform.runtime.LambdaRuntime;
import java.time.Instant;
import java.util.List;

/**
 * Compensations for staff: {@code GET|POST /v1/compensations}, {@code GET /v1/compensations/{compensation}}, its {@code approval}, {@code rejection}
 * and {@code recall}. Authors hand in and take back, approvers decide about what others have handed in. A read and a write of some KB, and
 * for a plan that is new an object besides.
 */
public final class CompensationFunction extends HttpFunction {
    private static final int MOST = 50;

    private final LambdaRuntime runtime;
    private final CompensationPolicy policy;
    private final Compensations ledger;
    private final CompensationDesk desk;

    public CompensationFunction() {
        this(LambdaRuntime.onAws());
    }

    public CompensationFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "COMPENSATIONS_TABLE", "COMPENSATION_BUCKET");
        this.runtime = runtime;
        this.policy = settings.policy(CompensationPolicy.class);
        this.ledger = new DynamoCompensations(runtime.aws().dynamoDb(), settings.text("COMPENSATIONS_TABLE"));
        var lines = new StoredLines(runtime.aws().s3(), settings.text("COMPENSATION_BUCKET"));
        this.desk = new CompensationDesk(ledger, lines, policy, runtime.ids()::next);
    }

    @Override
    protected HttpResponse answer(HttpRequest request) {
        var now = Instant.ofEpochMilli(runtime.clock().millis());
        return switch (request.routeKey()) {
            case "GET /v1/compensations" -> list(request, now);
            case "POST /v1/compensations" -> submit(request, now);
            case "GET /v1/compensations/{compensation}" -> read(request, now);
            case "PUT /v1/compensations/{compensation}/approval" -> approve(request, now);
            case "PUT /v1/compensations/{compensation}/rejection" -> reject(request, now);
            case "PUT /v1/compensations/{compensation}/recall" -> recall(request, now);
            default -> throw new Refused(Problem.ROUTE_NOT_FOUND, "No operation for " + request.routeKey() + ".");
        };
    }

    private HttpResponse list(HttpRequest request, Instant now) {
        StaffCaller.any(request);
        return CompensationAnswers.list(ledger.latest(MOST), now);
    }

    private HttpResponse submit(HttpRequest request, Instant now) {
        var author = StaffCaller.with(request, List.of("author"));
        var plan = CompensationRequests.plan(request, policy, Vocabulary.items());
        return CompensationAnswers.done(desk.submit(plan, author.name(), now), 201, now);
    }

    private HttpResponse read(HttpRequest request, Instant now) {
        StaffCaller.any(request);
        var compensation = ledger.find(id(request)).orElseThrow(CompensationAnswers::unknown);
        return switch (compensation.state(now)) {
            case APPROVED -> CompensationAnswers.one(compensation, ledger.parts(compensation.id()), now);
            case SUBMITTED, REJECTED, RECALLED, LAPSED, MADE -> CompensationAnswers.one(compensation, List.of(), now);
        };
    }

    private HttpResponse approve(HttpRequest request, Instant now) {
        var approver = StaffCaller.with(request, List.of("approver"));
        var digest = CompensationRequests.digest(request);
        return CompensationAnswers.done(desk.approve(id(request), digest, approver.name(), now), 200, now);
    }

    private HttpResponse reject(HttpRequest request, Instant now) {
        var approver = StaffCaller.with(request, List.of("approver"));
        var about = CompensationRequests.about(request);
        return CompensationAnswers.done(
                desk.reject(id(request), about.digest(), approver.name(), now, about.reason()), 200, now);
    }

    private HttpResponse recall(HttpRequest request, Instant now) {
        var author = StaffCaller.with(request, List.of("author"));
        return CompensationAnswers.done(desk.recall(id(request), author.name(), now), 200, now);
    }

    private static String id(HttpRequest request) {
        return request.pathParameter("compensation");
    }
}
