package com.lifeverse.trigger.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.HttpFunction;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.platform.lambda.HttpResponse;
import com.lifeverse.platform.lambda.Log;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.lambda.StaffCaller;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.lint.aws.Shipped;
import com.lifeverse.trigger.publish.Changes;
import com.lifeverse.trigger.publish.Publication.Staff;
import com.lifeverse.trigger.publish.Publishing;
import com.lifeverse.trigger.publish.Publishing.Outcome;
import com.lifeverse.trigger.publish.aws.Documents;
import com.lifeverse.trigger.publish.aws.DynamoPublications;
import com.lifeverse.trigger.publish.aws.Relint;
import com.lifeverse.trigger.publish.aws.Submission;
import com.lifeverse.trigger.schedule.SchedulePolicy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What staff put in force. Authors plan, which changes nothing; approvers publish; operators roll back. What has findings is never
 * published. A publication is one write, and reaches every engine within {@link TriggerPolicy#look}.
 */
public final class TriggerPublicationFunction extends HttpFunction {
    private static final int BODY_LIMIT = 4 * 1024 * 1024;
    private static final int LATEST = 50;
    private static final List<String> PLANNERS = List.of("author", "approver", "operator");
    private static final List<String> PUBLISHERS = List.of("approver");

    private final LambdaRuntime runtime;
    private final TriggerPolicy policy;
    private final SchedulePolicy schedulePolicy;
    private final DynamoPublications publications;
    private final Publishing publishing;

    public TriggerPublicationFunction() {
        this(LambdaRuntime.onAws());
    }

    public TriggerPublicationFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "TRIGGERS_TABLE");
        this.runtime = runtime;
        this.policy = settings.policy(TriggerPolicy.class);
        this.schedulePolicy = settings.policy(SchedulePolicy.class);
        this.publications = new DynamoPublications(runtime.aws().dynamoDb(), settings.text("TRIGGERS_TABLE"));
        this.publishing = new Publishing(publications, Documents.names(policy));
    }

    @Override
    protected HttpResponse answer(HttpRequest request, Context context) {
        return switch (request.routeKey()) {
            case "POST /v1/trigger-plans" -> plan(request);
            case "GET /v1/trigger-publications" -> latest(request);
            case "POST /v1/trigger-publications" -> publish(request, context);
            case "POST /v1/trigger-rollbacks" -> rollBack(request, context);
            default -> throw new Refused(Problem.ROUTE_NOT_FOUND, "No operation for " + request.routeKey() + ".");
        };
    }

    private HttpResponse plan(HttpRequest request) {
        StaffCaller.with(request, PLANNERS);
        var read = submission(PublicationRequest.plan(request.body(BODY_LIMIT)));
        var submission =
                read.found(publishing.misnamed(read.draft(), runtime.clock().instant()));
        var now = publishing.inForce();
        var changes = Changes.between(now.draft(), submission.draft());
        return HttpResponse.json(200, PublicationAnswers.plan(now, submission, changes));
    }

    private HttpResponse latest(HttpRequest request) {
        StaffCaller.any(request);
        return HttpResponse.json(
                200, PublicationAnswers.latest(publishing.inForce().publication(), publications.latest(LATEST)));
    }

    private HttpResponse publish(HttpRequest request, Context context) {
        var staff = StaffCaller.with(request, PUBLISHERS);
        var asked = PublicationRequest.publication(request.body(BODY_LIMIT));
        var submission = submission(asked);
        PublicationRequest.sound(submission.findings());
        var by = new Staff(staff.name(), asked.note());
        var outcome = publishing.publish(
                submission.draft(), asked.base(), by, runtime.clock().instant());
        if (outcome instanceof Outcome.Misnamed(var findings)) {
            PublicationRequest.sound(submission.found(findings).findings());
        }
        return answer(outcome, context);
    }

    private HttpResponse rollBack(HttpRequest request, Context context) {
        var staff = StaffCaller.operator(request);
        var asked = PublicationRequest.rollback(request.body(BODY_LIMIT));
        var by = new Staff(staff.name(), asked.note());
        var now = runtime.clock().instant();
        publishing.draft(asked.publication()).ifPresent(draft -> {
            var inForce = publishing.inForce().draft();
            var findings = new Relint(Shipped.surroundings(), policy, schedulePolicy).findings(draft, inForce, now);
            if (!findings.isEmpty()) {
                throw new Refused(
                        Problem.INVALID_REQUEST, "The code of now does not take these any more.", ofRollback(findings));
            }
        });
        return answer(publishing.rollBack(asked.publication(), asked.base(), by, now), context);
    }

    private Submission submission(PublicationRequest asked) {
        var inForce = publishing.inForce().draft();
        var submission = Submission.read(asked.triggers(), Shipped.surroundings(), policy);
        return asked.schedules()
                .map(schedules -> submission.with(
                        schedules,
                        Shipped.surroundings(),
                        schedulePolicy,
                        inForce,
                        runtime.clock().instant()))
                .orElseGet(() -> submission.withSchedulesOf(inForce));
    }

    private static HttpResponse answer(Outcome outcome, Context context) {
        return switch (outcome) {
            case Outcome.Published(var publication, var changes) -> {
                Log.info(
                        context,
                        "triggers-published",
                        Json.object()
                                .put("staff", publication.by())
                                .put("publication", publication.number())
                                .put("revision", publication.revision()));
                yield HttpResponse.json(200, PublicationAnswers.published(publication, changes));
            }
            case Outcome.Unchanged(var publication) ->
                HttpResponse.json(
                        200, PublicationAnswers.published(publication, new Changes(List.of(), List.of(), List.of())));
            case Outcome.Overtaken(var current) ->
                throw new Refused(
                        Problem.TRIGGERS_OVERTAKEN,
                        "%s is in force, put there by %s; plan again.".formatted(current.revision(), current.by()));
            case Outcome.Misnamed(var findings) ->
                throw new Refused(
                        Problem.INVALID_REQUEST, "These triggers cannot be in force again.", ofRollback(findings));
            case Outcome.Unknown(var number) ->
                throw new Refused(Problem.PUBLICATION_NOT_FOUND, "There is no publication %d.".formatted(number));
        };
    }

    private static List<Violation> ofRollback(Map<String, List<Violation>> findings) {
        return new TreeMap<>(findings)
                .entrySet().stream()
                        .flatMap(found -> found.getValue().stream()
                                .map(violation -> new Violation(
                                        "/publication",
                                        "has the trigger %s, whose %s %s"
                                                .formatted(found.getKey(), violation.pointer(), violation.message()))))
                        .toList();
    }
}
