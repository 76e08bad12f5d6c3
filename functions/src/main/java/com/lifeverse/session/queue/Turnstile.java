package com.lifeverse.session.queue;

import com.lifeverse.session.gate.Gates;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.EnumMap;
import java.util.SortedMap;

/**
 * The queue as callers meet it. Whoever looks first in a new second moves it on by a conditional write, so it needs no clock of
 * its own and moves at most once a second however many look; when nobody looks, nobody waits for it.
 */
public final class Turnstile {
    /** How long a place stays good, used or not: who has not come by then has given up. */
    public static final Duration HORIZON = Duration.ofHours(1);

    /** How many seconds a second takes places: clocks differ a little, and calls take time. */
    private static final long OPEN = 3;

    /** How often one who moves the queue looks again because others came in meanwhile. */
    private static final int ATTEMPTS = 4;

    private final LoginQueue queue;
    private final Headcounts headcounts;

    public Turnstile(LoginQueue queue, Headcounts headcounts) {
        this.queue = queue;
        this.headcounts = headcounts;
    }

    /**
     * The holder's place: the one that they have, if it is still good, else one at the end of a lane. So who asks again for
     * an answer that got lost, or starts the game anew, stands where they stood.
     *
     * @param clock a place that took longer to get than a second stays open is not exact any more, and is taken anew
     */
    public Ticket take(Lane lane, String holder, InstantSource clock) {
        var held = queue.held(holder);
        if (held.filter(ticket -> isFresh(ticket, clock.instant()) && !queue.used(ticket))
                .isPresent()) {
            return held.get();
        }
        var taken = taken(lane, holder, clock);
        // Asked twice at once, both have the place that is held; the other one is served to nobody.
        return queue.hold(taken, held, clock.instant().plus(HORIZON.multipliedBy(2)))
                ? taken
                : queue.held(holder).orElse(taken);
    }

    private Ticket taken(Lane lane, String holder, InstantSource clock) {
        while (true) {
            long bucket = second(clock);
            var ticket = new Ticket(lane, new Place(bucket, queue.take(lane, bucket)), holder);
            if (second(clock) - bucket < OPEN - 1) {
                return ticket;
            }
        }
    }

    /** True if one may come in without a ticket; then they are in. Who waits comes first. */
    public boolean walkIn(Gates.Admission admission, Instant now) {
        if (!admission.automatic()) {
            return false;
        }
        return switch (queue.walkIn(now.getEpochSecond())) {
            case IN -> true;
            case FULL -> false;
            case NOT_YET -> queue.walkIn(serving(admission, now).tick()) == LoginQueue.WalkIn.IN;
        };
    }

    /** How far the queue has come, moved on to now if nobody did. */
    public NowServing serving(Gates.Admission admission, Instant now) {
        long second = now.getEpochSecond();
        for (int attempt = 1; ; attempt++) {
            var seen = queue.read();
            var before = seen.orElseGet(() -> NowServing.beginning(second - 1));
            if (before.tick() >= second) {
                return before;
            }
            var after = advanced(before, admission, second);
            if (queue.move(seen, after)) {
                return after;
            }
            if (attempt == ATTEMPTS) {
                return queue.read().orElse(before);
            }
        }
    }

    private NowServing advanced(NowServing before, Gates.Admission admission, long second) {
        long first = second - HORIZON.toSeconds();
        var came = new EnumMap<Lane, SortedMap<Long, Long>>(Lane.class);
        for (var lane : Lane.values()) {
            var last = before.served().get(lane);
            came.put(lane, queue.came(lane, Math.max(last == null ? 0 : last.bucket(), first), second));
        }
        Admission.Waiting waiting = (lane, bucket) ->
                came.getOrDefault(lane, Collections.emptySortedMap()).getOrDefault(bucket, 0L);
        var counted = admission.mostPlayers().flatMap(_ -> headcounts.last());
        return Admission.advance(before, waiting, admission, counted, second, second - OPEN + 1, first);
    }

    /**
     * True if it is the ticket's turn and nobody else used it before; then it is used.
     *
     * @param by names the attempt, so that its repetition passes too
     */
    public boolean pass(Ticket ticket, String by, Gates.Admission admission, Instant now) {
        return isFresh(ticket, now)
                && serving(admission, now).isServed(ticket)
                && queue.use(ticket, by, now.plus(HORIZON.multipliedBy(2)));
    }

    private static boolean isFresh(Ticket ticket, Instant now) {
        return now.getEpochSecond() - ticket.place().bucket() <= HORIZON.toSeconds();
    }

    /** How many are before this ticket, itself included; zero if its turn has come. */
    public long position(Ticket ticket, NowServing serving) {
        if (serving.isServed(ticket)) {
            return 0;
        }
        var last = serving.served().get(ticket.lane());
        long from = Math.max(last == null ? 0 : last.bucket(), ticket.place().bucket() - HORIZON.toSeconds());
        var came = queue.came(ticket.lane(), from, ticket.place().bucket());
        long before = came.values().stream().mapToLong(Long::longValue).sum();
        long done = last != null && last.bucket() < ticket.place().bucket() ? last.number() : 0;
        long same = last != null && last.bucket() == ticket.place().bucket() ? last.number() : 0;
        return before - done + ticket.place().number() - same;
    }

    private static long second(InstantSource clock) {
        return Math.floorDiv(clock.millis(), 1000L);
    }
}
