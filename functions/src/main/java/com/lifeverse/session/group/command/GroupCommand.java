package com.lifeverse.session.group.command;

import com.lifeverse.session.group.Entrant;
import com.lifeverse.session.group.Hands;
import com.lifeverse.session.group.Traits;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What can be asked of a group. */
public sealed interface GroupCommand {
    /**
     * Comes in.
     *
     * @param code the join code they know, if they use one
     * @param acceptsUnmet true if they come although the group cannot do what they need
     */
    record Join(Entrant entrant, Standing standing, Optional<String> code, boolean acceptsUnmet)
            implements GroupCommand {}

    /** Takes the founder's seat in a crowd, whoever else may come in. */
    record Found(Entrant founder) implements GroupCommand {}

    /** Leaves, or declines the invitation. */
    record Leave(String playerId) implements GroupCommand {}

    /** Puts a member out, or takes an invitation back. */
    record Remove(Actor by, String playerId) implements GroupCommand {}

    /**
     * Invites a player.
     *
     * @param slow true if the player needs more time to answer
     */
    record Invite(Actor by, String playerId, Standing standing, Optional<String> metadata, boolean slow)
            implements GroupCommand {}

    /** Makes a member the leader; who names themselves claims it. */
    record Lead(Actor by, String playerId) implements GroupCommand {}

    /** Is there, or there again. */
    record Connect(Entrant entrant) implements GroupCommand {}

    /**
     * Is not there any more.
     *
     * @param sessionId if given, only if they came with that session
     * @param lostAt if given, only if they have not connected since
     */
    record Disconnect(String playerId, Optional<String> sessionId, Optional<Instant> lostAt) implements GroupCommand {}

    /** Has their connection back, with that session in those hands. */
    record Return(String playerId, String sessionId, Hands hands) implements GroupCommand {}

    /** Goes on with the same session in those hands, connected or not. */
    record HandOver(String playerId, String sessionId, Hands hands) implements GroupCommand {}

    /**
     * Wishes and needs this from now on.
     *
     * @param savedAt since when; who has come since and does not fit came in by mistake
     */
    record Wish(String playerId, Traits traits, Instant savedAt) implements GroupCommand {}

    /** Changes what the leader may change. */
    record Set(Actor by, Patch patch) implements GroupCommand {}

    /** Changes a member's own properties. */
    record SetOwn(String playerId, Map<String, Optional<String>> properties) implements GroupCommand {
        public SetOwn {
            properties = Map.copyOf(properties);
        }
    }

    /** Gives the group this join code, or none; the one before lets nobody in any more. */
    record Recode(Actor by, Optional<String> code) implements GroupCommand {}

    /** Asks everybody whether they are ready. */
    record AskReady(Actor by) implements GroupCommand {}

    /** Says whether they are. */
    record AnswerReady(String playerId, boolean ready) implements GroupCommand {}

    /** Ends the group. */
    record End(Actor by) implements GroupCommand {}

    /** Notes whether anybody is in a crowd, as who has counted all of it knows. */
    record Peopled(boolean anybody) implements GroupCommand {}

    /** Forgets that the player was ever here: seat, what they were, invitations they made. Also of a group that has ended. */
    record Forget(String playerId) implements GroupCommand {}

    /** Nothing but that what is due is written down, and so heard. */
    record Settle() implements GroupCommand {}

    /** The player who acts as one of the group; empty of a server, and of what is about coming, going and being there. */
    default Optional<String> actor() {
        return switch (this) {
            case Remove removal -> removal.by().playerId();
            case Invite invite -> invite.by().playerId();
            case Lead lead -> lead.by().playerId();
            case Set set -> set.by().playerId();
            case SetOwn own -> Optional.of(own.playerId());
            case Recode recode -> recode.by().playerId();
            case AskReady asking -> asking.by().playerId();
            case AnswerReady answer -> Optional.of(answer.playerId());
            case End end -> end.by().playerId();
            case Join _,
                    Found _,
                    Leave _,
                    Connect _,
                    Disconnect _,
                    Return _,
                    HandOver _,
                    Wish _,
                    Peopled _,
                    Forget _,
                    Settle _ -> Optional.empty();
        };
    }

    /** Whose place in the group it is about; empty if it is about the group as a whole. */
    default Optional<String> about() {
        return switch (this) {
            case Join join -> Optional.of(join.entrant().playerId());
            case Found(var entrant) -> Optional.of(entrant.playerId());
            case Connect(var entrant) -> Optional.of(entrant.playerId());
            case Leave(var player) -> Optional.of(player);
            case Forget(var player) -> Optional.of(player);
            case Remove removal -> Optional.of(removal.playerId());
            case Invite invite -> Optional.of(invite.playerId());
            case Disconnect lost -> Optional.of(lost.playerId());
            case Return back -> Optional.of(back.playerId());
            case HandOver handed -> Optional.of(handed.playerId());
            case Wish wish -> Optional.of(wish.playerId());
            case SetOwn own -> Optional.of(own.playerId());
            case Lead _, Set _, Recode _, AskReady _, AnswerReady _, End _, Peopled _, Settle _ -> Optional.empty();
        };
    }
}
