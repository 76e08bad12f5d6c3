package com.lifeverse.session.queue.lambda;

import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.HttpResponse;
import com.lifeverse.session.gate.Gates;
import com.lifeverse.session.queue.Lane;
import com.lifeverse.session.queue.NowServing;
import com.lifeverse.session.queue.QueuePolicy;
import com.lifeverse.session.queue.Ticket;
import com.lifeverse.session.queue.Turn;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The queue as documents. */
final class QueueAnswers {
    private QueueAnswers() {}

    /** For everybody; a cache in front may keep it for a second. */
    static HttpResponse serving(Optional<NowServing> serving, Optional<Gates.Admission> admission) {
        var json = Json.object()
                .put("open", serving.map(now -> now.door().free() > 0).orElse(true));
        admission.ifPresent(gate -> json.put("perSecond", gate.perSecond()));
        serving.ifPresent(now -> {
            json.put("at", Instant.ofEpochSecond(now.tick()).toString());
            var lanes = json.putObject("served");
            now.lines().forEach((lane, line) -> lanes.put(name(lane), line.served()));
        });
        return HttpResponse.json(200, json).with("cache-control", "public, max-age=1");
    }

    /** For the one who holds the ticket. */
    static HttpResponse ticket(
            int status,
            String sealed,
            Ticket ticket,
            Turn turn,
            Optional<Gates.Admission> admission,
            QueuePolicy policy,
            Instant now) {
        long position = turn instanceof Turn.Waiting(var before) ? before : 0;
        long seconds = admission
                .map(gate -> (position + gate.perSecond() - 1) / gate.perSecond())
                .orElse(0L);
        var json = Json.object()
                .put("ticket", sealed)
                .put("lane", name(ticket.lane()))
                .put("number", ticket.number())
                .put("position", position)
                .put("admitted", position == 0)
                .put(
                        "expectedAt",
                        now.plusSeconds(seconds).truncatedTo(ChronoUnit.SECONDS).toString())
                .put(
                        "pollAfterSeconds",
                        Math.clamp(
                                seconds / 2,
                                policy.pollSoonest().toSeconds(),
                                policy.pollLatest().toSeconds()));
        if (turn instanceof Turn.Now(var until)) {
            json.put("admittedUntil", until.toString());
        }
        return HttpResponse.json(status, json).with("cache-control", "no-store");
    }

    private static String name(Lane lane) {
        return switch (lane) {
            case RECONNECTING -> "reconnecting";
            case VIP -> "vip";
            case STANDARD -> "standard";
        };
    }
}
