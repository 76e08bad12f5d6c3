package com.lifeverse.session.group.follow;

import com.lifeverse.session.group.Entrant;
import com.lifeverse.session.group.Member;
import com.lifeverse.session.group.command.GroupCommand;
import com.lifeverse.session.group.desk.Contended;
import com.lifeverse.session.group.desk.GroupDesk;
import com.lifeverse.session.group.desk.GroupOutcome;
import com.lifeverse.session.group.desk.SessionSeats;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Holds each seat that somebody has taken, or come back to, against the session that they did it with. A session may end or change hands
 * while that is under way; whoever hears of it then finds no seat to see to. So it is looked at once more behind the write: what happened
 * before is found here, and what happens after finds the seat.
 */
public record NewSeats(GroupDesk desk, SessionSeats.Sessions sessions) {
    /**
     * Sees to the seats that a change has filled: a read each, and only where the session is not as they came with it, what the news of
     * that would have done. Doing it again, or late, changes nothing.
     *
     * @throws Contended if others were at the group each time; doing it again is safe
     */
    public void look(String groupId, List<Member> before, List<Member> after, Supplier<UUID> ids, Instant now) {
        after.stream()
                .filter(member -> member.state().isActive() && !before.contains(member))
                .flatMap(member -> member.entrant().stream())
                .filter(entrant -> !isThere(before, entrant))
                .forEach(entrant ->
                        missed(entrant).ifPresent(command -> ask(groupId, entrant.playerId(), command, ids, now)));
    }

    private Optional<GroupCommand> missed(Entrant came) {
        var player = came.playerId();
        var session = came.sessionId();
        var hands = sessions.hands(player, session);
        if (hands.isEmpty()) {
            return Optional.of(new GroupCommand.Disconnect(player, Optional.of(session), Optional.empty()));
        }
        return hands.filter(now -> !now.equals(came.hands()))
                .map(now -> new GroupCommand.HandOver(player, session, now));
    }

    private void ask(String groupId, String player, GroupCommand command, Supplier<UUID> ids, Instant now) {
        switch (desk.ask(groupId, Optional.empty(), _ -> command, Optional.of(player), ids, now)) {
            case GroupOutcome.Done _, GroupOutcome.Refused _, GroupOutcome.Stale _, GroupOutcome.NotFound _ -> {
                // It is as it should be, or there is no seat any more.
            }
            case GroupOutcome.Contended() -> throw new Contended(groupId);
        }
    }

    /** True of who was there with the same session in the same hands, so that its news found the seat. */
    private static boolean isThere(List<Member> before, Entrant entrant) {
        return before.stream()
                .filter(member -> member.state().isActive())
                .flatMap(member -> member.entrant().stream())
                .anyMatch(other -> other.playerId().equals(entrant.playerId())
                        && other.sessionId().equals(entrant.sessionId())
                        && other.hands().equals(entrant.hands()));
    }
}
