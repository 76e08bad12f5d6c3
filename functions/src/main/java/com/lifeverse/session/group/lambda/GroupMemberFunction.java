package com.lifeverse.session.group.lambda;

import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.lambda.HttpFunction;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.platform.lambda.HttpResponse;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.session.group.Feature;
import com.lifeverse.session.group.Hands;
import com.lifeverse.session.group.command.Actor;
import com.lifeverse.session.group.command.GroupCommand;
import com.lifeverse.session.lambda.LiveCaller;
import com.lifeverse.session.lambda.PlayerCaller;
import com.lifeverse.session.own.Bearer;
import java.util.Optional;

/** What players do as members of groups: come, go, invite, put out, say that they are there, and tell of themselves. */
public final class GroupMemberFunction extends HttpFunction {
    private final GroupWiring groups;
    private final GroupDoor door;
    private final LiveCaller callers;
    private final GroupQuotas quotas;

    public GroupMemberFunction() {
        this(LambdaRuntime.onAws());
    }

    public GroupMemberFunction(LambdaRuntime runtime) {
        this.groups = GroupWiring.of(runtime);
        this.door = new GroupDoor(runtime, groups.desk());
        this.callers = LiveCaller.of(runtime);
        this.quotas = GroupQuotas.of(runtime);
    }

    @Override
    protected HttpResponse answer(HttpRequest request) {
        var bearer = PlayerCaller.bearer(request);
        var hands = GroupWiring.hands(callers.session(bearer, door.now()));
        return switch (request.routeKey()) {
            case "POST /v1/groups/{gid}/members" -> join(request, bearer, hands);
            case "POST /v1/group-joins" ->
                quotas.tryingACode(bearer.playerId(), door.now(), () -> joinByCode(request, bearer, hands));
            case "PATCH /v1/groups/{gid}/members/{pid}" -> tell(request, bearer);
            case "DELETE /v1/groups/{gid}/members/{pid}" -> remove(request, bearer.playerId());
            case "PUT /v1/groups/{gid}/members/{pid}/connection" -> connect(request, bearer, hands);
            case "DELETE /v1/groups/{gid}/members/{pid}/connection" -> disconnect(request, bearer);
            case "POST /v1/groups/{gid}/invitations" ->
                quotas.inviting(bearer.playerId(), door.now(), () -> invite(request, bearer.playerId()));
            default -> throw new Refused(Problem.ROUTE_NOT_FOUND, "No operation for " + request.routeKey() + ".");
        };
    }

    private HttpResponse join(HttpRequest request, Bearer bearer, Hands hands) {
        boolean acceptsUnmet = GroupRequests.acceptsUnmet(request);
        return enter(request, request.pathParameter("gid"), bearer, hands, Optional.empty(), acceptsUnmet);
    }

    private HttpResponse joinByCode(HttpRequest request, Bearer bearer, Hands hands) {
        var given = GroupRequests.byCode(request);
        var group = groups.codes().find(given.code(), door.now()).orElseThrow(Refusals::unknownCode);
        return enter(request, group, bearer, hands, Optional.of(given.code()), given.acceptsUnmet());
    }

    private HttpResponse enter(
            HttpRequest request,
            String groupId,
            Bearer bearer,
            Hands hands,
            Optional<String> code,
            boolean acceptsUnmet) {
        var entrant = groups.entrant(bearer, hands);
        return door.enter(
                request,
                groupId,
                bearer.playerId(),
                group -> new GroupCommand.Join(
                        entrant, groups.standings().of(group, bearer.playerId()), code, acceptsUnmet));
    }

    private HttpResponse tell(HttpRequest request, Bearer bearer) {
        requireOwn(request, bearer);
        var properties = GroupRequests.ownProperties(request);
        var caller = bearer.playerId();
        return door.askSeen(
                request, caller, GroupRequests.expected(request), _ -> new GroupCommand.SetOwn(caller, properties));
    }

    private HttpResponse remove(HttpRequest request, String caller) {
        var player = request.pathParameter("pid");
        return door.ask(
                request,
                caller,
                _ -> player.equals(caller)
                        ? new GroupCommand.Leave(caller)
                        : new GroupCommand.Remove(Actor.player(caller), player));
    }

    private HttpResponse connect(HttpRequest request, Bearer bearer, Hands hands) {
        requireOwn(request, bearer);
        var entrant = groups.entrant(bearer, hands);
        return door.ask(request, bearer.playerId(), _ -> new GroupCommand.Connect(entrant));
    }

    private HttpResponse disconnect(HttpRequest request, Bearer bearer) {
        requireOwn(request, bearer);
        var session = Optional.of(bearer.sessionId());
        return door.ask(
                request,
                bearer.playerId(),
                _ -> new GroupCommand.Disconnect(bearer.playerId(), session, Optional.empty()));
    }

    private HttpResponse invite(HttpRequest request, String caller) {
        var invited = GroupRequests.invited(request);
        boolean slow = groups.traits().of(invited.playerId()).needs().contains(Feature.SLOWER_TIMERS);
        return door.ask(
                request,
                caller,
                group -> new GroupCommand.Invite(
                        Actor.player(caller),
                        invited.playerId(),
                        groups.standings().invited(group, invited.playerId(), caller),
                        invited.metadata(),
                        slow));
    }

    /** Nobody speaks for another. */
    private static void requireOwn(HttpRequest request, Bearer bearer) {
        if (!request.pathParameter("pid").equals(bearer.playerId())) {
            throw Refusals.notFound();
        }
    }
}
