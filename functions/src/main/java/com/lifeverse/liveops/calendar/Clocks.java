package com.lifeverse.liveops.calendar;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** Whose clocks a live event goes by. */
public sealed interface Clocks {
    /** Those of UTC. */
    record Utc() implements Clocks {
        @Override
        public ZoneId zone(ZoneOffset player) {
            return ZoneOffset.UTC;
        }
    }

    /** Those of a named zone, its daylight saving included. */
    record Zone(ZoneId id) implements Clocks {
        @Override
        public ZoneId zone(ZoneOffset player) {
            return id;
        }
    }

    /** Each player's own: the event begins 26 hours earlier at UTC+14 than at UTC-12. */
    record PlayerLocal() implements Clocks {
        @Override
        public ZoneId zone(ZoneOffset player) {
            return player;
        }
    }

    /**
     * The zone in which a player sees the event's times.
     *
     * @param player the player's offset from UTC at the moment
     */
    ZoneId zone(ZoneOffset player);

    /**
     * When clocks show that time. RFC 5545, 3.3.5: what comes twice is meant the first time; what never comes, since clocks are put
     * forward over it, is meant by the offset before, so it is as much later as the gap is long.
     */
    default ZonedDateTime at(LocalDateTime time, ZoneOffset player) {
        return ZonedDateTime.ofLocal(time, zone(player), null);
    }
}
