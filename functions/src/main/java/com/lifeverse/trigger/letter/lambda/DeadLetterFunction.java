package com.lifeverse.trigger.letter.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.HttpFunction;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.platform.lambda.HttpResponse;
import com.lifeverse.platform.lambda.Log;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.lambda.StaffCaller;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.trigger.letter.DeadLetter;
import com.lifeverse.trigger.letter.DeadLetter.Staff;
import com.lifeverse.trigger.letter.DeadLetters;
import com.lifeverse.trigger.letter.LetterDesk;
import com.lifeverse.trigger.letter.LetterDesk.Outcome;
import com.lifeverse.trigger.letter.aws.Differences;
import com.lifeverse.trigger.letter.aws.DynamoDeadLetters;
import com.lifeverse.trigger.letter.aws.LetterForms;
import com.lifeverse.trigger.publish.aws.CurrentCatalogue;
import com.lifeverse.trigger.publish.aws.DynamoPublications;
import com.lifeverse.trigger.run.aws.StepFunctionsRuns;
import com.lifeverse.trigger.spec.aws.TriggerFile;
import java.time.Duration;

/**
 * Dead letters for staff: viewers list and read them, operators correct their inputs and have them handed back by the workflow
 * {@code dead-letter-redrive}, what was corrected by another person. Who did what stays with the letter.
 */
public final class DeadLetterFunction extends HttpFunction {
    private static final int LONGEST_BODY = 300 * 1024;
    private static final int LONGEST_LIST = 4 * 1024;
    private static final String REDRIVE = "dead-letter-redrive";

    private final LambdaRuntime runtime;
    private final DeadLetters letters;
    private final LetterDesk desk;
    private final StepFunctionsRuns runs;
    private final CurrentCatalogue current;
    private final LetterForms forms = new LetterForms();

    public DeadLetterFunction() {
        this(LambdaRuntime.onAws());
    }

    public DeadLetterFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "TRIGGERS_TABLE", "WORKFLOWS_BEFORE");
        this.runtime = runtime;
        this.letters = new DynamoDeadLetters(runtime.aws().dynamoDb(), settings.text("TRIGGERS_TABLE"));
        this.desk = new LetterDesk(letters);
        var publications = new DynamoPublications(runtime.aws().dynamoDb(), settings.text("TRIGGERS_TABLE"));
        this.current = new CurrentCatalogue(publications, Duration.ZERO);
        this.runs = new StepFunctionsRuns(runtime.aws().stepFunctions(), settings.text("WORKFLOWS_BEFORE"));
    }

    @Override
    protected HttpResponse answer(HttpRequest request, Context context) {
        return switch (request.routeKey()) {
            case "GET /v1/dead-letters" -> list(request);
            case "GET /v1/dead-letters/{letterId}" -> read(request);
            case "PUT /v1/dead-letters/{letterId}" -> edit(request, context);
            case "POST /v1/dead-letter-redrives" -> redrive(request, context);
            default -> throw new Refused(Problem.ROUTE_NOT_FOUND, "No operation for " + request.routeKey() + ".");
        };
    }

    private HttpResponse list(HttpRequest request) {
        StaffCaller.any(request);
        var page = DeadLetterRequests.Page.read(request);
        return HttpResponse.json(200, DeadLetterAnswers.list(letters.page(page.behind(), page.limit()), page.limit()));
    }

    private HttpResponse read(HttpRequest request) {
        StaffCaller.any(request);
        return HttpResponse.json(200, DeadLetterAnswers.whole(found(request.pathParameter("letterId"))));
    }

    private HttpResponse edit(HttpRequest request, Context context) {
        var staff = StaffCaller.operator(request);
        var edit = DeadLetterRequests.Edit.read(request.body(LONGEST_BODY));
        var id = request.pathParameter("letterId");
        var before = found(id);
        edit.sound(forms.faults(
                before,
                edit.json(),
                name -> current.fresh(runtime.clock().instant()).find(name).map(TriggerFile::versions)));
        var by = new Staff(staff.name(), edit.note());
        var places = Differences.between(before.input(), edit.input());
        var outcome = desk.edit(
                id, edit.version(), edit.input(), places, by, runtime.clock().instant());
        return switch (outcome) {
            case Outcome.Done(var letter) -> {
                log(context, "dead-letter-edited", letter.id(), staff);
                yield HttpResponse.json(200, DeadLetterAnswers.whole(letter));
            }
            case Outcome.Overtaken(var letter) ->
                throw new Refused(
                        Problem.DEAD_LETTER_CHANGED, "It is at version %d; read it again.".formatted(letter.version()));
            case Outcome.Unknown _, Outcome.AlreadyRedriven _, Outcome.OwnCorrection _, Outcome.Nowhere _ ->
                throw unknown(id);
        };
    }

    private HttpResponse redrive(HttpRequest request, Context context) {
        var staff = StaffCaller.operator(request);
        var asked = DeadLetterRequests.Redrive.read(request.body(LONGEST_LIST));
        var found = asked.letters().stream().map(this::found).toList();
        found.forEach(letter ->
                LetterDesk.refusal(letter, staff.name(), asked.seen(letter)).ifPresent(DeadLetterFunction::refuse));
        found.stream().filter(letter -> !forms.isReadable(letter)).findFirst().ifPresent(letter -> {
            throw new Refused(
                    Problem.DEAD_LETTER_NOT_REDRIVABLE,
                    "%s is no event as it stands; correct it, and have another person hand it back."
                            .formatted(letter.id()));
        });
        var answer = Json.object();
        var begun = answer.putArray("runs");
        for (var letter : found) {
            // Asked for twice, also by two at once, it begins once.
            var run = letter.attempt();
            runs.startOrResume(
                    REDRIVE,
                    run,
                    input(letter, staff, asked.note()).toString(),
                    runtime.ids().next().toString());
            log(context, "dead-letter-redrive", letter.id(), staff);
            begun.addObject()
                    .put("letterId", letter.id())
                    .put("workflow", REDRIVE)
                    .put("run", run);
        }
        return HttpResponse.json(202, answer);
    }

    private static ObjectNode input(DeadLetter letter, StaffCaller staff, String note) {
        return Json.object()
                .put("letterId", letter.id())
                .put("edits", letter.edits())
                .put("by", staff.name())
                .put("note", note);
    }

    private static void refuse(Outcome outcome) {
        throw switch (outcome) {
            case Outcome.AlreadyRedriven(var letter) ->
                new Refused(
                        Problem.DEAD_LETTER_NOT_REDRIVABLE,
                        "%s was handed back before; if it is to be done otherwise, correct it.".formatted(letter.id()));
            case Outcome.Nowhere(var letter) ->
                new Refused(
                        Problem.DEAD_LETTER_NOT_REDRIVABLE, "Nobody knows the workflow of %s.".formatted(letter.id()));
            case Outcome.OwnCorrection(var letter) ->
                new Refused(
                        Problem.SECOND_PERSON_REQUIRED,
                        "%s was corrected by %s; another person hands it back."
                                .formatted(
                                        letter.id(),
                                        String.join(", ", letter.corrections().by())));
            case Outcome.Overtaken(var letter) ->
                new Refused(
                        Problem.DEAD_LETTER_CHANGED,
                        "%s was corrected, by now %d times; read it again, and say with edits what you have seen."
                                .formatted(letter.id(), letter.edits()));
            case Outcome.Unknown(var id) -> unknown(id);
            case Outcome.Done(var letter) -> new IllegalStateException(letter.id() + " may be handed back");
        };
    }

    private DeadLetter found(String id) {
        return letters.find(id).orElseThrow(() -> unknown(id));
    }

    private static Refused unknown(String id) {
        return new Refused(
                Problem.DEAD_LETTER_NOT_FOUND, "There is no dead letter %s, or it is too old.".formatted(id));
    }

    private static void log(Context context, String what, String id, StaffCaller staff) {
        Log.info(context, what, Json.object().put("letter", id).put("staff", staff.name()));
    }
}
