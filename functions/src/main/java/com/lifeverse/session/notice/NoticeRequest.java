package com.lifeverse.session.notice;

import com.lifeverse.platform.Envelope;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * That players are to hear that something has changed.
 *
 * @param playerIds whom to tell
 * @param sessionId if given, only this session of theirs
 * @param announced true if the count of notices has grown by it already
 */
public record NoticeRequest(
        List<String> playerIds,
        Optional<String> sessionId,
        String topic,
        Optional<String> about,
        OptionalLong revision,
        boolean announced) {
    public NoticeRequest {
        playerIds = List.copyOf(playerIds);
    }

    /**
     * What an event {@code notice.requested.v1} asks for. Without a list it is about the event's own player.
     *
     * @throws IllegalArgumentException if it lacks its topic, or is for more players than one request may reach
     */
    public static NoticeRequest of(Envelope event, NoticePolicy policy) {
        var payload = event.payload();
        if (!(payload.get("topic") instanceof String topic) || topic.isEmpty()) {
            throw new IllegalArgumentException(event.type() + " lacks the text topic");
        }
        var players = payload.get("playerIds") instanceof List<?> listed
                ? listed.stream().map(String::valueOf).toList()
                : List.of(event.playerId());
        if (players.size() > policy.players()) {
            throw new IllegalArgumentException("A notice is for at most " + policy.players() + " players");
        }
        return new NoticeRequest(
                players,
                Optional.ofNullable(payload.get("sessionId")).map(String::valueOf),
                topic,
                Optional.ofNullable(payload.get("about")).map(String::valueOf),
                payload.get("revision") instanceof Number number
                        ? OptionalLong.of(number.longValue())
                        : OptionalLong.empty(),
                Boolean.TRUE.equals(payload.get("announced")));
    }
}
