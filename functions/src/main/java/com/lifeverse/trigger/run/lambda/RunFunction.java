package com.lifeverse.trigger.run.lambda;

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
import com.lifeverse.trigger.ask.Question.Answer;
import com.lifeverse.trigger.ask.QuestionDesk;
import com.lifeverse.trigger.ask.QuestionDesk.Outcome;
import com.lifeverse.trigger.ask.Questions;
import com.lifeverse.trigger.ask.aws.DynamoQuestions;
import com.lifeverse.trigger.ask.lambda.QuestionFunction;
import com.lifeverse.trigger.run.aws.StepFunctionsRuns;
import com.lifeverse.trigger.run.aws.TaskTokens;
import com.lifeverse.trigger.run.aws.WorkflowFiles;
import com.lifeverse.trigger.turn.TurnDesk;
import com.lifeverse.trigger.turn.aws.DynamoTurns;
import java.util.List;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * Runs of workflows for staff: viewers list them and read one with its newest steps and with what caused it; operators start, stop and
 * redrive runs of those workflows that say so, and answer what runs ask.
 */
public final class RunFunction extends HttpFunction {
    private static final int LONGEST_BODY = 64 * 1024;

    private final LambdaRuntime runtime;
    private final StepFunctionsRuns runs;
    private final Questions questions;
    private final TaskTokens tokens;
    private final RunTurns turns;
    private final WorkflowFiles workflows = new WorkflowFiles();

    public RunFunction() {
        this(LambdaRuntime.onAws());
    }

    public RunFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "WORKFLOWS_BEFORE", "TRIGGERS_TABLE");
        this.runtime = runtime;
        this.runs = new StepFunctionsRuns(runtime.aws().stepFunctions(), settings.text("WORKFLOWS_BEFORE"));
        this.questions = new DynamoQuestions(runtime.aws().dynamoDb(), settings.text("TRIGGERS_TABLE"));
        this.tokens = new TaskTokens(runtime.aws().stepFunctions());
        var turnStore = new DynamoTurns(runtime.aws().dynamoDb(), settings.text("TRIGGERS_TABLE"));
        this.turns = new RunTurns(runs, new TurnDesk(turnStore), tokens);
    }

    @Override
    protected HttpResponse answer(HttpRequest request, Context context) {
        return switch (request.routeKey()) {
            case "GET /v1/workflows/{workflow}/runs" -> list(request);
            case "POST /v1/workflows/{workflow}/runs" -> start(request, context);
            case "GET /v1/workflows/{workflow}/runs/{run}" -> read(request);
            case "POST /v1/workflows/{workflow}/runs/{run}/stops" -> stop(request, context);
            case "POST /v1/workflows/{workflow}/runs/{run}/redrives" -> redrive(request, context);
            case "POST /v1/workflows/{workflow}/runs/{run}/answers" -> reply(request, context);
            default -> throw new Refused(Problem.ROUTE_NOT_FOUND, "No operation for " + request.routeKey() + ".");
        };
    }

    private HttpResponse list(HttpRequest request) {
        StaffCaller.any(request);
        var page = RunRequests.Page.read(request);
        var name = workflow(request).name();
        return HttpResponse.json(200, RunAnswers.list(runs.list(name, page.status(), page.limit(), page.cursor())));
    }

    private HttpResponse read(HttpRequest request) {
        StaffCaller.any(request);
        var name = workflow(request).name();
        var run = runs.find(name, run(request));
        var answer = RunAnswers.whole(run, runs.history(name, run(request)));
        if (run.status() == ExecutionStatus.RUNNING) {
            questions.find(name, run(request)).ifPresent(question -> RunAnswers.asks(answer, question));
        }
        return HttpResponse.json(200, answer);
    }

    private HttpResponse start(HttpRequest request, Context context) {
        var staff = StaffCaller.operator(request);
        var workflow = allowing("start", request);
        var asked = RunRequests.Start.read(request.body(LONGEST_BODY), workflow);
        var run = asked.run().orElseGet(() -> "run_" + runtime.ids().next());
        runs.start(workflow.name(), run, asked.input());
        return done(context, "run-started", workflow, run, staff, "");
    }

    private HttpResponse stop(HttpRequest request, Context context) {
        var staff = StaffCaller.operator(request);
        var workflow = allowing("stop", request);
        var note = RunRequests.note(request.body(LONGEST_BODY));
        turns.stop(
                workflow.name(),
                run(request),
                runtime.ids().next().toString(),
                runtime.clock().instant(),
                () -> runs.stop(workflow.name(), run(request), staff.name(), note));
        return done(context, "run-stopped", workflow, run(request), staff, note);
    }

    private HttpResponse redrive(HttpRequest request, Context context) {
        var staff = StaffCaller.operator(request);
        var workflow = allowing("redrive", request);
        var note = RunRequests.note(request.body(LONGEST_BODY));
        var move = runtime.ids().next().toString();
        turns.redrive(
                workflow.name(),
                run(request),
                move,
                runtime.clock().instant(),
                () -> runs.redrive(workflow.name(), run(request), move));
        return done(context, "run-redriven", workflow, run(request), staff, note);
    }

    /** Written before the run is told: where that is lost, it is told by whoever says it again, or hears it when it asks again. */
    private HttpResponse reply(HttpRequest request, Context context) {
        var staff = StaffCaller.operator(request);
        var workflow = allowing("answer", request);
        var said = RunRequests.Said.read(request.body(LONGEST_BODY));
        var answer = new Answer(
                said.answer(), staff.name(), said.note(), runtime.clock().instant());
        return switch (new QuestionDesk(questions).answer(workflow.name(), run(request), answer)) {
            case Outcome.Given(var question, var given) -> {
                tokens.tell(question.token(), QuestionFunction.json(given));
                yield done(context, "run-answered", workflow, run(request), staff, said.note());
            }
            case Outcome.Otherwise(var before) ->
                throw new Refused(
                        Problem.RUN_MOVE_NOT_POSSIBLE,
                        "%s has answered %s before.".formatted(before.by(), before.answer()));
            case Outcome.NotOffered(var question) ->
                throw new Refused(
                        Problem.INVALID_REQUEST,
                        "See the violations: each names a place in the body.",
                        List.of(new Violation("/answer", "must be one of " + String.join(", ", question.answers()))));
            case Outcome.NotAsked() -> throw new Refused(Problem.RUN_NOT_FOUND, "No such run asks anything.");
        };
    }

    private WorkflowFiles.About workflow(HttpRequest request) {
        var name = request.pathParameter("workflow");
        return workflows
                .find(name)
                .orElseThrow(() -> new Refused(Problem.WORKFLOW_NOT_FOUND, "There is no workflow %s.".formatted(name)));
    }

    private WorkflowFiles.About allowing(String action, HttpRequest request) {
        var workflow = workflow(request);
        if (!workflow.operators().contains(action)) {
            throw new Refused(
                    Problem.RUN_MOVE_NOT_POSSIBLE,
                    "The workflow.yaml of %s does not say that operators may %s runs."
                            .formatted(workflow.name(), action));
        }
        return workflow;
    }

    private static String run(HttpRequest request) {
        return request.pathParameter("run");
    }

    private static HttpResponse done(
            Context context, String what, WorkflowFiles.About workflow, String run, StaffCaller staff, String note) {
        Log.info(
                context,
                what,
                Json.object()
                        .put("workflow", workflow.name())
                        .put("run", run)
                        .put("staff", staff.name())
                        .put("note", note));
        return HttpResponse.json(
                202, Json.object().put("workflow", workflow.name()).put("run", run));
    }
}
