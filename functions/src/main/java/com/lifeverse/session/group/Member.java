package com.lifeverse.session.group;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A player of a group, or one who was.
 *
 * @param was of a disconnected one: what they were before, and are again when they come back
 * @param since when they came into this state
 * @param joinedAt when they took their seat
 * @param entrant as whom they came; empty as long as they are only invited
 * @param invitation what they were invited with, while that counts
 * @param properties the member's own, seen by all
 * @param apart of a disconnected one who is not played together with where they are now: the hands that their session is in. Nobody
 *     has to fit in with them, and they come back only if they fit in again
 */
public record Member(
        String playerId,
        MemberState state,
        Optional<MemberState> was,
        Instant since,
        Optional<Instant> joinedAt,
        Optional<Entrant> entrant,
        Optional<Invitation> invitation,
        Map<String, String> properties,
        Optional<Hands> apart) {

    public Member {
        properties = Collections.unmodifiableMap(new TreeMap<>(properties));
        if (was.isPresent() != (state == MemberState.DISCONNECTED)) {
            throw new IllegalArgumentException("exactly who is disconnected was something before");
        }
        if (apart.isPresent() && state != MemberState.DISCONNECTED) {
            throw new IllegalArgumentException("only who is disconnected is apart");
        }
    }

    /** One who is new to the group. */
    public static Member in(MemberState state, String playerId, Instant at) {
        return new Member(
                playerId,
                state,
                Optional.empty(),
                at,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty());
    }

    /** True of one who took a seat, there or not; an invited one has not. */
    public boolean isIn() {
        return effective().isActive();
    }

    /** The latest hands that their session is known to be in; empty of who has come with none. */
    public Optional<Hands> hands() {
        return apart.or(() -> entrant.map(Entrant::hands));
    }

    /** True of one who is in it and whom others must fit in with. */
    public boolean isMet() {
        return isIn() && apart.isEmpty();
    }

    /** True of one whose invitation still counts, there or not. */
    public boolean isInvited() {
        return effective() == MemberState.INVITED;
    }

    /** What they are, or will be when they come back. */
    public MemberState effective() {
        return was.orElse(state);
    }

    public Member to(MemberState next, Instant at) {
        var kept = next == MemberState.DISCONNECTED ? Optional.of(state) : Optional.<MemberState>empty();
        return new Member(playerId, next, kept, at, joinedAt, entrant, invitation, properties, Optional.empty());
    }

    /** The same, disconnected because they do not fit in where they are now. */
    public Member parted(Hands now, Instant at) {
        var gone = state == MemberState.DISCONNECTED ? this : to(MemberState.DISCONNECTED, at);
        return new Member(
                playerId,
                gone.state,
                gone.was,
                gone.since,
                joinedAt,
                entrant,
                invitation,
                properties,
                Optional.of(now));
    }

    public Member seatedAt(Instant at) {
        return new Member(playerId, state, was, since, Optional.of(at), entrant, Optional.empty(), properties, apart);
    }

    /** The same as whom they are now, who fits in. */
    public Member as(Entrant now) {
        return new Member(
                playerId, state, was, since, joinedAt, Optional.of(now), invitation, properties, Optional.empty());
    }

    /** The same with those wishes and needs, where they are. */
    public Member with(Entrant wishing) {
        return new Member(playerId, state, was, since, joinedAt, Optional.of(wishing), invitation, properties, apart);
    }

    public Member with(Invitation given) {
        return new Member(playerId, state, was, since, joinedAt, entrant, Optional.of(given), properties, apart);
    }

    public Member withProperties(Map<String, String> given) {
        return new Member(playerId, state, was, since, joinedAt, entrant, invitation, given, apart);
    }

    /** What is remembered of one who has no seat any more: no needs, no session, no properties. */
    public Member former() {
        return in(state, playerId, since);
    }
}
