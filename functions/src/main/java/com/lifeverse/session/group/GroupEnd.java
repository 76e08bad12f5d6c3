package com.lifeverse.session.group;

import java.time.Instant;

/** That a group has ended, why and when. */
public record GroupEnd(Reason reason, Instant at) {
    /** Why; the texts are part of the HTTP contract and of events. */
    public enum Reason {
        /** Nobody was in it for too long. */
        EMPTY("empty"),
        /** It reached its greatest age. */
        TOO_OLD("too-old"),
        /** Its leader or server ended it. */
        CLOSED("closed");

        private final String slug;

        Reason(String slug) {
            this.slug = slug;
        }

        public String slug() {
            return slug;
        }
    }
}
