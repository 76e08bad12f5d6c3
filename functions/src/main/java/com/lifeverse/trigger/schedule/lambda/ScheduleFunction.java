package com.lifeverse.trigger.schedule.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.HttpFunction;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.platform.lambda.HttpResponse;
import com.lifeverse.platform.lambda.Log;
import com.lifeverse.platform.lambda.StaffCaller;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.trigger.schedule.ScheduleDesk;
import com.lifeverse.trigger.schedule.ScheduleKeeper.InForce;
import com.lifeverse.trigger.schedule.ScheduleState;
import com.lifeverse.trigger.schedule.ScheduleState.Pause;
import com.lifeverse.trigger.schedule.aws.ScheduleFile;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Schedules, for staff: how they stand, when they come next and what became of their runs, for everybody; a run now, past times
 * made up for, pauses, for operators. Which schedules there are is published together with the triggers.
 */
public final class ScheduleFunction extends HttpFunction {
    private static final int PAGE = 50;
    private static final int MOST_RUNS = 100;

    private final InstantSource clock;
    private final ScheduleWiring wiring;
    private final ScheduleDesk desk;

    public ScheduleFunction() {
        this(LambdaRuntime.onAws());
    }

    public ScheduleFunction(LambdaRuntime runtime) {
        this.clock = runtime.clock();
        this.wiring = ScheduleWiring.of(runtime);
        this.desk = new ScheduleDesk(wiring.keeper());
    }

    @Override
    protected HttpResponse answer(HttpRequest request, Context context) {
        var now = clock.instant();
        return switch (request.routeKey()) {
            case "GET /v1/schedules" -> all(request, now);
            case "GET /v1/schedules/{schedule}" -> one(request, now);
            case "GET /v1/schedules/{schedule}/upcoming" -> upcoming(request, now);
            case "GET /v1/schedules/{schedule}/runs" -> runs(request);
            case "POST /v1/schedules/{schedule}/runs" -> run(request, context, now);
            case "POST /v1/schedules/{schedule}/backfills" -> backfill(request, context, now);
            case "PUT /v1/schedules/{schedule}/pause" -> pause(request, context, now);
            case "DELETE /v1/schedules/{schedule}/pause" -> resume(request, context, now);
            default -> throw new Refused(Problem.ROUTE_NOT_FOUND, "No operation for " + request.routeKey() + ".");
        };
    }

    private HttpResponse all(HttpRequest request, Instant now) {
        StaffCaller.any(request);
        Map<String, ScheduleState> states = new HashMap<>();
        wiring.ledger().states().forEach(state -> states.put(state.schedule(), state));
        var json = Json.object();
        var schedules = json.putArray("schedules");
        wiring.published()
                .catalogue()
                .files()
                .forEach(file -> schedules.add(document(
                        file, Optional.ofNullable(states.get(file.schedule().id())), now)));
        return HttpResponse.json(200, json);
    }

    private HttpResponse one(HttpRequest request, Instant now) {
        StaffCaller.any(request);
        var file = file(request);
        return standing(file, wiring.ledger().state(file.schedule().id()), now);
    }

    private HttpResponse upcoming(HttpRequest request, Instant now) {
        StaffCaller.any(request);
        int most = wiring.policy().upcoming();
        int limit = request.limit(Math.min(PAGE, most), most);
        var file = file(request);
        var state = wiring.ledger().state(file.schedule().id());
        return HttpResponse.json(200, ScheduleAnswers.upcoming(file.schedule(), state, next(file, state, now, limit)));
    }

    private HttpResponse runs(HttpRequest request) {
        StaffCaller.any(request);
        var page = wiring.ledger()
                .runs(
                        request.pathParameter("schedule"),
                        request.limit(PAGE, MOST_RUNS),
                        ScheduleRequests.cursor(request));
        if (page.entries().isEmpty()) {
            // A schedule that is not in force any more still has its runs.
            file(request);
        }
        return HttpResponse.json(200, ScheduleAnswers.runs(page));
    }

    private HttpResponse run(HttpRequest request, Context context, Instant now) {
        var staff = StaffCaller.operator(request);
        var key = ScheduleRequests.key(request);
        var inForce = inForce(request, now);
        var asked = ScheduleRequests.run(request);
        var overlap = asked.orElse(inForce.schedule().overlap());
        var entry = desk.runNow(inForce, key, overlap, staff.name(), now);
        if (!entry.run().by().equals(staff.name())
                || asked.filter(how -> how != entry.run().overlap()).isPresent()) {
            throw new Refused(
                    Problem.IDEMPOTENCY_KEY_REUSED, "The run of that key is another; take a new key for a new run.");
        }
        log(context, "schedule-run", staff, inForce);
        return HttpResponse.json(200, ScheduleAnswers.run(entry));
    }

    private HttpResponse backfill(HttpRequest request, Context context, Instant now) {
        var staff = StaffCaller.operator(request);
        var inForce = inForce(request, now);
        var backfill = ScheduleRequests.backfill(request, inForce.schedule(), wiring.policy(), staff.name(), now);
        var state = desk.backfill(inForce, backfill, now);
        log(context, "schedule-backfilled", staff, inForce);
        return standing(file(request), Optional.of(state), now);
    }

    private HttpResponse pause(HttpRequest request, Context context, Instant now) {
        var staff = StaffCaller.operator(request);
        var inForce = inForce(request, now);
        var pause = new Pause(now, staff.name(), ScheduleRequests.note(request));
        var state = desk.pause(inForce, pause, now);
        log(context, "schedule-paused", staff, inForce);
        return standing(file(request), Optional.of(state), now);
    }

    private HttpResponse resume(HttpRequest request, Context context, Instant now) {
        var staff = StaffCaller.operator(request);
        var inForce = inForce(request, now);
        var state = desk.resume(inForce, now);
        log(context, "schedule-resumed", staff, inForce);
        return standing(file(request), Optional.of(state), now);
    }

    private ScheduleFile file(HttpRequest request) {
        return wiring.published()
                .catalogue()
                .find(request.pathParameter("schedule"))
                .orElseThrow(() -> new Refused(Problem.SCHEDULE_NOT_FOUND, "GET /v1/schedules lists them."));
    }

    private InForce inForce(HttpRequest request, Instant now) {
        var file = file(request);
        return wiring.published()
                .inForce(file, wiring.ledger().state(file.schedule().id()), now);
    }

    private HttpResponse standing(ScheduleFile file, Optional<ScheduleState> state, Instant now) {
        return HttpResponse.json(200, document(file, state, now));
    }

    private ObjectNode document(ScheduleFile file, Optional<ScheduleState> state, Instant now) {
        return ScheduleAnswers.standing(
                file, state, next(file, state, now, 1).stream().findFirst());
    }

    private List<Instant> next(ScheduleFile file, Optional<ScheduleState> state, Instant now, int most) {
        return wiring.keeper().upcoming(wiring.published().inForce(file, state, now), state, now, most);
    }

    private static void log(Context context, String what, StaffCaller staff, InForce inForce) {
        Log.info(
                context,
                what,
                Json.object()
                        .put("staff", staff.name())
                        .put("schedule", inForce.schedule().id()));
    }
}
