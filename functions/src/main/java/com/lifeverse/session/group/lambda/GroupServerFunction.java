package com.lifeverse.session.group.lambda;

import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.lambda.HttpFunction;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.platform.lambda.HttpResponse;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.LeaderPolicy;
import com.lifeverse.session.group.command.Actor;
import com.lifeverse.session.group.command.GroupCommand;
import com.lifeverse.session.group.desk.GroupOutcome;
import java.time.Instant;
import java.util.Optional;

/** What game servers do with the groups that servers lead, such as matches: make, read, change and end them, and put players out. */
public final class GroupServerFunction extends HttpFunction {
    private final LambdaRuntime runtime;
    private final GroupWiring groups;

    public GroupServerFunction() {
        this(LambdaRuntime.onAws());
    }

    public GroupServerFunction(LambdaRuntime runtime) {
        this.runtime = runtime;
        this.groups = GroupWiring.of(runtime);
    }

    @Override
    protected HttpResponse answer(HttpRequest request) {
        var by = server(request);
        return switch (request.routeKey()) {
            case "POST /v1/server-groups" -> open(request, by);
            case "GET /v1/server-groups/{gid}" -> GroupAnswers.group(200, led(request), by.id());
            case "PATCH /v1/server-groups/{gid}" -> {
                var patch = GroupRequests.patch(request);
                yield ask(request, Optional.of(GroupRequests.expected(request)), by, new GroupCommand.Set(by, patch));
            }
            case "DELETE /v1/server-groups/{gid}" -> ask(request, Optional.empty(), by, new GroupCommand.End(by));
            case "GET /v1/server-groups/{gid}/members" -> roll(request);
            case "DELETE /v1/server-groups/{gid}/members/{pid}" ->
                ask(request, Optional.empty(), by, new GroupCommand.Remove(by, request.pathParameter("pid")));
            default -> throw new Refused(Problem.ROUTE_NOT_FOUND, "No operation for " + request.routeKey() + ".");
        };
    }

    private HttpResponse open(HttpRequest request, Actor by) {
        var plan = GroupRequests.plan(request);
        var outcome = groups.opening().open(plan, by, Optional.empty(), runtime.ids()::next, now());
        return GroupAnswers.opened(outcome, by.id());
    }

    private HttpResponse roll(HttpRequest request) {
        int from = GroupRequests.rollFrom(request);
        var group = led(request).id();
        return GroupAnswers.roll(groups.desk().roll(group, from, now()).orElseThrow(Refusals::notFound));
    }

    private HttpResponse ask(HttpRequest request, Optional<Long> seen, Actor by, GroupCommand command) {
        var group = led(request).id();
        return switch (groups.desk().ask(group, seen, _ -> command, by.playerId(), runtime.ids()::next, now())) {
            case GroupOutcome.Done(var after) -> GroupAnswers.group(200, after, by.id());
            case GroupOutcome.Stale(var current) -> GroupAnswers.stale(current, by.id(), request);
            case GroupOutcome.Refused refused -> throw Refusals.of(refused.why());
            case GroupOutcome.NotFound() -> throw Refusals.notFound();
            case GroupOutcome.Contended() -> throw Refusals.contended();
        };
    }

    /** The group, if a server leads it: players' own groups are none of a server's business. */
    private Group led(HttpRequest request) {
        return groups.desk()
                .look(request.pathParameter("gid"), now())
                .filter(group -> group.template().leader() == LeaderPolicy.SERVER)
                .orElseThrow(Refusals::notFound);
    }

    // The route lets in signed requests only, and the roles that may call it are game servers'.
    private static Actor server(HttpRequest request) {
        return request.signer()
                .map(signer -> Actor.server(signer.substring(signer.lastIndexOf('/') + 1)))
                .orElseThrow(() -> new Refused(Problem.PRODUCER_NOT_ALLOWED, "Sign the request as a game server."));
    }

    private Instant now() {
        return Instant.ofEpochMilli(runtime.clock().millis());
    }
}
