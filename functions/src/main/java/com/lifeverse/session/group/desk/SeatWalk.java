package com.lifeverse.session.group.desk;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * A walk through all groups of a player, because of something that has a bearing on their seats.
 *
 * @param sessionId the session it is about; empty if it is about the player
 * @param at when a connection was lost, or a wish saved, if that is what was heard
 * @param after the group that was seen to last; empty at the beginning
 */
public record SeatWalk(
        Kind kind, String playerId, Optional<String> sessionId, Optional<Instant> at, Optional<String> after) {
    /** What was heard; the slugs stand in events. */
    public enum Kind {
        /** A session is over. */
        ENDED("ended"),
        /** A session has lost its connection, or has it back. */
        CONNECTION("connection"),
        /** A session is in other hands. */
        HANDED_OVER("handed-over"),
        /** The player wishes or needs something else. */
        WISHED("wished");

        private final String slug;

        Kind(String slug) {
            this.slug = slug;
        }

        public String slug() {
            return slug;
        }

        /**
         * The kind of that slug.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static Kind of(String slug) {
            return Arrays.stream(values())
                    .filter(kind -> kind.slug.equals(slug))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("There is no walk " + slug));
        }
    }

    /** One that begins. */
    public SeatWalk(Kind kind, String playerId, Optional<String> sessionId, Optional<Instant> at) {
        this(kind, playerId, sessionId, at, Optional.empty());
    }

    /** The same, from behind that group on. */
    SeatWalk behind(String group) {
        return new SeatWalk(kind, playerId, sessionId, at, Optional.of(group));
    }
}
