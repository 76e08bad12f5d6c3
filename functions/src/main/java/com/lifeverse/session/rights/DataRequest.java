package com.lifeverse.session.rights;

import com.lifeverse.session.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What somebody asked for about a player's data, and how far it is. It does not name the player: it is found by a hash of their id, so
 * it can stay when they are forgotten.
 *
 * @param id {@code drq_} and a UUID
 * @param owner see {@link #ownerOf}
 * @param askedBy {@code player}, or the name of a person of the staff
 */
public record DataRequest(String id, Kind kind, String owner, String askedBy, Instant askedAt, Progress progress) {
    /** What can be asked for. */
    public enum Kind {
        EXPORT("export"),
        ERASURE("erasure");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /** How far it is. */
    public sealed interface Progress {
        /** A workflow is at it, or will be. */
        record Asked() implements Progress {}

        /**
         * It can be fetched.
         *
         * @param parts their names, in order
         */
        record Exported(Instant at, List<String> parts) implements Progress {
            public Exported {
                parts = List.copyOf(parts);
            }
        }

        /**
         * Nothing opens the player any more.
         *
         * @param keptBan until when a ban stays; empty if none does
         * @param closed true if what came late has been taken away too
         */
        record Erased(Instant at, List<Found> found, Optional<Instant> keptBan, boolean closed) implements Progress {
            public Erased {
                found = List.copyOf(found);
            }
        }
    }

    /** The hash under which a player's requests are found. Ids are drawn from so many that none is guessed from it. */
    public static String ownerOf(String playerId) {
        return Sha256.brief("data-rights", playerId);
    }

    public DataRequest at(Progress next) {
        return new DataRequest(id, kind, owner, askedBy, askedAt, next);
    }

    /** True if the same question now has this request as its answer: there is one at a time. */
    public boolean stands(RightsPolicy policy, Instant now) {
        return switch (progress) {
            case Progress.Asked() -> true;
            case Progress.Exported(var at, var _) -> now.isBefore(at.plus(policy.exportLife()));
            case Progress.Erased _ -> true;
        };
    }
}
