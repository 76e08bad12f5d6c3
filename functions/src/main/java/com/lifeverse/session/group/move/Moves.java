package com.lifeverse.session.group.move;

import com.lifeverse.session.group.Member;
import com.lifeverse.session.group.MemberState;
import java.util.Optional;

/** The one transition function of members: from what somebody is to a group, by a move, to what they are then. */
public final class Moves {
    /** What a move leads to. */
    public sealed interface Outcome {
        record To(MemberState state) implements Outcome {}

        /** Nothing changes: it was so before. */
        record Same() implements Outcome {}

        /** There is no such move. */
        record Illegal() implements Outcome {}
    }

    private static final Outcome SAME = new Outcome.Same();
    private static final Outcome ILLEGAL = new Outcome.Illegal();

    private Moves() {}

    /**
     * What the move leads to.
     *
     * @param member empty for one who never was in the group
     */
    public static Outcome of(Optional<Member> member, Move move) {
        if (member.isEmpty()) {
            return switch (move) {
                case INVITE -> to(MemberState.INVITED);
                case JOIN -> to(MemberState.JOINED);
                case CONNECT, DISCONNECT, LEAVE, REJECT, CANCEL, KICK, LAPSE, DROP, TERMINATE -> ILLEGAL;
            };
        }
        var state = member.get().state();
        return switch (state) {
            case INVITED -> invited(move);
            case JOINED, CONNECTED -> active(state, move);
            case DISCONNECTED -> disconnected(member.get().effective(), move);
            case TIMEOUT, REJECTED, LEFT, KICKED, DROPPED, TERMINATED, CANCELLED -> gone(state, move);
        };
    }

    private static Outcome invited(Move move) {
        return switch (move) {
            case INVITE, CONNECT -> SAME;
            case JOIN -> to(MemberState.JOINED);
            case DISCONNECT -> to(MemberState.DISCONNECTED);
            case REJECT -> to(MemberState.REJECTED);
            case CANCEL -> to(MemberState.CANCELLED);
            case LAPSE -> to(MemberState.TIMEOUT);
            case TERMINATE -> to(MemberState.TERMINATED);
            case LEAVE, KICK, DROP -> ILLEGAL;
        };
    }

    private static Outcome active(MemberState state, Move move) {
        return switch (move) {
            case JOIN -> SAME;
            case CONNECT -> state == MemberState.CONNECTED ? SAME : to(MemberState.CONNECTED);
            case DISCONNECT -> to(MemberState.DISCONNECTED);
            case LEAVE -> to(MemberState.LEFT);
            case KICK -> to(MemberState.KICKED);
            case TERMINATE -> to(MemberState.TERMINATED);
            case INVITE, REJECT, CANCEL, LAPSE, DROP -> ILLEGAL;
        };
    }

    private static Outcome disconnected(MemberState was, Move move) {
        boolean wasIn = was.isActive();
        return switch (move) {
            case DISCONNECT -> SAME;
            case CONNECT -> to(wasIn ? MemberState.CONNECTED : MemberState.INVITED);
            case JOIN -> to(wasIn ? was : MemberState.JOINED);
            case DROP -> to(MemberState.DROPPED);
            case TERMINATE -> to(MemberState.TERMINATED);
            case LEAVE -> wasIn ? to(MemberState.LEFT) : ILLEGAL;
            case KICK -> wasIn ? to(MemberState.KICKED) : ILLEGAL;
            case REJECT -> wasIn ? ILLEGAL : to(MemberState.REJECTED);
            case CANCEL -> wasIn ? ILLEGAL : to(MemberState.CANCELLED);
            case LAPSE -> wasIn ? ILLEGAL : to(MemberState.TIMEOUT);
            case INVITE -> wasIn ? ILLEGAL : SAME;
        };
    }

    /** Who has no seat can come again, except into a group that has ended, and after a kick by invitation only. */
    private static Outcome gone(MemberState state, Move move) {
        return switch (move) {
            case INVITE -> state == MemberState.TERMINATED ? ILLEGAL : to(MemberState.INVITED);
            case JOIN ->
                state == MemberState.TERMINATED || state == MemberState.KICKED ? ILLEGAL : to(MemberState.JOINED);
            case LEAVE -> same(state == MemberState.LEFT);
            case REJECT -> same(state == MemberState.REJECTED);
            case CANCEL -> same(state == MemberState.CANCELLED);
            case KICK -> same(state == MemberState.KICKED);
            case LAPSE -> same(state == MemberState.TIMEOUT);
            case DROP -> same(state == MemberState.DROPPED);
            case TERMINATE -> same(state == MemberState.TERMINATED);
            case CONNECT, DISCONNECT -> ILLEGAL;
        };
    }

    private static Outcome to(MemberState state) {
        return new Outcome.To(state);
    }

    private static Outcome same(boolean so) {
        return so ? SAME : ILLEGAL;
    }
}
