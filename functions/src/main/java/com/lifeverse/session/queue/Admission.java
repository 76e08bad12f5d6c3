package com.lifeverse.session.queue;

import com.lifeverse.session.gate.Gates;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Moves the queue on. At most the rate's places a second are given, for one second at a time however long nobody asked, so that places
 * never pile up; every lane with somebody in it gets its share, rounded up to one place at least if the rate allows it,
 * and what is left goes to whoever waits; which lane is asked first goes round. What nobody waits for is left for those who come
 * without a ticket, where the gate allows that: so the queue is there when more come than may, and gone when nobody waits.
 */
public final class Admission {
    /** Who waits: how many took a place, by lane and second, from the first that is not wholly served. */
    public interface Waiting {
        /** How many came in that second. */
        long came(Lane lane, long bucket);
    }

    private Admission() {}

    /**
     * The queue at a later second.
     *
     * @param admission the rate, and how many may be online
     * @param counted the last count of who is online
     * @param now the second that has just begun
     * @param closed the first second whose numbers are not final yet: who came in it or later is not served
     * @param first the first second from which anybody can still wait
     */
    public static NowServing advance(
            NowServing before,
            Waiting waiting,
            Gates.Admission admission,
            Optional<Headcount> counted,
            long now,
            long closed,
            long first) {
        if (now <= before.tick()) {
            return before;
        }
        var crowd = before.crowd().heard(counted);
        long room = admission.mostPlayers().map(crowd::room).orElse(Long.MAX_VALUE);
        int perSecond = (int) Math.min(admission.perSecond(), room);
        var lines = new EnumMap<Lane, Line>(Lane.class);
        for (var lane : Lane.values()) {
            lines.put(lane, Line.of(before.served().get(lane), lane, waiting, first, closed));
        }
        long left = perSecond;
        for (var lane : turn(now)) {
            long share = Math.min(left, share(lane, lines, perSecond));
            left -= line(lines, lane).serve(share);
        }
        for (var lane : turn(now)) {
            left -= line(lines, lane).serve(left);
        }
        var served = new TreeMap<>(before.served());
        lines.forEach((lane, line) -> line.last().ifPresent(place -> served.put(lane, place)));
        return new NowServing(now, served, admission.automatic() ? left : 0, crowd.and(perSecond - left));
    }

    /** The lanes, each first in its turn: at a rate too small for all, none is always the one that is left out. */
    private static List<Lane> turn(long now) {
        var lanes = new ArrayList<>(List.of(Lane.values()));
        Collections.rotate(lanes, (int) (now % lanes.size()));
        return lanes;
    }

    private static Line line(Map<Lane, Line> lines, Lane lane) {
        return Objects.requireNonNull(lines.get(lane), "each lane has a line");
    }

    /** A lane's part of the places, among the lanes in which somebody waits; one at least. */
    private static long share(Lane lane, Map<Lane, Line> lines, int perSecond) {
        int all = lines.entrySet().stream()
                .filter(entry -> entry.getValue().isWaiting())
                .mapToInt(entry -> entry.getKey().share())
                .sum();
        return all == 0 ? 0 : Math.max(1, (long) perSecond * lane.share() / all);
    }
}
