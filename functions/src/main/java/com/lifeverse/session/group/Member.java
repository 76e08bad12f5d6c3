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
 */
public record Member(
        String playerId,
        MemberState state,
        Optional<MemberState> was,
        Instant since,
        Optional<Instant> joinedAt,
        Optional<Entrant> entrant,
        Optional<Invitation> invitation,
        Map<String, String> properties) {

    public Member {
        properties = Collections.unmodifiableMap(new TreeMap<>(properties));
        if (was.isPresent() != (state == MemberState.DISCONNECTED)) {
            throw new IllegalArgumentException("exactly who is disconnected was something before");
        }
    }

    /** One who is new to the group. */
    public static Member in(MemberState state, String playerId, Instant at) {
        return new Member(
                playerId, state, Optional.empty(), at, Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
    }

    /** True of one who took a seat, there or not; an invited one has not. */
    public boolean isIn() {
        return effective().isActive();
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
        return new Member(playerId, next, kept, at, joinedAt, entrant, invitation, properties);
    }

    public Member seatedAt(Instant at) {
        return new Member(playerId, state, was, since, Optional.of(at), entrant, Optional.empty(), properties);
    }

    public Member as(Entrant now) {
        return new Member(playerId, state, was, since, joinedAt, Optional.of(now), invitation, properties);
    }

    public Member with(Invitation given) {
        return new Member(playerId, state, was, since, joinedAt, entrant, Optional.of(given), properties);
    }

    public Member withProperties(Map<String, String> given) {
        return new Member(playerId, state, was, since, joinedAt, entrant, invitation, given);
    }

    /** What is remembered of one who has no seat any more: no needs, no session, no properties. */
    public Member former() {
        return in(state, playerId, since);
    }
}
