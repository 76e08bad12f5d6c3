package com.lifeverse.session.queue;

import com.lifeverse.session.gate.Gates;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Moves the queue on. Each second has room for as many as the rate says, for one second at a time however long nobody asked, so that
 * room never piles up. Who was turned away in the second before comes first, then whoever waits: every lane with somebody in it
 * gets its share, one place at least if the rate allows it, and what is left goes round. What nobody waits for is left for those
 * who come without a ticket, where the gate allows that: so the queue is there when more come than may, and gone when nobody waits.
 */
public final class Admission {
    private Admission() {}

    /**
     * The queue at a later second.
     *
     * @param taken the last number of each lane that was taken
     * @param admission the rate, and how many may be online
     * @param counted the last count of who is online
     * @param now the second that has just begun
     */
    public static NowServing advance(
            NowServing before,
            Map<Lane, Long> taken,
            Gates.Admission admission,
            Optional<Headcount> counted,
            long now,
            QueuePolicy policy) {
        if (now <= before.tick()) {
            return before;
        }
        boolean idle = now - before.tick() > policy.idle().toSeconds();
        var later = idle ? before.abandoned(now, taken) : before.at(now, policy);
        var crowd = before.crowd().heard(counted);
        long room = admission.mostPlayers().map(crowd::room).orElse(Long.MAX_VALUE);
        // Whose turn it is has a place already, and who was turned away comes before whoever waits.
        long unclaimed = Math.min(
                admission.perSecond() - later.door().turned(),
                room - later.span().promised());
        var waiting = new EnumMap<Lane, Long>(Lane.class);
        taken.forEach((lane, last) -> waiting.put(lane, last - later.line(lane).served()));
        var served = served(waiting, Math.max(0, unclaimed), now);
        long turns = served.values().stream().mapToLong(Long::longValue).sum();
        var lines = new TreeMap<>(later.lines());
        served.forEach((lane, many) -> lines.put(lane, later.line(lane).serving(many)));
        long free = admission.automatic() ? Math.max(0, unclaimed - turns) : 0;
        var door = new Door(Math.min(admission.perSecond(), room), free, 0);
        return new NowServing(now, lines, later.span().owing(turns), door, crowd);
    }

    /** How many of each lane are served, of those who wait there. */
    private static Map<Lane, Long> served(Map<Lane, Long> waiting, long most, long now) {
        int shares = waiting.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .mapToInt(entry -> entry.getKey().share())
                .sum();
        var served = new EnumMap<Lane, Long>(Lane.class);
        long left = most;
        for (var lane : turn(now)) {
            long came = waiting.getOrDefault(lane, 0L);
            long share = shares == 0 ? 0 : Math.max(1, most * lane.share() / shares);
            long many = Math.clamp(came, 0, Math.min(left, share));
            served.put(lane, many);
            left -= many;
        }
        for (var lane : turn(now)) {
            long more = Math.clamp(waiting.getOrDefault(lane, 0L) - served.getOrDefault(lane, 0L), 0, left);
            served.merge(lane, more, Long::sum);
            left -= more;
        }
        return served;
    }

    /** The lanes, each first in its turn: at a rate too small for all, none is always the one that is left out. */
    private static List<Lane> turn(long now) {
        var lanes = new ArrayList<>(List.of(Lane.values()));
        Collections.rotate(lanes, (int) (now % lanes.size()));
        return lanes;
    }
}
