package com.lifeverse.liveops.preview;

import com.lifeverse.liveops.desk.Published;
import com.lifeverse.liveops.desk.Revision;
import com.lifeverse.liveops.event.LiveEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/**
 * For which part of some players an event is.
 *
 * @param seen how many players were looked at
 * @param in how many of them it is for, percentage and version of the game included
 */
public record AudienceSample(int seen, int in) {
    /** Looks at each of them by the rules that previews go by. */
    public static AudienceSample of(
            LiveEvent event,
            Collection<Viewer> players,
            BiPredicate<Map<String, Object>, Map<String, Object>> matches) {
        var published =
                new Published(new Revision(1, "", Instant.EPOCH, event, Map.of()), Instant.EPOCH, new TreeSet<>());
        int in = (int) players.stream()
                .map(player -> Preview.of(List.of(published), player, Instant.EPOCH, matches))
                .filter(preview -> preview.events().getFirst().standing() == Sight.Standing.IN)
                .count();
        return new AudienceSample(players.size(), in);
    }

    /** 0 to 1; empty if nobody was looked at. */
    public OptionalDouble share() {
        return seen == 0 ? OptionalDouble.empty() : OptionalDouble.of(in / (double) seen);
    }

    /** By how much the share may be wrong, 19 times of 20; 0 to 1. */
    public double margin() {
        double share = share().orElse(0);
        return seen == 0 ? 1 : 1.96 * Math.sqrt(share * (1 - share) / seen);
    }
}
