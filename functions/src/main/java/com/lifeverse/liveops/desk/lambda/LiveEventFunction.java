package com.lifeverse.liveops.desk.lambda;

import com.lifeverse.liveops.desk.Definitions;
import com.lifeverse.liveops.desk.EventDesk;
import com.lifeverse.liveops.desk.ReviewDesk;
import com.lifeverse.liveops.desk.aws.DynamoDefinitions;
import com.lifeverse.liveops.desk.aws.StepFunctionsReviews;
import com.lifeverse.liveops.review.ReviewPolicy;
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
 * Live events for staff: {@code GET /v1/live-events}, {@code GET|PUT /v1/live-events/{event}}, its {@code review}, {@code approval} and
 * {@code rejection}, its {@code publication}, its {@code kill-switch} and its {@code log}. Authors save and ask for a review, approvers
 * answer about what others wrote, operators publish.
 */
public final class LiveEventFunction extends HttpFunction {
    private static final int LOG_LONGEST = 100;

    private final LambdaRuntime runtime;
    private final Definitions definitions;
    private final EventDesk desk;
    private final ReviewDesk reviews;

    public LiveEventFunction() {
        this(LambdaRuntime.onAws());
    }

    public LiveEventFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "LIVE_EVENTS_TABLE", "APPROVAL_WORKFLOW");
        var table = settings.text("LIVE_EVENTS_TABLE");
        this.runtime = runtime;
        this.definitions = new DynamoDefinitions(runtime.aws().dynamoDb(), table);
        this.desk = new EventDesk(definitions, runtime.ids()::next, PublicationTerms.of(settings));
        var runs = new StepFunctionsReviews(
                runtime.aws().stepFunctions(),
                settings.text("APPROVAL_WORKFLOW"),
                runtime.aws().dynamoDb(),
                table);
        this.reviews = new ReviewDesk(definitions, desk, runs, settings.policy(ReviewPolicy.class));
    }

    @Override
    protected HttpResponse answer(HttpRequest request) {
        var now = Instant.ofEpochMilli(runtime.clock().millis());
        return switch (request.routeKey()) {
            case "GET /v1/live-events" -> list(request, now);
            case "GET /v1/live-events/{event}" -> read(request, now);
            case "PUT /v1/live-events/{event}" -> save(request, now);
            case "PUT /v1/live-events/{event}/review" -> ask(request, now);
            case "DELETE /v1/live-events/{event}/review" -> recall(request, now);
            case "PUT /v1/live-events/{event}/approval" -> approve(request, now);
            case "PUT /v1/live-events/{event}/rejection" -> reject(request, now);
            case "PUT /v1/live-events/{event}/publication" -> publish(request, now);
            case "DELETE /v1/live-events/{event}/publication" -> withdraw(request, now);
            case "PUT /v1/live-events/{event}/kill-switch" -> kill(request, now);
            case "DELETE /v1/live-events/{event}/kill-switch" -> revive(request, now);
            case "DELETE /v1/live-events/{event}/ramp-hold" -> resume(request, now);
            case "GET /v1/live-events/{event}/log" -> log(request);
            default -> throw new Refused(Problem.ROUTE_NOT_FOUND, "No operation for " + request.routeKey() + ".");
        };
    }

    private HttpResponse list(HttpRequest request, Instant now) {
        StaffCaller.any(request);
        return LiveEventAnswers.list(definitions.all(), definitions.catalogue(), now);
    }

    private HttpResponse read(HttpRequest request, Instant now) {
        StaffCaller.any(request);
        var id = request.pathParameter("event");
        var known = definitions.find(id).orElseThrow(DeskRefusals::unknown);
        var last = definitions.revision(id, known.latest()).orElseThrow(DeskRefusals::unknown);
        var published = known.published()
                .filter(number -> number != known.latest())
                .flatMap(number -> definitions.revision(id, number));
        return LiveEventAnswers.one(known, last, published, now);
    }

    private HttpResponse save(HttpRequest request, Instant now) {
        var author = StaffCaller.with(request, List.of("author"));
        var draft = LiveEventRequests.draft(request, author.name(), now);
        var known = DeskRefusals.done(reviews.told(desk.save(LiveEventRequests.version(request), draft)));
        return LiveEventAnswers.saved(known, draft.event(), now);
    }

    private HttpResponse approve(HttpRequest request, Instant now) {
        var approver = StaffCaller.with(request, List.of("approver"));
        int revision = LiveEventRequests.revision(request);
        return brief(reviews.told(desk.approve(request.pathParameter("event"), revision, approver.name(), now)));
    }

    private HttpResponse ask(HttpRequest request, Instant now) {
        var author = StaffCaller.with(request, List.of("author"));
        var about = LiveEventRequests.about(request, "note", false);
        return brief(reviews.ask(request.pathParameter("event"), about.revision(), author.name(), about.words(), now));
    }

    private HttpResponse recall(HttpRequest request, Instant now) {
        var author = StaffCaller.with(request, List.of("author"));
        return brief(reviews.told(desk.recall(request.pathParameter("event"), author.name(), now)));
    }

    private HttpResponse reject(HttpRequest request, Instant now) {
        var approver = StaffCaller.with(request, List.of("approver"));
        var about = LiveEventRequests.about(request, "reason", true);
        return brief(reviews.told(
                desk.reject(request.pathParameter("event"), about.revision(), approver.name(), about.words(), now)));
    }

    private HttpResponse publish(HttpRequest request, Instant now) {
        var operator = StaffCaller.operator(request);
        var wanted = LiveEventRequests.publication(request);
        return brief(desk.publish(
                request.pathParameter("event"),
                wanted.revision(),
                wanted.batch(),
                LiveEventRequests.seen(request),
                operator.name(),
                now));
    }

    private HttpResponse withdraw(HttpRequest request, Instant now) {
        var operator = StaffCaller.operator(request);
        return brief(
                desk.withdraw(request.pathParameter("event"), LiveEventRequests.seen(request), operator.name(), now));
    }

    private HttpResponse kill(HttpRequest request, Instant now) {
        var operator = StaffCaller.operator(request);
        var regions = LiveEventRequests.regions(request);
        return brief(desk.kill(request.pathParameter("event"), regions, operator.name(), now));
    }

    private HttpResponse revive(HttpRequest request, Instant now) {
        var operator = StaffCaller.operator(request);
        return brief(desk.revive(request.pathParameter("event"), operator.name(), now));
    }

    private HttpResponse resume(HttpRequest request, Instant now) {
        var operator = StaffCaller.operator(request);
        return brief(desk.resume(request.pathParameter("event"), operator.name(), now));
    }

    private HttpResponse log(HttpRequest request) {
        StaffCaller.any(request);
        var before = LiveEventRequests.cursor(request);
        var page = definitions.log(request.pathParameter("event"), request.limit(LOG_LONGEST, LOG_LONGEST), before);
        if (page.entries().isEmpty() && before.isEmpty()) {
            throw DeskRefusals.unknown();
        }
        return LiveEventAnswers.log(page);
    }

    private static HttpResponse brief(EventDesk.Outcome outcome) {
        return LiveEventAnswers.brief(DeskRefusals.done(outcome));
    }
}
