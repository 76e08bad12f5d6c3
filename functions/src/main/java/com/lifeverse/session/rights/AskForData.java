package com.lifeverse.session.rights;

import com.lifeverse.session.Session;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.live.Ending;
import com.lifeverse.session.live.LiveSessions;
import com.lifeverse.session.own.Bearer;
import com.lifeverse.session.rights.DataRequest.Kind;
import com.lifeverse.session.rights.DataRequest.Progress;
import com.lifeverse.session.signin.Players;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A player asks for an export or for erasure, or staff do for them: two reads and one write. Whoever asks again while it is at work, or
 * at the same moment, is answered with the same request; so there is one workflow.
 */
public final class AskForData {
    /** What came of it. */
    public sealed interface Outcome {
        /** It is at work, or done. */
        record Standing(DataRequest request) implements Outcome {}

        /** The session began too long ago for that. */
        record NotRecent() implements Outcome {}

        /** The session that asks is over. */
        record Ended(Ending why) implements Outcome {}

        record NoSuchPlayer() implements Outcome {}
    }

    private final DataRequests requests;
    private final LiveSessions live;
    private final Players players;
    private final SessionPolicy sessions;
    private final RightsPolicy policy;

    public AskForData(
            DataRequests requests, LiveSessions live, Players players, SessionPolicy sessions, RightsPolicy policy) {
        this.requests = requests;
        this.live = live;
        this.players = players;
        this.sessions = sessions;
        this.policy = policy;
    }

    /** The player asks, with a session that began a short while ago. */
    public Outcome own(Bearer bearer, Kind kind, Supplier<UUID> ids, Instant now) {
        var seen = live.read(bearer.playerId());
        var held = seen.flatMap(player -> bearer.heldIn(player, now, sessions));
        if (held.isEmpty()) {
            return new Outcome.Ended(Ending.of(seen, bearer.sessionId(), now, sessions));
        }
        return recent(held.get(), now) ? ask(bearer.playerId(), kind, "player", ids, now) : new Outcome.NotRecent();
    }

    /** Staff ask for a player, who has proved to them who they are. */
    public Outcome forPlayer(String playerId, Kind kind, String staff, Supplier<UUID> ids, Instant now) {
        var owner = DataRequest.ownerOf(playerId);
        // What was exported goes with its player, and what comes late must not be exported behind an erasure.
        if (kind == Kind.EXPORT && requests.find(owner, Kind.ERASURE).isPresent()) {
            return new Outcome.NoSuchPlayer();
        }
        var known = requests.find(owner, kind).filter(each -> each.stands(policy, now));
        if (known.isPresent()) {
            return new Outcome.Standing(known.get());
        }
        return players.exists(playerId) ? ask(playerId, kind, staff, ids, now) : new Outcome.NoSuchPlayer();
    }

    private boolean recent(Session session, Instant now) {
        return !session.startedAt().isBefore(now.minus(policy.recentSignIn()));
    }

    private Outcome ask(String playerId, Kind kind, String by, Supplier<UUID> ids, Instant now) {
        var owner = DataRequest.ownerOf(playerId);
        var before = requests.find(owner, kind);
        if (before.filter(each -> each.stands(policy, now)).isPresent()) {
            return new Outcome.Standing(before.get());
        }
        var fresh = new DataRequest("drq_" + ids.get(), kind, owner, by, now, new Progress.Asked());
        var news = List.of(RightsEvents.requested(ids.get(), playerId, fresh));
        boolean first = requests.ask(fresh, before, now.plus(policy.receiptLife()), news);
        return new Outcome.Standing(first ? fresh : requests.find(owner, kind).orElseThrow());
    }
}
