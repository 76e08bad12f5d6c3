package com.lifeverse.session.group.follow;

import com.lifeverse.session.group.Entrant;
import com.lifeverse.session.group.Member;
import com.lifeverse.session.group.MemberTraits;
import com.lifeverse.session.group.command.GroupCommand;
import com.lifeverse.session.group.desk.Contended;
import com.lifeverse.session.group.desk.GroupDesk;
import com.lifeverse.session.group.desk.GroupOutcome;
import com.lifeverse.session.group.desk.SessionSeats;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Holds each seat that somebody has taken, or come back to, against the session that they did it with and against what they wish. The
 * session may end or change hands while that is under way, and a wish be saved; whoever hears of it then finds no seat to see to. So it is
 * looked at once more behind the write: what happened before is found here, and what happens after finds the seat.
 */
public record NewSeats(GroupDesk desk, SessionSeats.Sessions sessions, MemberTraits traits) {
    /**
     * Sees to the seats that a change has filled: two reads each, and only where something is not as they came, what the news of that would
     * have done. Doing it again, or late, changes nothing.
     *
     * @throws Contended if others were at the group each time; doing it again is safe
     */
    public void look(String groupId, List<Member> before, List<Member> after, Supplier<UUID> ids, Instant now) {
        after.stream()
                .filter(member -> member.state().isActive() && member.entrant().isPresent())
                .filter(member -> !wasThere(before, member.entrant().orElseThrow()))
                .forEach(member ->
                        missed(member).forEach(command -> ask(groupId, member.playerId(), command, ids, now)));
    }

    private List<GroupCommand> missed(Member member) {
        var came = member.entrant().orElseThrow();
        var player = came.playerId();
        var session = came.sessionId();
        var hands = sessions.hands(player, session);
        if (hands.isEmpty()) {
            return List.of(new GroupCommand.Disconnect(player, Optional.of(session), Optional.empty()));
        }
        var missed = new ArrayList<GroupCommand>();
        hands.filter(now -> !now.equals(came.hands()))
                .ifPresent(now -> missed.add(new GroupCommand.HandOver(player, session, now)));
        var wished = traits.of(player);
        if (!wished.equals(came.traits())) {
            missed.add(new GroupCommand.Wish(player, wished, member.since()));
        }
        return missed;
    }

    private void ask(String groupId, String player, GroupCommand command, Supplier<UUID> ids, Instant now) {
        switch (desk.ask(groupId, Optional.empty(), _ -> command, Optional.of(player), ids, now)) {
            case GroupOutcome.Done _, GroupOutcome.Refused _, GroupOutcome.Stale _, GroupOutcome.NotFound _ -> {
                // It is as it should be, or there is no seat any more.
            }
            case GroupOutcome.Contended() -> throw new Contended(groupId);
        }
    }

    /** True of who was there with the same session in the same hands, so that any news found the seat. */
    private static boolean wasThere(List<Member> before, Entrant entrant) {
        return before.stream()
                .filter(member -> member.state().isActive())
                .flatMap(member -> member.entrant().stream())
                .anyMatch(other -> other.playerId().equals(entrant.playerId())
                        && other.sessionId().equals(entrant.sessionId())
                        && other.hands().equals(entrant.hands()));
    }
}
