package com.lifeverse.session.group.lambda;

import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.lambda.HttpFunction;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.platform.lambda.HttpResponse;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.session.group.Hands;
import com.lifeverse.session.group.command.Actor;
import com.lifeverse.session.group.command.GroupCommand;
import com.lifeverse.session.group.desk.Plan;
import com.lifeverse.session.lambda.LiveCaller;
import com.lifeverse.session.lambda.PlayerCaller;
import com.lifeverse.session.own.Bearer;
import java.util.Optional;

/** What players do with groups as a whole: make, read, change, lead and end them, and ask whether all are ready. */
public final class GroupFunction extends HttpFunction {
    private final LambdaRuntime runtime;
    private final GroupWiring groups;
    private final GroupDoor door;
    private final LiveCaller callers;
    private final GroupQuotas quotas;

    public GroupFunction() {
        this(LambdaRuntime.onAws());
    }

    public GroupFunction(LambdaRuntime runtime) {
        this.runtime = runtime;
        this.groups = GroupWiring.of(runtime);
        this.door = new GroupDoor(runtime, groups.desk());
        this.callers = LiveCaller.of(runtime);
        this.quotas = GroupQuotas.of(runtime);
    }

    @Override
    protected HttpResponse answer(HttpRequest request) {
        return switch (request.routeKey()) {
            case "GET /v1/groups" -> list(request, PlayerCaller.playerId(request));
            case "GET /v1/groups/{gid}" -> read(request, PlayerCaller.playerId(request));
            default -> change(request, PlayerCaller.bearer(request));
        };
    }

    private HttpResponse change(HttpRequest request, Bearer bearer) {
        var hands = GroupWiring.hands(callers.session(bearer, door.now()));
        var caller = bearer.playerId();
        var by = Actor.player(caller);
        return switch (request.routeKey()) {
            case "POST /v1/groups" -> create(request, bearer, hands);
            case "PATCH /v1/groups/{gid}" -> set(request, by);
            case "DELETE /v1/groups/{gid}" -> door.ask(request, caller, _ -> new GroupCommand.End(by));
            case "PUT /v1/groups/{gid}/leader" -> lead(request, by);
            case "POST /v1/groups/{gid}/ready-check" -> door.ask(request, caller, _ -> new GroupCommand.AskReady(by));
            case "PUT /v1/groups/{gid}/ready-check/answer" -> answerReady(request, caller);
            case "PUT /v1/groups/{gid}/join-code" -> newCode(request, by);
            case "DELETE /v1/groups/{gid}/join-code" -> noCode(request, by);
            default -> throw new Refused(Problem.ROUTE_NOT_FOUND, "No operation for " + request.routeKey() + ".");
        };
    }

    private HttpResponse create(HttpRequest request, Bearer bearer, Hands hands) {
        var plan = GroupRequests.plan(request);
        var player = bearer.playerId();
        return quotas.creating(
                player,
                door.now(),
                () -> groups.opening()
                        .again(plan, Actor.player(player), door.now())
                        .map(outcome -> GroupAnswers.opened(outcome, player)),
                () -> open(plan, bearer, hands));
    }

    private HttpResponse open(Plan plan, Bearer bearer, Hands hands) {
        var player = bearer.playerId();
        var founder = groups.entrant(bearer, hands);
        var outcome = groups.opening()
                .open(plan, Actor.player(player), Optional.of(founder), runtime.ids()::next, door.now());
        return GroupAnswers.opened(outcome, player);
    }

    private HttpResponse list(HttpRequest request, String caller) {
        var page = groups.desk().own().page(caller, GroupRequests.listFrom(request), door.now());
        return GroupAnswers.groups(page, caller);
    }

    private HttpResponse read(HttpRequest request, String caller) {
        var group = groups.desk()
                .look(request.pathParameter("gid"), caller, door.now())
                .orElseThrow(Refusals::notFound);
        return GroupAnswers.group(200, GroupDoor.visible(group, caller), caller);
    }

    private HttpResponse set(HttpRequest request, Actor by) {
        var patch = GroupRequests.patch(request);
        return door.askSeen(request, by.id(), GroupRequests.expected(request), _ -> new GroupCommand.Set(by, patch));
    }

    private HttpResponse lead(HttpRequest request, Actor by) {
        var leader = GroupRequests.leader(request);
        return door.ask(request, by.id(), _ -> new GroupCommand.Lead(by, leader));
    }

    private HttpResponse answerReady(HttpRequest request, String caller) {
        boolean ready = GroupRequests.ready(request);
        return door.ask(request, caller, _ -> new GroupCommand.AnswerReady(caller, ready));
    }

    private HttpResponse newCode(HttpRequest request, Actor by) {
        var outcome = groups.codes().renew(request.pathParameter("gid"), by, runtime.ids()::next, door.now());
        return door.answer(request, by.id(), outcome);
    }

    private HttpResponse noCode(HttpRequest request, Actor by) {
        var outcome = groups.codes().revoke(request.pathParameter("gid"), by, runtime.ids()::next, door.now());
        return door.answer(request, by.id(), outcome);
    }
}
