package com.lifeverse.session.group.rule;

import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.LeaderPolicy;
import com.lifeverse.session.group.Member;
import com.lifeverse.session.group.MemberState;
import com.lifeverse.session.group.command.Actor;
import com.lifeverse.session.group.command.Course;
import com.lifeverse.session.group.command.Decision;
import com.lifeverse.session.group.command.GroupCommand;
import com.lifeverse.session.group.command.Refusal;
import java.time.Instant;
import java.util.ArrayList;

/** What comes of a command to a group. */
public final class GroupRules {
    private GroupRules() {}

    /**
     * Decides on the group as stored: first all that is due by {@code now} happens, then the command. What was due is part of the
     * course that a change leads to.
     */
    public static Decision decide(Group stored, GroupCommand command, Instant now) {
        var due = GroupClock.asOf(stored, now);
        var decision = onceDue(due.group(), command, now);
        return switch (decision) {
            case Decision.Changed(var course) -> {
                var all = new ArrayList<>(due.happenings());
                all.addAll(course.happenings());
                yield new Decision.Changed(new Course(course.group(), all));
            }
            case Decision.Same() ->
                command instanceof GroupCommand.Settle && !due.happenings().isEmpty()
                        ? new Decision.Changed(due)
                        : decision;
            case Decision.Refused(var why) -> decision;
        };
    }

    private static Decision onceDue(Group group, GroupCommand command, Instant now) {
        if (group.end().isPresent() && !(command instanceof GroupCommand.Forget)) {
            return ended(group, command);
        }
        if (command.actor().flatMap(group::member).flatMap(Member::apart).isPresent()) {
            return Decision.refused(Refusal.APART);
        }
        return switch (command) {
            case GroupCommand.Forget(var player) -> Exit.forget(group, player, now);
            case GroupCommand.Join join -> Entry.join(group, join, now);
            case GroupCommand.Found(var founder) -> Entry.found(group, founder, now);
            case GroupCommand.Connect(var entrant) -> Entry.connect(group, entrant, now);
            case GroupCommand.Disconnect disconnect -> Entry.disconnect(group, disconnect, now);
            case GroupCommand.Return back -> Passing.comeBack(group, back, now);
            case GroupCommand.HandOver handed -> Passing.handOver(group, handed, now);
            case GroupCommand.Wish wish -> Wishing.wish(group, wish, now);
            case GroupCommand.Leave(var player) -> Exit.leave(group, player, now);
            case GroupCommand.Remove(var by, var player) -> Exit.remove(group, by, player, now);
            case GroupCommand.End(var by) -> Exit.end(group, by, now);
            case GroupCommand.Invite invite -> Inviting.invite(group, invite, now);
            case GroupCommand.Recode(var by, var code) -> Inviting.recode(group, by, code, now);
            case GroupCommand.Lead(var by, var player) -> Leading.lead(group, by, player, now);
            case GroupCommand.Set(var by, var patch) -> Conduct.set(group, by, patch, now);
            case GroupCommand.SetOwn(var player, var properties) -> Conduct.setOwn(group, player, properties, now);
            case GroupCommand.AskReady(var by) -> Readiness.ask(group, by, now);
            case GroupCommand.AnswerReady(var player, var ready) -> Readiness.answer(group, player, ready, now);
            case GroupCommand.Peopled(var anybody) -> Conduct.peopled(group, anybody, now);
            case GroupCommand.Settle() -> new Decision.Same();
        };
    }

    /** Who leaves or ends what has ended has what they want. */
    private static Decision ended(Group group, GroupCommand command) {
        boolean wanted = switch (command) {
            case GroupCommand.Leave(var player) -> group.member(player).isPresent();
            case GroupCommand.End(var by) ->
                by.isServer() || group.member(by.id()).isPresent();
            case GroupCommand.Disconnect _,
                    GroupCommand.Return _,
                    GroupCommand.HandOver _,
                    GroupCommand.Wish _,
                    GroupCommand.Settle _,
                    GroupCommand.Forget _ -> true;
            case GroupCommand.Join _,
                    GroupCommand.Found _,
                    GroupCommand.Connect _,
                    GroupCommand.Remove _,
                    GroupCommand.Invite _,
                    GroupCommand.Recode _,
                    GroupCommand.Lead _,
                    GroupCommand.Set _,
                    GroupCommand.SetOwn _,
                    GroupCommand.AskReady _,
                    GroupCommand.Peopled _,
                    GroupCommand.AnswerReady _ -> false;
        };
        return wanted ? new Decision.Same() : Decision.refused(Refusal.ENDED);
    }

    /** Whoever is apart acts on nothing, so that their lead rests: it is another's after the grace, unless they come back before. */
    static boolean leads(Group group, Actor actor) {
        return actor.isServer() || group.leadership().is(actor.id());
    }

    /** The leader, and where nobody leads every member who is there; but nobody speaks for a crowd. */
    static boolean governs(Group group, Actor actor) {
        boolean together = group.template().leader() == LeaderPolicy.NONE
                && !group.template().isCrowd();
        return leads(group, actor) || (together && isIn(group, actor.id()));
    }

    static boolean isIn(Group group, String playerId) {
        return group.member(playerId).filter(Member::isIn).isPresent();
    }

    static boolean isThere(Group group, String playerId) {
        return group.member(playerId)
                .filter(member -> member.state().isActive())
                .isPresent();
    }

    static boolean wasKicked(Group group, String playerId) {
        return group.member(playerId)
                .filter(member -> member.state() == MemberState.KICKED)
                .isPresent();
    }

    static Decision changed(Change change, Instant now) {
        return new Decision.Changed(change.done(now).course());
    }
}
