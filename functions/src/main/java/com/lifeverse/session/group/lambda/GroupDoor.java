package com.lifeverse.session.group.lambda;

import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.platform.lambda.HttpResponse;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.MemberState;
import com.lifeverse.session.group.command.GroupCommand;
import com.lifeverse.session.group.command.Refusal;
import com.lifeverse.session.group.desk.GroupDesk;
import com.lifeverse.session.group.desk.GroupOutcome;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Asks a group in a player's name and words the answer. To those who have nothing to do with a group, it is not there: only who
 * comes in learns why not.
 */
record GroupDoor(LambdaRuntime runtime, GroupDesk desk) {
    /** Asks the group of the request's path. */
    HttpResponse ask(HttpRequest request, String caller, Function<Group, GroupCommand> asked) {
        return answer(request, caller, outcome(request.pathParameter("gid"), Optional.empty(), caller, asked));
    }

    /** As {@link #ask}, if the group still is what the caller has seen. */
    HttpResponse askSeen(HttpRequest request, String caller, long seen, Function<Group, GroupCommand> asked) {
        return answer(request, caller, outcome(request.pathParameter("gid"), Optional.of(seen), caller, asked));
    }

    /** Asks a group that the caller wants to come into. */
    HttpResponse enter(HttpRequest request, String groupId, String caller, Function<Group, GroupCommand> asked) {
        var outcome = outcome(groupId, Optional.empty(), caller, asked);
        if (outcome instanceof GroupOutcome.Refused refused) {
            throw Refusals.of(refused.why());
        }
        return answer(request, caller, outcome);
    }

    HttpResponse answer(HttpRequest request, String caller, GroupOutcome outcome) {
        return switch (outcome) {
            // Who has left has no business with what the group does now.
            case GroupOutcome.Done(var group) ->
                knows(group, caller) ? GroupAnswers.group(200, group, caller) : HttpResponse.empty(204);
            case GroupOutcome.Stale(var group) -> GroupAnswers.stale(visible(group, caller), caller, request);
            case GroupOutcome.Refused(var why, var group) -> throw refused(why, group, caller);
            case GroupOutcome.NotFound() -> throw Refusals.notFound();
            case GroupOutcome.Contended() -> throw Refusals.contended();
        };
    }

    Instant now() {
        return Instant.ofEpochMilli(runtime.clock().millis());
    }

    /** The group, if the caller may know of it. */
    static Group visible(Group group, String caller) {
        if (!knows(group, caller)) {
            throw Refusals.notFound();
        }
        return group;
    }

    private static boolean knows(Group group, String caller) {
        return group.member(caller)
                .filter(member -> member.state().holdsSeat() || member.state() == MemberState.TERMINATED)
                .isPresent();
    }

    private static RuntimeException refused(Refusal why, Group group, String caller) {
        return knows(group, caller) ? Refusals.of(why) : Refusals.notFound();
    }

    private GroupOutcome outcome(
            String groupId, Optional<Long> seen, String caller, Function<Group, GroupCommand> asked) {
        return desk.ask(groupId, seen, asked, Optional.of(caller), runtime.ids()::next, now());
    }
}
