package com.lifeverse.session.queue;

import com.lifeverse.session.gate.Gates;
import java.time.Instant;
import java.util.Optional;

/**
 * The queue as callers meet it. Whoever looks first in a new second moves it on by a conditional write, so it needs no clock of
 * its own and moves at most once a second however many look; when nobody looks, nobody waits for it.
 *
 * <p>Who comes in is counted at the door, second by second as the queue counts them: in any stretch of {@code d} seconds no more
 * than the rate times {@code d + 1} come in, and one second's more if the clocks of two callers differ by one. A turn that comes is
 * good for {@link QueuePolicy#turn}, or twice as long; who comes in it and finds the second full keeps it until there is room,
 * and nobody new has a turn before that: so who waited and comes in time comes in, and who holds turns back has nothing of it.
 */
public final class Turnstile {
    private final LoginQueue queue;
    private final Headcounts headcounts;
    private final QueuePolicy policy;

    public Turnstile(LoginQueue queue, Headcounts headcounts, QueuePolicy policy) {
        this.queue = queue;
        this.headcounts = headcounts;
        this.policy = policy;
    }

    /**
     * The holder's ticket: the one that they have, if it is still good, else a new one at the end of a lane. So who asks again
     * for an answer that got lost, or starts the game anew, stands where they stood.
     *
     * @param admission empty if nobody queues at the moment
     */
    public Ticket take(Lane lane, String holder, Optional<Gates.Admission> admission, Instant now) {
        var serving = admission
                .map(gate -> serving(gate, now))
                .or(queue::read)
                .orElseGet(() -> NowServing.beginning(now.getEpochSecond()));
        var held = queue.held(holder);
        if (held.filter(ticket -> !(turn(ticket, serving) instanceof Turn.Over)).isPresent()) {
            return held.get();
        }
        var taken = new Ticket(lane, queue.take(lane), holder);
        // Asked twice at once, both have the ticket that is held; the other number is served to nobody.
        return queue.hold(taken, held, now.plus(policy.remembered()))
                ? taken
                : queue.held(holder).orElse(taken);
    }

    /** How a ticket stands: no read while it waits, one when its turn has come. */
    public Turn turn(Ticket ticket, NowServing serving) {
        if (!serving.isServed(ticket)) {
            return new Turn.Waiting(
                    ticket.number() - serving.line(ticket.lane()).served());
        }
        var mark = queue.mark(ticket);
        if (mark.by().isPresent() || (serving.isOver(ticket) && !isKept(mark, serving))) {
            return new Turn.Over();
        }
        long left = serving.isOver(ticket) ? 0 : serving.isOwed(ticket) ? 2 : 1;
        long until = Math.max(
                serving.span().since() + left * policy.turn().toSeconds(),
                mark.turned().map(this::keptUntil).orElse(0L));
        return new Turn.Now(Instant.ofEpochSecond(until));
    }

    /** One without a ticket knocks. Who waits comes first. */
    public Knock walkIn(Gates.Admission admission, Instant now) {
        if (!admission.automatic()) {
            return Knock.NO_TICKET;
        }
        var step = queue.walkIn(now.getEpochSecond());
        if (step == LoginQueue.Step.ELSEWHERE) {
            step = queue.walkIn(serving(admission, now).tick());
        }
        return step == LoginQueue.Step.IN ? Knock.IN : Knock.NO_TICKET;
    }

    /**
     * One with a ticket knocks; if they come in, it is used. Two write units; four if they find the second full.
     *
     * @param by names the attempt, so that its repetition can come in if it failed behind the door
     */
    public Knock knock(Ticket ticket, String by, Gates.Admission admission, Instant now) {
        var serving = serving(admission, now);
        if (!serving.isServed(ticket)) {
            return Knock.TOO_EARLY;
        }
        if (serving.isOver(ticket) && !isKept(queue.mark(ticket), serving)) {
            return Knock.OVER;
        }
        if (!queue.use(ticket, by, policy.uses(), now.plus(policy.remembered()))) {
            return Knock.OVER;
        }
        var step = queue.enter(ticket, serving);
        for (int attempt = 1; step == LoginQueue.Step.ELSEWHERE && attempt < policy.attempts(); attempt++) {
            serving = serving(admission, now);
            step = queue.enter(ticket, serving);
        }
        if (step == LoginQueue.Step.IN) {
            return Knock.IN;
        }
        if (queue.giveBack(ticket, by, serving.tick())) {
            queue.turnedAway(serving.tick());
        }
        return Knock.FULL;
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
            var counted = admission.mostPlayers().flatMap(_ -> headcounts.last());
            var after = Admission.advance(before, queue.taken(), admission, counted, second, policy);
            if (queue.move(seen, after)) {
                return after;
            }
            if (attempt == policy.attempts()) {
                return queue.read().orElse(before);
            }
        }
    }

    private boolean isKept(Mark mark, NowServing serving) {
        return mark.turned()
                .filter(second -> keptUntil(second) > serving.tick())
                .isPresent();
    }

    private long keptUntil(long turned) {
        return turned + policy.turn().toSeconds();
    }
}
