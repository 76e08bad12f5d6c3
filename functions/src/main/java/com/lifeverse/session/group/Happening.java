package com.lifeverse.session.group;

import java.time.Instant;

/**
 * One thing that happened in a group, and when: by a command or because its time had come.
 *
 * @param playerId whom it is about
 */
public record Happening(What what, String playerId, Instant at) {
    /** Kinds of happenings; the slugs stand in events. */
    public enum What {
        CREATED("created"),
        INVITED("invited"),
        REMINDED("reminded"),
        INVITATION_LAPSED("invitation-lapsed"),
        INVITATION_REJECTED("invitation-rejected"),
        INVITATION_CANCELLED("invitation-cancelled"),
        JOINED("joined"),
        CONNECTED("connected"),
        DISCONNECTED("disconnected"),
        DROPPED("dropped"),
        /** Their session is in other hands now, and they fit in there. */
        MOVED("moved"),
        /** They do not fit in where they are now, and are disconnected. */
        PARTED("parted"),
        LEFT("left"),
        KICKED("kicked"),
        LEADER_CHANGED("leader-changed"),
        SETTINGS_CHANGED("settings-changed"),
        MEMBER_CHANGED("member-changed"),
        CODE_CHANGED("code-changed"),
        READY_CHECK_STARTED("ready-check-started"),
        READY_ANSWERED("ready-answered"),
        READY_CHECK_PASSED("ready-check-passed"),
        READY_CHECK_FAILED("ready-check-failed"),
        ENDED("ended");

        private final String slug;

        What(String slug) {
            this.slug = slug;
        }

        public String slug() {
            return slug;
        }
    }
}
